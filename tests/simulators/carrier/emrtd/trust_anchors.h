#pragma once

#include "pki/openssl_types.h"

#include <QString>

#include <memory>
#include <mutex>

namespace chinhchu::sandbox {

/// The country signing certificates that this carrier believes: every DER or PEM certificate in a folder and below it.
/// Thread-safe.
class TrustAnchors
{
public:
    explicit TrustAnchors(QString folder);

    /// The certificates as they are now; the folder is looked at again when somebody asks after it changed.
    std::shared_ptr<STACK_OF(X509)> certificates();

private:
    void load();

    QString m_folder;
    std::mutex m_mutex;
    QString m_state; ///< names, sizes and times of the files that were loaded
    std::shared_ptr<STACK_OF(X509)> m_certificates;
};

} // namespace chinhchu::sandbox
