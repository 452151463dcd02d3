#include "nfc/authenticity/verdict_policy.h"

#include <algorithm>

namespace chinhchu::nfc {
namespace {

bool lacksProof(const AuthenticityVerdict& verdict)
{
    return verdict.active != ChipProof::Passed && verdict.chip != ChipProof::Passed;
}

/// Nobody vouches for the signer, or nobody who may for this kind of document.
bool lacksIssuer(const AuthenticityVerdict& verdict)
{
    return verdict.passive == PassiveResult::IssuerUnknown ||
           std::any_of(verdict.reasons.begin(), verdict.reasons.end(), [](const VerdictReason& reason) {
               return chinhchu::exitStatus(reason.code) == 6 && reason.code != FailureCode::ChipProofAbsent;
           });
}

/// Signer, issuer and DG1 name different states: no word about the signer alone mends that.
bool countriesDisagree(const AuthenticityVerdict& verdict)
{
    return std::any_of(verdict.reasons.begin(), verdict.reasons.end(), [](const VerdictReason& reason) {
        return reason.code == FailureCode::IssuerCountryDisagrees || reason.code == FailureCode::SignerCountryDisagrees;
    });
}

bool lacksRevocation(const AuthenticityVerdict& verdict, const VerdictPolicy& policy)
{
    return (verdict.revocation == RevocationState::Stale && !policy.acceptStaleRevocation) ||
           (verdict.revocation == RevocationState::Missing && !policy.acceptMissingRevocation);
}

} // namespace

VerdictDecision decide(const AuthenticityVerdict& verdict, ServiceMode mode, OnlineCheck online,
                       const VerdictPolicy& policy)
{
    if (exitStatus(verdict) == 5 || countriesDisagree(verdict) || online == OnlineCheck::Denied)
        return VerdictDecision::Refuse;
    if (lacksProof(verdict)) {
        if (mode == ServiceMode::SelfService)
            return VerdictDecision::HandOver;
        if (!policy.staffMayAcceptUnprovenChip)
            return VerdictDecision::Refuse;
    }
    if (!lacksIssuer(verdict) && !lacksRevocation(verdict, policy))
        return VerdictDecision::GoOn;
    switch (online) {
    case OnlineCheck::Confirmed:
        return VerdictDecision::GoOn;
    case OnlineCheck::NotAsked:
        return VerdictDecision::AskCarrier;
    default:
        return policy.provisionalWhenUnreachable ? VerdictDecision::GoOnProvisionally : VerdictDecision::Refuse;
    }
}

} // namespace chinhchu::nfc
