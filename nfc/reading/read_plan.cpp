#include "nfc/reading/read_plan.h"

#include "nfc/access/chip_authentication.h"
#include "nfc/authenticity/chip_proof.h"
#include "nfc/authenticity/issuing_state.h"
#include "nfc/reading/identity_assembly.h"

#include <openssl/evp.h>

#include <algorithm>
#include <iterator>

namespace chinhchu::nfc {

namespace {

std::string sha256Hex(ByteView data)
{
    unsigned char hash[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    std::string text;
    if (EVP_Digest(data.data(), data.size(), hash, &size, EVP_sha256(), nullptr) != 1)
        return text;
    for (unsigned i = 0; i < size; ++i) {
        text += "0123456789abcdef"[hash[i] >> 4];
        text += "0123456789abcdef"[hash[i] & 0xF];
    }
    return text;
}

std::string nameOf(int dataGroup)
{
    return dataGroupFile(dataGroup).name;
}

} // namespace

ReadPlan::ReadPlan(ApduChannel& channel, const ReadRequest& request)
    : m_request(request)
    , m_channel(channel)
    , m_session(channel, request)
{
}

Result<ChipIdentity> ReadPlan::run()
{
    m_session.report(ReadProgress::Phase::Connecting);
    return m_session.open()
        .and_then([this] { return readDirectory(); })
        .and_then([this] { return readSecurityObject(); })
        .and_then([this] { return readChipKeys(); })
        .and_then([this] { return proveChip(); })
        .and_then([this] { return performChipAuthentication(); })
        .and_then([this] { return readPerson(); })
        .and_then([this] { return readPhoto(); })
        .map([this] { return conclude(); });
}

void ReadPlan::addReason(FailureCode code, std::string subject)
{
    m_identity.authenticity.reasons.push_back({code, std::move(subject)});
}

void ReadPlan::addStep(std::string name, std::string subject, VerdictStep::Outcome outcome, std::string detail)
{
    m_identity.authenticity.steps.push_back({std::move(name), std::move(subject), outcome, std::move(detail)});
}

Result<FileOutcome> ReadPlan::take(const ElementaryFile& file)
{
    auto outcome = m_session.read(file);
    if (!outcome)
        return outcome;
    if (outcome->readable())
        m_identity.files[file.name] = {outcome->raw, sha256Hex(outcome->raw)};
    else
        m_identity.missing[file.name] = outcome->problem;
    return outcome;
}

/// EF.COM helps to plan and decides nothing: a broken one is no error.
Result<void> ReadPlan::readDirectory()
{
    const auto file = take(efCom());
    if (!file)
        return tl::make_unexpected(file.error());
    if (const auto com = file->readable() ? parseEfCom(file->raw) : Result<EfCom>())
        m_announced = com->dataGroups;
    return {};
}

Result<void> ReadPlan::readSecurityObject()
{
    const auto file = take(efSod());
    if (!file)
        return tl::make_unexpected(file.error());
    if (file->readable())
        m_passive.emplace(file->raw, m_request.trust, m_request.at);
    return {};
}

bool ReadPlan::isExpected(int dataGroup) const
{
    if (m_passive && m_passive->signatureValid())
        return m_passive->lists(dataGroup);
    return m_announced.contains(dataGroup);
}

const Bytes& ReadPlan::raw(int dataGroup) const
{
    return m_identity.files.at(nameOf(dataGroup)).raw;
}

Result<bool> ReadPlan::takeAuthenticated(int dataGroup)
{
    if (!isExpected(dataGroup))
        return false;
    const auto file = take(dataGroupFile(dataGroup));
    if (!file)
        return tl::make_unexpected(file.error());
    if (!m_passive)
        return false;
    if (!file->readable()) {
        m_passive->dataGroupUnreadable(dataGroup);
        return false;
    }
    const bool right = m_passive->checkDataGroup(dataGroup, file->raw) && m_passive->signatureValid();
    if (right)
        m_authenticated.insert(dataGroup);
    return right;
}

template <class Parsed>
std::optional<Parsed> ReadPlan::accept(Result<Parsed> parsed, int dataGroup)
{
    if (parsed)
        return std::move(*parsed);
    addReason(parsed.error().code, nameOf(dataGroup));
    addStep("data-group-content", nameOf(dataGroup), VerdictStep::Outcome::Failed, parsed.error().detail);
    return std::nullopt;
}

Result<void> ReadPlan::readChipKeys()
{
    const auto options = takeAuthenticated(14);
    if (!options)
        return tl::make_unexpected(options.error());
    if (*options)
        m_dg14 = accept(parseDg14(raw(14)), 14);
    judgeAccess();
    const auto key = takeAuthenticated(15);
    if (!key)
        return tl::make_unexpected(key.error());
    return {};
}

/// What the chip said before it was opened, against what is signed (ICAO 9303-11, 4.4.2).
void ReadPlan::judgeAccess()
{
    using enum VerdictStep::Outcome;
    const auto& access = m_session.access();
    const bool offersPace = m_dg14 && !m_dg14->pace.empty();
    if (offersPace && access.protocol() == AccessProtocol::Bac) {
        const bool asked = m_request.access == AccessPreference::BacOnly;
        addStep("access", "DG14", asked ? Warning : Failed,
                asked ? "BAC on request, though DG14 offers PACE" : "BAC though DG14 offers PACE");
        if (!asked)
            addReason(FailureCode::AccessDowngraded, "DG14");
    }
    if (!m_dg14 || !access.cardAccess())
        return;
    const bool agrees = paceAgrees(*access.cardAccess(), *m_dg14);
    addStep("card-access", "EF.CardAccess", agrees ? Passed : Failed,
            agrees ? "agrees with DG14" : "differs from DG14");
    if (!agrees)
        addReason(FailureCode::CardAccessDisagrees, "EF.CardAccess");
}

Result<void> ReadPlan::proveChip()
{
    m_identity.authenticity.active = ChipProof::Unsupported;
    if (!isExpected(15))
        return {};
    if (m_authenticated.contains(15))
        return performActiveAuthentication();
    // Withheld or changed: the reason is with passive authentication; the chip has proven nothing.
    m_identity.authenticity.active = m_identity.missing.contains("DG15") ? ChipProof::Failed : ChipProof::NotPerformed;
    return {};
}

Result<void> ReadPlan::performActiveAuthentication()
{
    m_session.report(ReadProgress::Phase::Authenticating);
    const auto& sod = m_identity.files.at(efSod().name).raw;
    const auto challenge = m_request.challenge ? m_request.challenge(sod) : m_session.random()(8);
    if (!challenge)
        return tl::make_unexpected(challenge.error());
    const Bytes dg14 = m_authenticated.contains(14) ? raw(14) : Bytes();
    auto response = m_session.exchange(activeAuthenticationCommand(*challenge, raw(15), m_session.extendedLength()));
    if (!response)
        return tl::make_unexpected(response.error());

    ActiveAuthenticationTranscript transcript{*challenge, std::move(response->data)};
    const auto verified = response->ok()
                              ? verifyActiveAuthentication(raw(15), dg14, transcript)
                              : Result<void>(fail(FailureCode::ActiveAuthenticationFailed, toHex(response->sw)));
    using enum VerdictStep::Outcome;
    addStep("active-authentication", "DG15", verified ? Passed : Failed, verified ? "" : verified.error().detail);
    m_identity.authenticity.active = verified ? ChipProof::Passed : ChipProof::Failed;
    if (verified)
        m_session.identifyBy(raw(15), dg14);
    else
        addReason(FailureCode::ActiveAuthenticationFailed, "DG15");
    if (response->ok())
        m_identity.activeAuthentication = std::move(transcript);
    m_session.report(ReadProgress::Phase::ReadingFiles);
    return {};
}

/// After Active Authentication, in the channel that is open: there are chips whose Active Authentication does not work
/// in the channel that Chip Authentication opens.
Result<void> ReadPlan::performChipAuthentication()
{
    auto& verdict = m_identity.authenticity;
    verdict.chip = ChipProof::Unsupported;
    if (isExpected(14) && !m_authenticated.contains(14))
        verdict.chip = m_identity.missing.contains("DG14") ? ChipProof::Failed : ChipProof::NotPerformed;
    if (!m_dg14 || !offersChipAuthentication(*m_dg14))
        return {};
    m_session.report(ReadProgress::Phase::Authenticating);
    const auto proven = m_session.authenticateChip(*m_dg14);
    const bool judged = proven || proven.error().code == FailureCode::ChipAuthenticationFailed;
    if (!judged)
        return proven;
    using enum VerdictStep::Outcome;
    verdict.chip = proven ? ChipProof::Passed : ChipProof::Failed;
    addStep("chip-authentication", "DG14", proven ? Passed : Failed, proven ? "" : proven.error().detail);
    if (!proven)
        addReason(FailureCode::ChipAuthenticationFailed, "DG14");
    m_session.report(ReadProgress::Phase::ReadingFiles);
    return {};
}

Result<void> ReadPlan::readPerson()
{
    const auto zone = takeAuthenticated(1);
    if (!zone)
        return tl::make_unexpected(zone.error());
    if (*zone)
        m_zone = accept(parseDg1(raw(1)), 1);
    if (m_zone && m_passive)
        m_passive->issuingState(m_zone->issuingState.view(), m_zone->documentType.view());
    const auto vietnamese = takeAuthenticated(13);
    if (!vietnamese)
        return tl::make_unexpected(vietnamese.error());
    // Other states put other things into DG13: there, not understanding it is no error.
    const bool isCitizenCard = m_zone && m_zone->issuingState == SecretText("VNM");
    if (*vietnamese && isCitizenCard)
        m_vietnamese = accept(cccd::parseDg13(raw(13)), 13);
    judgeIdentity();
    return {};
}

void ReadPlan::judgeIdentity()
{
    auto assembled = assembleIdentity(m_zone, m_vietnamese, m_request.at);
    m_identity.identity = std::move(assembled.data);
    using enum VerdictStep::Outcome;
    for (const auto& field : assembled.disagreements) {
        addReason(FailureCode::IdentityDisagrees, field);
        addStep("identity", field, Failed, "DG1 and DG13 differ");
    }
    if (m_zone && m_vietnamese && assembled.disagreements.empty())
        addStep("identity", "DG1, DG13", Passed, "agree");
    if (assembled.expired) {
        addReason(FailureCode::DocumentExpired, "DG1");
        addStep("expiry", "DG1", Failed, "expired");
    }
}

Result<void> ReadPlan::readPhoto()
{
    const auto file = takeAuthenticated(2);
    if (!file)
        return tl::make_unexpected(file.error());
    if (!*file)
        return {};
    auto photos = accept(parseDg2(raw(2)), 2);
    if (photos && !photos->empty()) {
        m_identity.photo = std::move(photos->front());
        if (m_request.photoReady)
            m_request.photoReady(*m_identity.photo);
    }
    return {};
}

/// Passive authentication first, then what was found around it.
ChipIdentity ReadPlan::conclude()
{
    auto verdict = m_passive ? m_passive->verdict() : AuthenticityVerdict();
    if (!m_passive)
        verdict.reasons.push_back({FailureCode::SodMissing, "EF.SOD"});
    auto& own = m_identity.authenticity;
    verdict.active = own.active;
    verdict.chip = own.chip;
    std::ranges::move(own.reasons, std::back_inserter(verdict.reasons));
    std::ranges::move(own.steps, std::back_inserter(verdict.steps));
    judgeChipProof(verdict, m_zone && isCitizenCard(m_zone->issuingState.view(), m_zone->documentType.view()));
    own = std::move(verdict);

    const auto& access = m_session.access();
    m_identity.access = access.protocol();
    m_identity.fallbackReason = access.fallbackReason();
    if (access.cardAccessFile().readable())
        m_identity.files["EF.CardAccess"] = {access.cardAccessFile().raw, sha256Hex(access.cardAccessFile().raw)};
    else
        m_identity.missing["EF.CardAccess"] = access.cardAccessFile().problem;
    m_identity.source = m_channel.info().source;
    m_identity.reader = m_channel.info().name;
    m_identity.virtualReader = m_channel.info().isVirtual;
    const auto duration = std::chrono::steady_clock::now() - m_start;
    m_identity.timing = {std::chrono::duration_cast<std::chrono::milliseconds>(duration).count(), m_session.exchanges(),
                         m_session.bytesRead()};
    m_session.report(ReadProgress::Phase::Done);
    return std::move(m_identity);
}

} // namespace chinhchu::nfc
