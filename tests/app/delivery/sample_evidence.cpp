#include "tests/app/delivery/sample_evidence.h"

namespace chinhchu::testing {

namespace {

nfc::ChipIdentity sampleChip()
{
    nfc::ChipIdentity chip;
    chip.access = nfc::AccessProtocol::Pace;
    chip.source = "pcsc";
    chip.reader = "Reader \"A\" 00 00";
    chip.files["EF.SOD"] = {Bytes(1800, 0x77), ""};
    chip.files["DG1"] = {Bytes{0x61, 3, 1, 2, 3}, ""};
    chip.files["DG2"] = {Bytes(20000, 0x75), ""};
    chip.files["DG14"] = {Bytes{0x6E, 1, 0}, ""};
    chip.files["DG15"] = {Bytes{0x6F, 2, 0, 1}, ""};
    chip.identity.number = "001099000001";
    chip.identity.fullName = "Nguyễn Văn An";
    chip.identity.birthDate = "1999-01-15";
    chip.identity.issueDate = "2021-05-10";
    chip.authenticity.passive = nfc::PassiveResult::Verified;
    chip.authenticity.active = nfc::ChipProof::Passed;
    chip.authenticity.steps.push_back({"sod-signature", "DS", nfc::VerdictStep::Outcome::Passed, "ECDSA"});
    chip.activeAuthentication = nfc::ActiveAuthenticationTranscript{Bytes(8, 0xAB), Bytes(64, 0xCD)};
    return chip;
}

} // namespace

app::Evidence sampleEvidence()
{
    app::Evidence evidence;
    evidence.bindingId = "0b0e4c9e-0000-4000-8000-000000000001";
    evidence.sessionId = "5d6a0000-0000-4000-8000-000000000002";
    evidence.mode = "self-service";
    evidence.consent = {"Tôi đồng ý.", "vi", QDateTime::fromString("2026-11-22T14:01:02+07:00", Qt::ISODate)};
    evidence.numbers = {{"+84912345678", true, app::Possession::NotAsked, {}},
                        {"+84387654321", false, app::Possession::NotAsked, {}},
                        {"+84700000001", true, app::Possession::NotAsked, {}, true}};
    evidence.chip = sampleChip();
    evidence.freshness =
        app::VerificationSession{"nonce-1", Bytes(32, 0x5A), QDateTime::currentDateTime().addSecs(600)};
    Bytes frame(30000, 0xFF);
    frame[1] = 0xD8; // as every JPEG begins
    evidence.frames.push_back({frame, QDateTime::fromString("2026-11-22T14:02:40+07:00", Qt::ISODate)});
    evidence.match.distance = 0.21;
    evidence.match.threshold = 0.4;
    evidence.match.match = true;
    evidence.match.recipe = "dlib-resnet-v1/cosine+mirror";
    evidence.match.modelSha256 = "00";
    return evidence;
}

} // namespace chinhchu::testing
