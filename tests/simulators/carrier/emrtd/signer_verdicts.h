#pragma once

#include "emrtd/security_object.h"

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <mutex>

namespace chinhchu::sandbox {

/// What was thought of document signers lately. One signer signs many thousands of cards, and building its chain is the
/// dearest of all checks; a verdict is kept for ten minutes, and only while the trusted certificates stay the same.
/// Thread-safe.
class SignerVerdicts
{
public:
    SignerVerdict judge(const SecurityObject& object, X509* signer, const std::shared_ptr<const AnchorSet>& anchors);

private:
    using Clock = std::chrono::steady_clock;
    struct Kept
    {
        SignerVerdict verdict;
        Clock::time_point until;
    };
    std::mutex m_mutex;
    std::shared_ptr<const AnchorSet> m_anchors;
    QHash<QByteArray, Kept> m_kept; ///< by the SHA-256 of the certificate
};

} // namespace chinhchu::sandbox
