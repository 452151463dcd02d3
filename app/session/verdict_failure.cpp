#include "app/session/verdict_failure.h"

#include <algorithm>

namespace chinhchu::app {

namespace {

/// For a verdict that names no reason.
FailureCode codeWithoutReason(const nfc::AuthenticityVerdict& verdict, int status)
{
    if (status == 6) {
        return FailureCode::IssuerUnknown;
    }
    return verdict.passive == nfc::PassiveResult::Absent ? FailureCode::SodMissing : FailureCode::SodSignatureInvalid;
}

} // namespace

std::optional<Failure> verdictFailure(const nfc::AuthenticityVerdict& verdict)
{
    const int status = nfc::exitStatus(verdict);
    if (status == 0) {
        return std::nullopt;
    }
    const auto reason = std::ranges::find_if(verdict.reasons, [status](const nfc::VerdictReason& each) {
        return chinhchu::exitStatus(each.code) == status;
    });
    if (reason == verdict.reasons.end()) {
        return Failure{codeWithoutReason(verdict, status), {}};
    }
    return Failure{reason->code, reason->subject};
}

} // namespace chinhchu::app
