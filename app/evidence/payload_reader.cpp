#include "app/evidence/asked_members.h"
#include "app/evidence/opened_evidence.h"
#include "resources/base/evidence_limits.h"

#include <algorithm>
#include <optional>

namespace chinhchu::app {

namespace {

using evidence_limits::MostFrames, evidence_limits::MostNumbers, evidence_limits::MostSteps;
constexpr double MostSeconds = 1e9;

void readHead(MemberReader& root, OpenedEvidence& opened)
{
    root.oneOf("format", {"chinhchu-evidence"});
    opened.claims.bindingId = root.string("bindingId");
    opened.claims.sessionId = root.string("sessionId");
    opened.createdAt = root.time("createdAt");

    MemberReader device = root.object("device");
    opened.deviceId = device.string("id");
    if (opened.deviceId.trimmed().isEmpty())
        device.refuse("id", "is empty");
    opened.software = device.string("software");
    opened.enrolment =
        device.oneOf("enrolment", {"demo", "production"}) == 0 ? Enrolment::Kind::Demo : Enrolment::Kind::Production;
    if (device.has("point") && device.oneOf("point", {"authorised", "carrier-own"}) == 1)
        opened.point = Enrolment::Point::CarrierOwn;
    device.finish();

    opened.place = root.string("place");
    opened.claims.staff = root.string("staff");
    opened.claims.mode = root.string("mode");
    root.oneOf("mode", {"assisted", "mobile", "self-service"});
}

void readConsent(MemberReader consent, Evidence::Consent& kept)
{
    readConsentMembers(consent, kept);
    consent.finish();
}

void readNumbers(MemberReader& root, Evidence& claims)
{
    for (MemberReader& number : root.objects("numbers", MostNumbers)) {
        Evidence::Number& kept = claims.numbers.emplace_back();
        kept.msisdn = number.string("msisdn");
        kept.mine = number.oneOf("answer", {"mine", "not-mine"}) == 0;
        kept.possession = static_cast<Possession>(number.oneOf("possession", {"not-asked", "verified", "deferred"}));
        if (kept.possession == Possession::Verified)
            kept.challengeId = number.string("challengeId");
        kept.organisation = number.has("holder") && number.oneOf("holder", {"person", "organisation"}) == 1;
        number.finish();
    }
}

void readSubject(MemberReader subject, nfc::IdentityData& identity)
{
    identity.number = subject.secret("number");
    identity.fullName = subject.secret("fullName");
    identity.birthDate = subject.secret("birthDate");
    identity.oldNumber = subject.secret("oldNumber");
    identity.issueDate = subject.secret("issueDate");
    subject.oneOf("attestedBy", {"device"});
    subject.finish();
}

nfc::ChipProof readProof(MemberReader& reader, const char* name)
{
    return static_cast<nfc::ChipProof>(reader.oneOf(name, {"not-performed", "unsupported", "failed", "passed"}));
}

std::optional<FailureCode> codeOf(std::string_view name)
{
    constexpr FailureCode codes[] = {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) FailureCode::enumerator,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
    };
    for (const FailureCode code : codes)
        if (codeName(code) == name)
            return code;
    return std::nullopt;
}

void readVerdict(MemberReader reader, nfc::AuthenticityVerdict& verdict)
{
    verdict.passive =
        static_cast<nfc::PassiveResult>(reader.oneOf("passive", {"absent", "failed", "issuer-unknown", "verified"}));
    verdict.active = readProof(reader, "active");
    verdict.chip = readProof(reader, "chip");
    for (MemberReader& reason : reader.objects("reasons", MostSteps)) {
        const auto code = codeOf(reason.text("code"));
        verdict.reasons.push_back({code.value_or(FailureCode::EvidenceMalformed), std::string(reason.text("subject"))});
        reason.finish();
    }
    for (MemberReader& step : reader.objects("steps", MostSteps)) {
        nfc::VerdictStep& kept = verdict.steps.emplace_back();
        kept.name = step.text("name");
        kept.subject = step.text("subject");
        kept.outcome = static_cast<nfc::VerdictStep::Outcome>(
            step.oneOf("outcome", {"passed", "failed", "warning", "not-performed"}));
        kept.detail = step.text("detail");
        step.finish();
    }
    reader.finish();
}

void readChip(MemberReader reader, nfc::ChipIdentity& chip)
{
    chip.access = reader.oneOf("access", {"PACE", "BAC"}) == 0 ? nfc::AccessProtocol::Pace : nfc::AccessProtocol::Bac;
    chip.source = reader.text("source");
    reader.oneOf("source", {"pcsc", "in-process"}); // a replay is never evidence
    chip.reader = reader.text("reader");
    constexpr std::pair<const char*, const char*> files[] = {
        {"EF.SOD", "sod"}, {"DG1", "dg1"}, {"DG2", "dg2"}, {"DG14", "dg14"}, {"DG15", "dg15"}};
    for (const auto& [file, member] : files)
        if (reader.has(member))
            chip.files[file].raw = reader.binary(member);
    if (reader.has("activeAuthentication")) {
        MemberReader answer = reader.object("activeAuthentication");
        chip.activeAuthentication =
            nfc::ActiveAuthenticationTranscript{answer.binary("challenge"), answer.binary("response")};
        answer.finish();
    }
    const nfc::ChipProof chipAuthentication = readProof(reader, "chipAuthentication");
    readVerdict(reader.object("verdict"), chip.authenticity);
    chip.authenticity.chip = chipAuthentication;
    reader.finish();
}

void readNonce(MemberReader& reader, std::optional<VerificationSession>& freshness)
{
    const int kind = reader.oneOf("kind", {"device-only", "online", "batch"});
    if (kind != 0)
        freshness = VerificationSession{reader.string("nonceId"), reader.binary("nonce"), {}, kind == 2};
}

void readFreshness(MemberReader reader, OpenedEvidence& opened)
{
    opened.freshnessKind = reader.string("kind");
    readNonce(reader, opened.claims.freshness);
    if (reader.has("lastCarrierTime")) {
        opened.claims.carrierTime = CarrierTime{reader.time("lastCarrierTime"), {}};
        if (reader.has("secondsSince"))
            opened.claims.carrierTime->since = std::chrono::milliseconds(
                static_cast<std::int64_t>(std::clamp(reader.number("secondsSince"), 0.0, MostSeconds) * 1000));
    }
    reader.finish();
}

void readFace(MemberReader reader, PersonProof& claims)
{
    claims.match.recipe = reader.text("recipe");
    claims.match.modelSha256 = reader.text("modelSha256");
    claims.match.distance = reader.number("distance");
    claims.match.threshold = reader.number("threshold");
    claims.match.match = reader.boolean("match");
    for (MemberReader& frame : reader.objects("frames", MostFrames)) {
        claims.frames.push_back({frame.binary("jpeg"), frame.time("capturedAt")});
        frame.finish();
    }
    MemberReader liveness = reader.object("liveness");
    claims.liveness.result = liveness.text("result");
    liveness.oneOf("result", {"not-performed", "live", "not-live"});
    for (const auto& [name, score] : liveness.numbers("scores"))
        claims.liveness.scores[name] = score;
    liveness.finish();
    reader.finish();
}

void readGuardian(MemberReader reader, Evidence::Guardian& guardian)
{
    readConsent(reader.object("consent"), guardian.consent);
    readSubject(reader.object("subject"), guardian.chip.identity);
    readChip(reader.object("chip"), guardian.chip);
    MemberReader freshness = reader.object("freshness");
    readNonce(freshness, guardian.freshness);
    freshness.finish();
    readFace(reader.object("face"), guardian);
    reader.finish();
}

} // namespace

