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

    /// Reads a folder: what importTrust() put there, and certificates (PEM or DER), CRLs and master lists (`*.ml`,
    /// vouched for by a certificate beside them) that lie in it. Those directly in it are trusted for every document of
    /// their own state, those in `citizen-card/` and `passport/` for these only. Hidden files, README*, *.txt and *.md
    /// are left alone; any other broken file is an error that names the file.
    static Result<TrustStore> load(const std::filesystem::path& folder);

    struct Content;
    [[nodiscard]] const Content& content() const { return *m_content; }

private:
    std::shared_ptr<const Content> m_content;
};

} // namespace chinhchu::nfc
