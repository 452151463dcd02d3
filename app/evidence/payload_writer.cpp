#include "app/evidence/payload_writer.h"

#include "app/evidence/asked_members.h"

#include <QCoreApplication>

namespace chinhchu::app {

namespace {

void writeDevice(WipingJson& json, const Enrolment& enrolment)
{
    json.key("device");
    json.beginObject();
    json.member("id", enrolment.deviceId);
    json.member("software", QStringLiteral("ChinhChu " CHINHCHU_VERSION));
    json.member("enrolment", enrolment.kind == Enrolment::Kind::Demo ? "demo" : "production");
    json.member("point", toString(enrolment.point));
    json.endObject();
}

void writeConsent(WipingJson& json, const Evidence::Consent& consent)
{
    json.key("consent");
    json.beginObject();
    writeConsentMembers(json, consent);
    json.endObject();
}

const char* possessionName(Possession possession)
{
    constexpr const char* names[] = {"not-asked", "verified", "deferred"};
    return names[static_cast<int>(possession)];
}

void writeNumbers(WipingJson& json, const std::vector<Evidence::Number>& numbers)
{
    json.key("numbers");
    json.beginArray();
    for (const Evidence::Number& number : numbers) {
        json.beginObject();
        json.member("msisdn", number.msisdn);
        json.member("answer", number.mine ? "mine" : "not-mine");
        if (number.organisation)
            json.member("holder", "organisation");
        json.member("possession", possessionName(number.possession));
        if (number.possession == Possession::Verified)
            json.member("challengeId", number.challengeId);
        json.endObject();
    }
    json.endArray();
}

void writeSubject(WipingJson& json, const nfc::IdentityData& identity)
{
    json.key("subject");
    json.beginObject();
    json.member("number", identity.number.view());
    json.member("fullName", identity.fullName.view());
    json.member("birthDate", identity.birthDate.view());
    json.member("oldNumber", identity.oldNumber.view());
    json.member("issueDate", identity.issueDate.view());
    json.member("attestedBy", "device");
    json.endObject();
}

const char* outcomeName(nfc::VerdictStep::Outcome outcome)
{
    constexpr const char* names[] = {"passed", "failed", "warning", "not-performed"};
    return names[static_cast<int>(outcome)];
}

void writeVerdict(WipingJson& json, const nfc::AuthenticityVerdict& verdict)
{
    json.key("verdict");
    json.beginObject();
    json.member("passive", toString(verdict.passive));
    json.member("active", toString(verdict.active));
    json.member("chip", toString(verdict.chip));
    json.key("reasons");
    json.beginArray();
    for (const nfc::VerdictReason& reason : verdict.reasons) {
        json.beginObject();
        json.member("code", codeName(reason.code));
        json.member("subject", std::string_view(reason.subject));
        json.endObject();
    }
    json.endArray();
    json.key("steps");
    json.beginArray();
    for (const nfc::VerdictStep& step : verdict.steps) {
        json.beginObject();
        json.member("name", std::string_view(step.name));
        json.member("subject", std::string_view(step.subject));
        json.member("outcome", outcomeName(step.outcome));
        json.member("detail", std::string_view(step.detail));
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

/// Only these five: DG13 holds ethnicity and religion and is never sent, nor is any other file.
void writeChipFiles(WipingJson& json, const std::map<std::string, nfc::ChipFile>& files)
{
    constexpr std::pair<const char*, const char*> kept[] = {
        {"EF.SOD", "sod"}, {"DG1", "dg1"}, {"DG2", "dg2"}, {"DG14", "dg14"}, {"DG15", "dg15"}};
    for (const auto& [file, member] : kept) {
        const auto found = files.find(file);
        if (found == files.end())
            continue;
        json.key(member);
        json.binary(found->second.raw);
    }
}

void writeChip(WipingJson& json, const nfc::ChipIdentity& chip)
{
    json.key("chip");
    json.beginObject();
    json.member("access", toString(chip.access));
    json.member("source", std::string_view(chip.source));
    json.member("reader", std::string_view(chip.reader));
    writeChipFiles(json, chip.files);
    if (chip.activeAuthentication) {
        json.key("activeAuthentication");
        json.beginObject();
        json.key("challenge");
        json.binary(chip.activeAuthentication->challenge);
        json.key("response");
        json.binary(chip.activeAuthentication->response);
        json.endObject();
    }
    json.member("chipAuthentication", toString(chip.authenticity.chip));
    writeVerdict(json, chip.authenticity);
    json.endObject();
}

const char* freshnessKind(const std::optional<VerificationSession>& freshness)
{
    if (!freshness)
        return "device-only";
    return freshness->fromBatch ? "batch" : "online";
}

void writeCarrierTime(WipingJson& json, const CarrierTime& time)
{
    json.key("lastCarrierTime");
    json.time(time.last);
    if (!time.since)
        return;
    json.key("secondsSince");
    json.number(static_cast<double>(time.since->count()) / 1000);
}

void writeFreshness(WipingJson& json, const std::optional<VerificationSession>& freshness,
                    const std::optional<CarrierTime>& carrierTime)
{
    json.key("freshness");
    json.beginObject();
    json.member("kind", freshnessKind(freshness));
    if (freshness) {
        json.member("nonceId", freshness->nonceId);
        json.key("nonce");
        json.binary(freshness->nonce);
    }
    if (carrierTime)
        writeCarrierTime(json, *carrierTime);
    json.endObject();
}

void writeLiveness(WipingJson& json, const PersonProof::Liveness& liveness)
{
    json.key("liveness");
    json.beginObject();
    json.member("result", liveness.result);
    json.key("scores");
    json.beginObject();
    for (const auto& [name, score] : liveness.scores) {
        json.key(name);
        json.number(score);
    }
    json.endObject();
    json.endObject();
}

void writeFace(WipingJson& json, const PersonProof& proof)
{
    json.key("face");
    json.beginObject();
    json.member("recipe", std::string_view(proof.match.recipe));
    json.member("modelSha256", std::string_view(proof.match.modelSha256));
    json.key("distance");
    json.number(proof.match.distance);
    json.key("threshold");
    json.number(proof.match.threshold);
    json.key("match");
    json.boolean(proof.match.match);
    json.key("frames");
    json.beginArray();
    for (const PersonProof::Frame& frame : proof.frames) {
        json.beginObject();
        json.key("jpeg");
        json.binary(frame.jpeg);
        json.key("capturedAt");
        json.time(frame.capturedAt);
        json.endObject();
    }
    json.endArray();
    writeLiveness(json, proof.liveness);
    json.endObject();
}

/// The same four members of the subject and of a child's parent.
void writePerson(WipingJson& json, const PersonProof& proof, const std::optional<CarrierTime>& carrierTime)
{
    writeSubject(json, proof.chip.identity);
    writeChip(json, proof.chip);
    writeFreshness(json, proof.freshness, carrierTime);
    writeFace(json, proof);
}

void writeGuardian(WipingJson& json, const Evidence::Guardian& guardian)
{
    json.key("guardian");
    json.beginObject();
    writeConsent(json, guardian.consent);
    writePerson(json, guardian, std::nullopt);
    json.endObject();
}

} // namespace

Bytes writePayload(const Evidence& evidence, const Enrolment& enrolment, const QDateTime& createdAt)
{
    WipingJson json;
    json.beginObject();
    json.member("format", "chinhchu-evidence");
    json.key("version");
    json.integer(1);
    json.member("bindingId", evidence.bindingId);
    json.member("sessionId", evidence.sessionId);
    json.key("createdAt");
    json.time(createdAt);
    writeDevice(json, enrolment);
    json.member("place", enrolment.place);
    json.member("staff", evidence.staff);
    json.member("mode", evidence.mode);
    writeConsent(json, evidence.consent);
    writeNumbers(json, evidence.numbers);
    writeAskedMembers(json, evidence);
    writePerson(json, evidence, evidence.carrierTime);
    if (evidence.guardian)
        writeGuardian(json, *evidence.guardian);
    json.endObject();
    return json.take();
}

} // namespace chinhchu::app
