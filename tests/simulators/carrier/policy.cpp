#include "policy.h"

#include "http/json_reader.h"

namespace chinhchu::sandbox {

Policy Policy::read(const QByteArray& json)
{
    JsonReader root = JsonReader::parse(json);
    root.oneOf("format", {"chinhchu-policy"});
    root.number("version");
    root.time("issuedAt");

    Policy policy;
    JsonReader freshness = root.object("freshness");
    policy.nonceValidSeconds = int(freshness.number("nonceValidSeconds"));
    policy.batchValidSeconds = int(freshness.number("batchValidSeconds"));
    policy.clockToleranceSeconds = int(freshness.number("clockToleranceSeconds"));
    policy.acceptDeviceOnly = freshness.boolean("acceptDeviceOnly");
    freshness.finish();

    JsonReader face = root.object("face");
    policy.loosestThreshold = face.number("loosestThreshold");
    policy.models = face.texts("models", 100);
    policy.acceptWithoutLiveness = face.boolean("acceptWithoutLiveness");
    if (face.has("recipes")) {
        for (JsonReader& recipe : face.objects("recipes", 20)) {
            const QString name = recipe.text("recipe");
            policy.recipes.insert(name, recipe.number("loosestThreshold"));
            recipe.finish();
        }
    }
    face.finish();

    JsonReader chip = root.object("chip");
    policy.acceptChipWithoutProof = chip.boolean("acceptWithoutActiveAuthentication");
    chip.finish();

    const QJsonObject session = root.raw("session"); // the rest of it is for kiosks
    policy.guardianBelow = session.value("guardianBelow").toInt(policy.guardianBelow);
    policy.numbersAtAuthorisedPoints =
        session.value("numbersAtAuthorisedPoints").toInt(policy.numbersAtAuthorisedPoints);
    policy.oneTimePassword = session.value(QLatin1String("oneTimePassword")).toBool();
    policy.citizenSignature = session.value(QLatin1String("citizenSignature")).toBool();
    policy.documentPictures = session.value(QLatin1String("documentPictures")).toBool();
    if (root.has("document")) {
        const QJsonObject document = root.raw("document"); // the rest of it is for kiosks
        policy.leastDocumentWidth = document.value("leastWidth").toDouble(policy.leastDocumentWidth);
        policy.largestDocumentBlur = document.value("largestBlur").toDouble(policy.largestDocumentBlur);
    }
    if (root.has("brand"))
        root.raw("brand");
    root.raw("deadlines"); // for kiosks and their reports; nothing here depends on them
    root.finish();
    policy.document = JsonReader::parse(json).whole();
    return policy;
}

} // namespace chinhchu::sandbox
