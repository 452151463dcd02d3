#include "app/cli/command.h"
#include "app/cli/image_file.h"
#include "app/session/folders.h"
#include "biometrics/quality/face_quality.h"

#include <QJsonArray>

namespace chinhchu::app::cli {

namespace {

using biometrics::FaceQuality;

/// The mesh is optional: without it eyes and mouth are not measured.
FaceQuality measure(const std::filesystem::path& models, const biometrics::Image& image,
                    const std::vector<biometrics::Face>& faces)
{
    const auto mesher = biometrics::FaceMesher::load(models);
    if (!mesher) {
        return biometrics::measureQuality(image, faces);
    }
    const biometrics::FaceMesh mesh = (*mesher)->fit(image, faces.front());
    return biometrics::measureQuality(image, faces, &mesh);
}

Outcome report(const FaceQuality& quality)
{
    Outcome outcome;
    QJsonArray measures;
    for (const biometrics::QualityMeasure& each : quality.measures) {
        const QString name = QString::fromStdString(each.name);
        measures.append(QJsonObject{{"name", name},
                                    {"value", each.value},
                                    {"lowest", each.lowest},
                                    {"highest", each.highest},
                                    {"acceptable", each.acceptable()}});
        outcome.text += QStringLiteral("%1 %2%3\n")
                            .arg(name.leftJustified(28))
                            .arg(each.value, 0, 'g', 4)
                            .arg(each.acceptable() ? QString() : "  " + Text::tr("not acceptable"));
    }
    const QString hint = QString::fromStdString(biometrics::hintName(quality.hint()));
    outcome.json = {{"acceptable", quality.acceptable()},
                    {"score", quality.score()},
                    {"hint", quality.acceptable() ? QString() : hint},
                    {"measures", measures}};
    if (!quality.acceptable()) {
        outcome.error = Failure{FailureCode::FaceQualityPoor, hint.toStdString()};
        outcome.exitCode = exitStatus(outcome.error->code);
    }
    return outcome;
}

class FaceQualityCommand : public Command
{
public:
    QString name() const override { return "face quality"; }
    QString summary() const override { return Text::tr("Measure how good the picture of a face is."); }
    QString argumentNames() const override { return "FILE"; }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        parser.addOption({"models", Text::tr("Folder with the face models; when absent the one that the set-up filled."), "DIR"});
    }

    Outcome run(const CommandContext& context) const override
    {
        if (context.arguments.size() != 1) {
            return Outcome::failed({FailureCode::UsageInvalid, "face quality FILE"});
        }
        const Result<biometrics::Image> image = readImage(context.arguments.first());
        if (!image) {
            return Outcome::failed(image.error());
        }
        const std::filesystem::path models = modelsFolder(context.options.value("models")).toStdString();
        const auto engine = biometrics::FaceEngine::load(models);
        if (!engine) {
            return Outcome::failed(engine.error());
        }
        const std::vector<biometrics::Face> faces = (*engine)->detect(*image);
        if (faces.empty()) {
            return Outcome::failed({FailureCode::FaceNotFound, context.arguments.first().toStdString()});
        }
        return report(measure(models, *image, faces));
    }
};

} // namespace

std::unique_ptr<Command> makeFaceQualityCommand()
{
    return std::make_unique<FaceQualityCommand>();
}

} // namespace chinhchu::app::cli
