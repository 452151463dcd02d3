#include "app/cli/command.h"
#include "app/session/folders.h"
#include "biometrics/evaluation/error_rates.h"

#include <QDir>
#include <QJsonArray>
#include <QSaveFile>

namespace chinhchu::app::cli {

namespace {

using biometrics::ErrorRates;
using biometrics::OperatingPoint;

QJsonObject pointJson(const OperatingPoint& point)
{
    const biometrics::MeasuredRate& rate = point.falseNonMatchRate;
    return {{"falseMatchRate", point.falseMatchRate},
            {"threshold", point.threshold},
            {"falseNonMatchRate", rate.value},
            {"low", rate.low},
            {"high", rate.high},
            {"enoughPairs", point.enoughPairs}};
}

QJsonObject ratesJson(const ErrorRates& rates)
{
    QJsonArray points;
    for (const OperatingPoint& each : rates.points) {
        points.append(pointJson(each));
    }
    return {{"recipe", QString::fromStdString(rates.recipe)},
            {"probePictures", rates.probePictures},
            {"identities", rates.identities},
            {"pictures", rates.pictures},
            {"notDetected", rates.notDetected},
            {"genuinePairs", static_cast<qint64>(rates.genuinePairs)},
            {"impostorPairs", static_cast<qint64>(rates.impostorPairs)},
            {"points", points}};
}

QString ratesText(const ErrorRates& rates)
{
    QString text = Text::tr("%1: %2 people, %3 pictures, %4 without a face, %5 genuine and %6 impostor pairs")
                       .arg(QString::fromStdString(rates.recipe))
                       .arg(rates.identities)
                       .arg(rates.pictures)
                       .arg(rates.notDetected)
                       .arg(rates.genuinePairs)
                       .arg(rates.impostorPairs) +
                   '\n';
    for (const OperatingPoint& each : rates.points) {
        text += QStringLiteral("  FMR %1  threshold %2  FNMR %3 % (%4-%5)%6\n")
                    .arg(each.falseMatchRate, 0, 'e', 0)
                    .arg(each.threshold, 0, 'f', 4)
                    .arg(each.falseNonMatchRate.value * 100, 0, 'f', 2)
                    .arg(each.falseNonMatchRate.low * 100, 0, 'f', 2)
                    .arg(each.falseNonMatchRate.high * 100, 0, 'f', 2)
                    .arg(each.enoughPairs ? QString() : ' ' + Text::tr("too few pairs"));
    }
    return text;
}

Result<void> savePlot(const QString& file, const ErrorRates& rates)
{
    QSaveFile target(file);
    const QByteArray svg = QByteArray::fromStdString(biometrics::detCurveSvg({rates}));
    if (!target.open(QIODevice::WriteOnly) || target.write(svg) != svg.size() || !target.commit()) {
        return fail(FailureCode::StorageFailed, file.toStdString());
    }
    return {};
}

class FaceEvaluateCommand : public Command
{
public:
    QString name() const override { return "face evaluate"; }
    QString summary() const override { return Text::tr("Measure error rates on a folder with one folder per person."); }
    QString argumentNames() const override { return "DIR"; }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        parser.addOption({"plot", Text::tr("Write the DET curve as an SVG picture."), "FILE"});
        parser.addOption({"probe-pictures", Text::tr("How many pictures make one probe."), "N", "1"});
        parser.addOption({"models", Text::tr("Folder with the face models; when absent the one that the set-up filled."), "DIR"});
    }

    Outcome run(const CommandContext& context) const override
    {
        const int probes = context.options.value("probe-pictures").toInt();
        if (context.arguments.size() != 1 || probes < 1) {
            return Outcome::failed({FailureCode::UsageInvalid, "face evaluate DIR"});
        }
        const QString folder = context.arguments.first();
        if (!QDir(folder).exists()) {
            return Outcome::failed({FailureCode::FileUnreadable, folder.toStdString()});
        }
        const auto engine = biometrics::FaceEngine::load(modelsFolder(context.options.value("models")).toStdString());
        if (!engine) {
            return Outcome::failed(engine.error());
        }
        const auto faces = biometrics::embedFolder(**engine, folder.toStdString(), {}, [&context](int done, int all) {
            if (done % 100 == 0 || done == all) {
                context.progress(QStringLiteral("%1/%2").arg(done).arg(all));
            }
        });
        const ErrorRates rates = biometrics::measureErrorRates(faces, probes);
        if (context.options.isSet("plot")) {
            const Result<void> saved = savePlot(context.options.value("plot"), rates);
            if (!saved) {
                return Outcome::failed(saved.error(), ratesJson(rates), ratesText(rates));
            }
        }
        return {ratesJson(rates), ratesText(rates), 0, {}};
    }
};

} // namespace

std::unique_ptr<Command> makeFaceEvaluateCommand()
{
    return std::make_unique<FaceEvaluateCommand>();
}

} // namespace chinhchu::app::cli
