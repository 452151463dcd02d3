#pragma once

#include "emrtd/signer_verdicts.h"
#include "emrtd/trust_anchors.h"
#include "pki/authority.h"
#include "policy.h"
#include "store/database.h"

#include <functional>
#include <memory>

namespace chinhchu::sandbox {

class FaceComparer;

/// What every operation works with. Holds nothing that another sandbox on the same database would not have.
struct Carrier
{
    std::shared_ptr<const Authority> authority;
    std::shared_ptr<TrustAnchors> anchors;
    SignerVerdicts signers;
    std::shared_ptr<Database> database;
    Policy policy;
    /// None: faces are compared by the kiosk's own numbers only.
    std::shared_ptr<FaceComparer> faces;
    /// A fault on demand: how long verification takes at least.
    int verificationMs = 0;
    /// Set when bindings are verified after the answer: tells the verifier that there is one more.
    std::function<void()> verifyLater;
};

} // namespace chinhchu::sandbox
