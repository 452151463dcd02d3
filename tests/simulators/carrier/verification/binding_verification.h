#pragma once

#include "carrier.h"
#include "evidence/document.h"
#include "store/bindings.h"

#include <optional>

namespace chinhchu::sandbox {

/// A binding with what the checks found, before anything of it is stored.
struct Verification
{
    Binding binding;
    std::optional<EvidenceDocument> evidence;
    /// Of a carrier for real work: what demonstrations show comes again and again.
    bool realWork = false;
};

/// Opens the evidence and repeats every check. @p binding names key, device and time; state and reasons are set.
Verification verifyBinding(Carrier& carrier, const Binding& binding, const QByteArray& sealed);

/// What a decided binding does: its nonce is used up, its numbers are freed or disowned. Inside a transaction, once for
/// each binding. A nonce that somebody used before turns the decision into a refusal, which the caller has to store.
void applyDecision(Connection& connection, Verification& verification);

} // namespace chinhchu::sandbox
