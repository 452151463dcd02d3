#include "app/cli/command.h"
#include "app/cli/image_file.h"
#include "app/cli/match_report.h"
#include "app/session/folders.h"

namespace chinhchu::app::cli {

namespace {

Result<biometrics::FaceTemplate> faceOf(biometrics::FaceEngine& engine, const QString& path)
{
    const Result<biometrics::Image> image = readImage(path);
    if (!image) {
        return tl::unexpected(image.error());
    }
    const Result<biometrics::Face> face = engine.singleFace(*image);
    if (!face) {
        return fail(face.error().code, path.toStdString() + ' ' + face.error().detail);
    }
    return engine.embed(*image, *face);
}

class FaceCompareCommand : public Command
{
public:
    QString name() const override { return "face compare"; }
    QString summary() const override { return Text::tr("Compare the faces on two pictures."); }
    QString argumentNames() const override { return "A B"; }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        parser.addOption({"models", Text::tr("Folder with the face models; when absent the one that the set-up filled."), "DIR"});
    }

    Outcome run(const CommandContext& context) const override
    {
        if (context.arguments.size() != 2) {
            return Outcome::failed({FailureCode::UsageInvalid, "face compare A B"});
        }
        const auto engine = biometrics::FaceEngine::load(modelsFolder(context.options.value("models")).toStdString());
        if (!engine) {
            return Outcome::failed(engine.error());
        }
        const Result<biometrics::FaceTemplate> first = faceOf(**engine, context.arguments[0]);
        if (!first) {
            return Outcome::failed(first.error());
        }
        const Result<biometrics::FaceTemplate> second = faceOf(**engine, context.arguments[1]);
        if (!second) {
            return Outcome::failed(second.error());
        }
        const biometrics::MatchResult match = (*engine)->match(*first, {*second});
        if (!match.match) {
            return Outcome::failed({FailureCode::FaceMismatch, {}}, matchJson(match), matchText(match));
        }
        return {matchJson(match), matchText(match), 0, {}};
    }
};

} // namespace

std::unique_ptr<Command> makeFaceCompareCommand()
{
    return std::make_unique<FaceCompareCommand>();
}

} // namespace chinhchu::app::cli