Result<OpenedEvidence> readPayload(Bytes payload)
{
    // In place: the texts of the tree are the payload's own bytes, wiped with it. Iterative: nesting costs no stack.
    payload.push_back(0);
    rapidjson::Document document;
    document.ParseInsitu<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
        reinterpret_cast<char*>(payload.data()));
    if (document.HasParseError())
        return fail(FailureCode::EvidenceMalformed, "not JSON");

    std::string error;
    OpenedEvidence opened;
    MemberReader root(document, "", error);
    readHead(root, opened);
    if (root.number("version") != 1)
        return fail(FailureCode::EvidenceMalformed, error.empty() ? "version is not 1" : error);
    readConsent(root.object("consent"), opened.claims.consent);
    readNumbers(root, opened.claims);
    readAskedMembers(root, opened.claims);
    readSubject(root.object("subject"), opened.claims.chip.identity);
    readChip(root.object("chip"), opened.claims.chip);
    readFreshness(root.object("freshness"), opened);
    readFace(root.object("face"), opened.claims);
    if (root.has("guardian"))
        readGuardian(root.object("guardian"), opened.claims.guardian.emplace());
    root.finish();
    if (!error.empty())
        return fail(FailureCode::EvidenceMalformed, error);
    return opened;
}

} // namespace chinhchu::app
