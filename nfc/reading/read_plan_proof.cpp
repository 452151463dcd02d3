// How the chip proves that it is no copy: what it said before it was opened, active authentication, chip
// authentication, and the mapping of PACE.

#include "nfc/access/chip_authentication.h"
#include "nfc/reading/card_security.h"
#include "nfc/reading/read_plan.h"

#include <algorithm>

namespace chinhchu::nfc {

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
    if (const auto asked = askChallenge(); !asked)
        return asked;
    const Bytes dg14 = m_authenticated.contains(14) ? raw(14) : Bytes();
    auto response = m_session.exchange(activeAuthenticationCommand(m_challenge, raw(15), m_session.extendedLength()));
    if (!response)
        return tl::make_unexpected(response.error());

    ActiveAuthenticationTranscript transcript{m_challenge, std::move(response->data)};
    const auto verified = response->ok()
                              ? verifyActiveAuthentication(raw(15), dg14, transcript)
                              : Result<void>(fail(FailureCode::ActiveAuthenticationFailed, toHex(response->sw)));
    using enum VerdictStep::Outcome;
    m_identity.authenticity.active = verified ? ChipProof::Passed : ChipProof::Failed;
    // Some chips answer only in the channel that Chip Authentication opens: one refusal is not the last word.
    m_activeRefused = !response->ok() && !m_activeRefused;
    if (m_activeRefused)
        return {};
    addStep("active-authentication", "DG15", verified ? Passed : Failed, verified ? "" : verified.error().detail);
    if (verified)
        m_session.identifyBy(raw(15), dg14);
    else
        addReason(FailureCode::ActiveAuthenticationFailed, "DG15");
    if (response->ok())
        m_identity.activeAuthentication = std::move(transcript);
    m_session.report(ReadProgress::Phase::ReadingFiles);
    return {};
}

/// The caller's challenge, bound to this chip, or a random one; the same for a second attempt.
Result<void> ReadPlan::askChallenge()
{
    if (!m_challenge.empty())
        return {};
    const auto& sod = m_identity.files.at(efSod().name).raw;
    auto challenge = m_request.challenge ? m_request.challenge(sod) : m_session.random()(8);
    if (!challenge)
        return tl::make_unexpected(challenge.error());
    m_challenge = std::move(*challenge);
    return {};
}

Result<void> ReadPlan::repeatActiveAuthentication()
{
    return m_activeRefused ? performActiveAuthentication() : Result<void>();
}

/// After Active Authentication, in the channel that is open: there are chips whose Active Authentication does not work
/// in the channel that Chip Authentication opens.
Result<void> ReadPlan::performChipAuthentication()
{
    auto& verdict = m_identity.authenticity;
    verdict.chip = ChipProof::Unsupported;
    if (isExpected(14) && !m_authenticated.contains(14))
        verdict.chip = m_identity.missing.contains("DG14") ? ChipProof::Failed : ChipProof::NotPerformed;
    const auto mapped = proveByMapping();
    if (!mapped || *mapped)
        return mapped ? Result<void>() : tl::make_unexpected(mapped.error());
    if (!m_dg14 || !offersChipAuthentication(*m_dg14))
        return {};
    m_session.report(ReadProgress::Phase::Authenticating);
    const auto proven = m_session.authenticateChip(*m_dg14, dataGroupFile(1));
    const bool judged = proven || proven.error().code == FailureCode::ChipAuthenticationFailed;
    if (!judged)
        return proven;
    using enum VerdictStep::Outcome;
    verdict.chip = proven ? ChipProof::Passed : ChipProof::Failed;
    addStep("chip-authentication", "DG14", proven ? Passed : Failed,
            proven ? "attested by this device" : proven.error().detail);
    if (!proven)
        addReason(FailureCode::ChipAuthenticationFailed, "DG14");
    m_session.report(ReadProgress::Phase::ReadingFiles);
    return {};
}

/// PACE with Chip Authentication Mapping (ICAO 9303-11, 4.4.3.5): the chip proved itself while the channel was opened,
/// if the key is its own. Somebody must vouch for the key: a trusted issuer, the signer of EF.SOD, or the signed DG14.
/// True if that settles the matter.
Result<bool> ReadPlan::proveByMapping()
{
    const auto& access = m_session.access();
    if (!access.mapped())
        return false;
    const std::string name = efCardSecurity().name;
    const auto file = access.masterFiles().find(name);
    if (file == access.masterFiles().end() || !file->second.readable())
        return false; // Chip Authentication, if there is one, must do
    auto& verdict = m_identity.authenticity;
    const auto failed = [&](std::string why) {
        verdict.chip = ChipProof::Failed;
        addStep("chip-authentication", name, VerdictStep::Outcome::Failed, std::move(why));
        addReason(FailureCode::ChipAuthenticationFailed, name);
        return true;
    };
    const auto security = authenticateCardSecurity(file->second.raw, m_request.trust, m_request.at);
    if (!security)
        return failed(security.error().detail);
    const auto key =
        std::ranges::find_if(security->infos.chipAuthenticationKeys, [&](const ChipAuthenticationKey& candidate) {
            return access.mappedWith(candidate.publicKey);
        });
    if (key == security->infos.chipAuthenticationKeys.end())
        return failed("PACE mapped with another key");
    const bool sameSigner =
        m_passive && m_passive->signatureValid() && m_passive->signerCertificate() == security->signerCertificate;
    const bool vouchedFor = security->issuerTrusted || sameSigner || (m_dg14 && holdsChipKey(*m_dg14, key->publicKey));
    if (!vouchedFor) {
        addStep("chip-authentication", name, VerdictStep::Outcome::Warning, "its issuer is not known");
        return false;
    }
    verdict.chip = ChipProof::Passed;
    addStep("chip-authentication", name, VerdictStep::Outcome::Passed,
            "PACE-CAM, " + security->scheme + ", attested by this device");
    m_session.identifyBy(key->publicKey);
    return true;
}

} // namespace chinhchu::nfc
