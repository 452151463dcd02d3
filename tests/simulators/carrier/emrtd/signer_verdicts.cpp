#include "emrtd/signer_verdicts.h"

namespace chinhchu::sandbox {

namespace {

constexpr auto keptFor = std::chrono::minutes(10);
constexpr qsizetype mostKept = 1000;

QByteArray fingerprint(X509* certificate)
{
    unsigned char hash[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    X509_digest(certificate, EVP_sha256(), hash, &length);
    return QByteArray(reinterpret_cast<const char*>(hash), int(length));
}

} // namespace

SignerVerdict SignerVerdicts::judge(const SecurityObject& object, X509* signer,
                                    const std::shared_ptr<const AnchorSet>& anchors)
{
    const QByteArray name = fingerprint(signer);
    {
        const std::lock_guard lock(m_mutex);
        if (m_anchors != anchors || m_kept.size() >= mostKept) {
            m_kept.clear();
            m_anchors = anchors;
        }
        const auto found = m_kept.constFind(name);
        if (found != m_kept.constEnd() && found->until > Clock::now())
            return found->verdict;
    }
    const SignerVerdict verdict = object.judge(signer, *anchors);
    // Only a good verdict is kept: a bad one may come from what else this one security object carried.
    if (verdict == SignerVerdict::Trusted) {
        const std::lock_guard lock(m_mutex);
        if (m_anchors == anchors)
            m_kept.insert(name, {verdict, Clock::now() + keptFor});
    }
    return verdict;
}

} // namespace chinhchu::sandbox
