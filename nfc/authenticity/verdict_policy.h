#pragma once

#include "nfc/authenticity/authenticity_verdict.h"

#include <string_view>

namespace chinhchu::nfc {

/// Who stands beside the citizen.
enum class ServiceMode
{
    Assisted,   ///< staff in a shop, who can look at the document
    Mobile,     ///< a team in a hall, often without network
    SelfService ///< nobody
};

/// What the carrier said about the signer's certificate when it was asked.
enum class OnlineCheck
{
    NotAsked,
    Unreachable, ///< no network, or no answer in time
    Confirmed,
    Denied
};

/// What becomes of a session with this chip.
enum class VerdictDecision
{
    GoOn,
    AskCarrier,        ///< ask about the signer's certificate, then decide again
    GoOnProvisionally, ///< sealed, but the receipt says "received, not yet authenticated"; the carrier decides
    HandOver,          ///< to a member of staff, who looks at the document
    Refuse
};

/// What the carrier's signed policy says; these are the defaults.
struct VerdictPolicy
{
    /// Without an answer about the signer the session may go on, provisionally.
    bool provisionalWhenUnreachable = true;
    /// A chip that cannot prove that it is no copy goes on where staff looks at the document itself.
    bool staffMayAcceptUnprovenChip = false;
    /// A revocation list that is overdue or missing is good enough; else the carrier is asked.
    bool acceptStaleRevocation = true;
    bool acceptMissingRevocation = true;
};

/// Whether a session may go on with this verdict. A failure is never overruled, by nobody, nor
/// are countries that disagree.
VerdictDecision decide(const AuthenticityVerdict& verdict, ServiceMode mode, OnlineCheck online,
                       const VerdictPolicy& policy = {});

constexpr std::string_view toString(OnlineCheck check)
{
    constexpr std::string_view names[] = {"not-asked", "unreachable", "confirmed", "denied"};
    return names[static_cast<int>(check)];
}

constexpr std::string_view toString(VerdictDecision decision)
{
    constexpr std::string_view names[] = {"go-on", "ask-carrier", "provisional", "hand-over", "refuse"};
    return names[static_cast<int>(decision)];
}

} // namespace chinhchu::nfc
