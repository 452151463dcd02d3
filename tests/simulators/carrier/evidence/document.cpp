#include "evidence/document.h"

#include "http/json_reader.h"
#include "resources/base/evidence_limits.h"

namespace chinhchu::sandbox {

namespace {

constexpr int mostNumbers = evidence_limits::MostNumbers;
constexpr int mostFrames = evidence_limits::MostFrames;
constexpr int mostSteps = evidence_limits::MostSteps;
constexpr int mostStrokes = evidence_limits::MostStrokes;
constexpr int mostPoints = evidence_limits::MostPoints;

void readHead(JsonReader& root, EvidenceDocument& document)
{
    root.oneOf("format", {"chinhchu-evidence"});
    if (root.number("version") != 1)
        root.refuse("version", "is not 1");
    document.bindingId = root.text("bindingId");
    document.sessionId = root.text("sessionId");
    document.createdAt = root.time("createdAt");

    JsonReader device = root.object("device");
    document.deviceId = device.text("id");
    if (document.deviceId.trimmed().isEmpty())
        device.refuse("id", "is empty");
    device.text("software");
    document.enrolment = device.oneOf("enrolment", {"demo", "production"});
    if (device.has("point"))
        document.ownPoint = device.oneOf("point", {"authorised", "carrier-own"}) == QLatin1String("carrier-own");
    device.finish();

    root.text("place");
    root.text("staff");
    document.mode = root.oneOf("mode", {"assisted", "mobile", "self-service"});
}

void readConsent(JsonReader consent, PersonInEvidence& document)
{
    document.consentText = consent.text("text");
    consent.text("language");
    document.consentGivenAt = consent.time("givenAt");
    consent.finish();
}

void readNumbers(JsonReader& root, EvidenceDocument& document)
{
    for (JsonReader& number : root.objects("numbers", mostNumbers)) {
        EvidenceDocument::Number kept;
        kept.msisdn = number.text("msisdn");
        kept.mine = number.oneOf("answer", {"mine", "not-mine"}) == QLatin1String("mine");
        kept.possession = number.oneOf("possession", {"not-asked", "verified", "deferred"});
        if (kept.possession == QLatin1String("verified"))
            kept.challengeId = number.text("challengeId");
        if (number.has("holder"))
            kept.organisation = number.oneOf("holder", {"person", "organisation"}) == QLatin1String("organisation");
        document.numbers.push_back(kept);
        number.finish();
    }
}

void readSignatureRequest(JsonReader request, EvidenceDocument& document)
{
    if (request.oneOf("answer", {"declined", "requested"}) == QLatin1String("requested")) {
        document.signatureConsent = request.text("text");
        request.text("language");
        document.signatureWantedAt = request.time("givenAt");
    }
    request.finish();
}

void readSignature(JsonReader reader, EvidenceDocument& document)
{
    EvidenceDocument::Signature& kept = document.signature.emplace();
    kept.drawn = reader.oneOf("kind", {"drawn", "by-name"}) == QLatin1String("drawn");
    reader.time("signedAt");
    if (kept.drawn) {
        kept.picture = reader.base64("picture");
        for (JsonReader& stroke : reader.objects("strokes", mostStrokes)) {
            const qsizetype points = stroke.numbers("ms", mostPoints).size();
            if (stroke.numbers("x", mostPoints).size() != points || stroke.numbers("y", mostPoints).size() != points)
                stroke.refuse("ms", "is not as long as x and y");
            kept.points += static_cast<int>(points);
            stroke.finish();
        }
    }
    reader.finish();
}

void readDocumentPictures(JsonReader& root, EvidenceDocument& document)
{
    const QList<JsonReader> pictures = root.objects("documentPictures", 2);
    if (pictures.size() != 2)
        root.refuse("documentPictures", "is not the front and the back");
    for (JsonReader picture : pictures) {
        EvidenceDocument::DocumentPicture kept;
        picture.oneOf("side", {document.documentPictures.empty() ? "front" : "back"});
        kept.jpeg = picture.base64("jpeg");
        kept.sha256 = picture.text("sha256").toLatin1();
        kept.width = int(picture.number("width"));
        kept.height = int(picture.number("height"));
        picture.time("capturedAt");
        JsonReader legibility = picture.object("legibility");
        kept.cardWidth = legibility.number("cardWidth");
        kept.blur = legibility.number("blur");
        for (const char* other : {"glare", "tilt", "luminance"})
            legibility.number(other);
        legibility.finish();
        picture.finish();
        document.documentPictures.push_back(kept);
    }
}

void readSubject(JsonReader subject, PersonInEvidence& document)
{
    document.subject = {subject.text("number"), subject.text("fullName"), subject.text("birthDate"),
                        subject.optionalText("oldNumber"), subject.optionalText("issueDate")};
    subject.oneOf("attestedBy", {"device"});
    subject.finish();
}

void readVerdict(JsonReader verdict, PersonInEvidence::Chip& chip)
{
    chip.passive = verdict.oneOf("passive", {"verified", "issuer-unknown", "failed", "absent"});
    const QStringList results{"passed", "failed", "unsupported", "not-performed"};
    chip.active = verdict.oneOf("active", results);
    chip.chip = verdict.oneOf("chip", results);
    for (JsonReader& reason : verdict.objects("reasons", mostSteps)) {
        chip.reasons.append(reason.text("code"));
        reason.text("subject");
        reason.finish();
    }
    for (JsonReader& step : verdict.objects("steps", mostSteps)) {
        step.text("name");
        step.text("subject");
        step.oneOf("outcome", {"passed", "failed", "warning", "not-performed"});
        step.text("detail");
        step.finish();
    }
    verdict.finish();
}

void readChip(JsonReader chip, PersonInEvidence& document)
{
    chip.oneOf("access", {"PACE", "BAC"});
    document.chip.source = chip.oneOf("source", {"pcsc", "in-process"});
    document.chip.reader = chip.text("reader");
    document.chip.sod = chip.base64("sod");
    document.chip.dg1 = chip.optionalBase64("dg1");
    document.chip.dg2 = chip.optionalBase64("dg2");
    document.chip.dg14 = chip.optionalBase64("dg14");
    document.chip.dg15 = chip.optionalBase64("dg15");
    if (chip.has("activeAuthentication")) {
        JsonReader answer = chip.object("activeAuthentication");
        document.chip.activeAuthentication = {answer.base64("challenge"), answer.base64("response")};
        answer.finish();
    }
    document.chip.chipAuthentication =
        chip.oneOf("chipAuthentication", {"passed", "failed", "unsupported", "not-performed"});
    readVerdict(chip.object("verdict"), document.chip);
    chip.finish();
}

void readFreshness(JsonReader freshness, PersonInEvidence& document)
{
    document.freshness.kind = freshness.oneOf("kind", {"online", "batch", "device-only"});
    if (document.freshness.kind != QLatin1String("device-only")) {
        document.freshness.nonceId = freshness.text("nonceId");
        document.freshness.nonce = freshness.base64("nonce");
    }
    if (freshness.has("lastCarrierTime"))
        document.freshness.lastCarrierTime = freshness.time("lastCarrierTime");
    if (freshness.has("secondsSince"))
        document.freshness.secondsSince = freshness.number("secondsSince");
    freshness.finish();
}

void readFace(JsonReader face, PersonInEvidence& document)
{
    PersonInEvidence::Face& kept = document.face;
    kept.recipe = face.text("recipe");
    kept.modelSha256 = face.text("modelSha256").toLower();
    kept.distance = face.number("distance");
    kept.threshold = face.number("threshold");
    kept.match = face.boolean("match");
    for (JsonReader& frame : face.objects("frames", mostFrames)) {
        kept.frames.push_back(frame.base64("jpeg"));
        kept.capturedAt.push_back(frame.time("capturedAt"));
        frame.finish();
    }
    JsonReader liveness = face.object("liveness");
    kept.liveness = liveness.oneOf("result", {"not-performed", "live", "not-live"});
    for (const QJsonValue& score : liveness.raw("scores")) {
        if (!score.isDouble())
            liveness.refuse("scores", "holds something that is not a number");
    }
    liveness.finish();
    face.finish();
}

void readPerson(JsonReader& reader, PersonInEvidence& person)
{
    readConsent(reader.object("consent"), person);
    readSubject(reader.object("subject"), person);
    readChip(reader.object("chip"), person);
    readFreshness(reader.object("freshness"), person);
    readFace(reader.object("face"), person);
}

} // namespace

EvidenceDocument readEvidence(const QByteArray& payload)
{
    EvidenceDocument document;
    JsonReader root = JsonReader::parse(payload);
    readHead(root, document);
    readNumbers(root, document);
    if (root.has("signatureRequest"))
        readSignatureRequest(root.object("signatureRequest"), document);
    if (root.has("citizenSignature"))
        readSignature(root.object("citizenSignature"), document);
    if (root.has("documentPictures"))
        readDocumentPictures(root, document);
    readPerson(root, document);
    if (root.has("guardian")) {
        JsonReader guardian = root.object("guardian");
        readPerson(guardian, document.guardian.emplace());
        guardian.finish();
    }
    root.finish();
    return document;
}

} // namespace chinhchu::sandbox
