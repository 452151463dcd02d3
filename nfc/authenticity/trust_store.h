#pragma once

#include "resources/base/failure.h"

#include <filesystem>
#include <memory>

namespace chinhchu::nfc {

/// The issuers that are trusted: CSCA certificates, link certificates and CRLs. Immutable once loaded; share it.
class TrustStore
{
public:
    /// Trusts nobody: every intact chip ends as issuer-unknown.
    TrustStore();
    ~TrustStore();
    TrustStore(const TrustStore&) = default; ///< cheap: the content is shared
    TrustStore& operator=(const TrustStore&) = default;
    TrustStore(TrustStore&&) noexcept;
    TrustStore& operator=(TrustStore&&) noexcept;

    /// Reads a folder of certificates (PEM or DER) and CRLs. A broken file is an error that names the file.
    static Result<TrustStore> load(const std::filesystem::path& folder);

    struct Content;
    [[nodiscard]] const Content& content() const { return *m_content; }

private:
    std::shared_ptr<const Content> m_content;
};

} // namespace chinhchu::nfc
