#include "app/cli/command.h"
#include "app/session/folders.h"
#include "biometrics/evaluation/presentation_attacks.h"

#include <QJsonArray>

namespace chinhchu::app::cli {

namespace {

using biometrics::SpeciesErrors;
using Errors = std::map<std::string, SpeciesErrors>;

QJsonObject countsJson(const std::map<std::string, int>& counts)
{
    QJsonObject json;
    for (const auto& [name, count] : counts) {
        json.insert(QString::fromStdString(name), count);
    }
    return json;
}

QJsonObject errorsJson(const Errors& errors)
{
    QJsonArray species;
    for (const auto& [name, each] : errors) {
        species.append(QJsonObject{{"species", QString::fromStdString(name)},
                                   {"measure", name == biometrics::bonaFide ? "BPCER" : "APCER"},
                                   {"clips", each.clips},
                                   {"errors", each.errors},
                                   {"rate", each.rate()},
                                   {"upperBound", each.upperBound()},
                                   {"caughtBy", countsJson(each.caughtBy)},
                                   {"errorsWithout", countsJson(each.errorsWithout)}});
    }
    return {{"species", species}};
}

QString errorsText(const Errors& errors)
{
    QString text;
    for (const auto& [name, each] : errors) {
        text += QStringLiteral("%1 %2 %3 % (<= %4 %) %5/%6")
                    .arg(QString::fromStdString(name).leftJustified(16))
                    .arg(name == biometrics::bonaFide ? "BPCER" : "APCER")
                    .arg(each.rate() * 100, 0, 'f', 1)
                    .arg(each.upperBound() * 100, 0, 'f', 1)
                    .arg(each.errors)
                    .arg(each.clips);
        for (const auto& [defence, count] : each.errorsWithout) {
            text += QStringLiteral("  -%1 %2").arg(QString::fromStdString(defence)).arg(count);
        }
        text += '\n';
    }
    return text;
}

class FaceAttacksCommand : public Command
{
public:
    QString name() const override { return "face attacks"; }
    QString summary() const override { return Text::tr("Measure the liveness check on recorded attacks."); }
    QString argumentNames() const override { return "DIR"; }
    QString remarks() const override
    {
        return Text::tr("DIR holds one folder per species, bona-fide among them, with videos and their challenges "
                        "(NAME.avi, NAME.plan).");
    }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        parser.addOption({"models", Text::tr("Folder with the face models; when absent the one that the set-up filled."), "DIR"});
    }

    Outcome run(const CommandContext& context) const override
    {
        if (context.arguments.size() != 1) {
            return Outcome::failed({FailureCode::UsageInvalid, "face attacks DIR"});
        }
        const auto clips = biometrics::findClips(context.arguments.first().toStdString());
        if (!clips) {
            return Outcome::failed(clips.error());
        }
        const std::filesystem::path models = modelsFolder(context.options.value("models")).toStdString();
        const auto engine = biometrics::FaceEngine::load(models);
        if (!engine) {
            return Outcome::failed(engine.error());
        }
        const auto liveness = biometrics::LivenessModels::load(models);
        if (!liveness) {
            return Outcome::failed(liveness.error());
        }
        std::vector<biometrics::ClipVerdict> verdicts;
        for (const biometrics::RecordedClip& clip : *clips) {
            auto verdict = biometrics::judgeClip(**engine, **liveness, clip);
            if (!verdict) {
                return Outcome::failed(verdict.error());
            }
            context.progress(describe(*verdict));
            verdicts.push_back(std::move(*verdict));
        }
        const Errors errors = biometrics::countErrors(verdicts);
        return {errorsJson(errors), errorsText(errors), 0, {}};
    }

private:
    static QString describe(const biometrics::ClipVerdict& verdict)
    {
        const auto failure = verdict.result.failure();
        const std::string what =
            failure ? std::string(codeName(failure->code)) + ' ' + failure->detail : std::string("live");
        return QString::fromStdString(verdict.species + '/' + verdict.clip + ' ' + what);
    }
};

} // namespace

std::unique_ptr<Command> makeFaceAttacksCommand()
{
    return std::make_unique<FaceAttacksCommand>();
}

} // namespace chinhchu::app::cli
