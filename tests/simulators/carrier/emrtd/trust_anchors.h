#pragma once

#include "pki/openssl_types.h"

#include <QString>

#include <memory>
#include <mutex>

namespace chinhchu::sandbox {

/// What a folder held at one moment; never changes.
struct AnchorSet
{
    CertificatesPtr certificates{sk_X509_new_null()};
    RevocationsPtr revocations{sk_X509_CRL_new_null()};
};

/// The country signing certificates that this carrier believes, and revocation lists: every DER or PEM file of that
/// kind in a folder and below it. Thread-safe.
class TrustAnchors
{
public:
    explicit TrustAnchors(QString folder)
        : m_folder(std::move(folder))
    {
    }

    /// As they are now: the folder is read again when a file in it changed.
    std::shared_ptr<const AnchorSet> current();

private:
    QString m_folder;
    std::mutex m_mutex;
    QString m_state; ///< names, sizes and times of the files that were loaded
    std::shared_ptr<const AnchorSet> m_anchors;
};

} // namespace chinhchu::sandbox
