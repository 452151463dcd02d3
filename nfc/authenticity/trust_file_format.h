#pragma once

#include "nfc/authenticity/trust_store_content.h"

#include <filesystem>

namespace chinhchu::nfc {

/// The imported part of a trust store: one file of BER-TLV, with what finds a certificate beside it, so that reading it
/// decodes nothing.
///
///     E1 { 80 version, 88 bundle version?, E2 { 81 kind, 82 scope, 83 source, 84 subject hash, 85 key identifier,
///          86 content, 87 country?, 89 of the bundle? } * }
///
/// The kinds: 1 certificate, 2 revocation list, 3 fingerprint of a confirmed signer, 4 deviation.
struct TrustFile
{
    static constexpr const char* fileName = "trust.store";

    std::uint32_t version = 0;       ///< grows with each import
    std::uint32_t bundleVersion = 0; ///< of the carrier's bundle that is in it; 0: none
    TrustStore::Content content;
};

/// TRUST_IMPORT_BROKEN if the file was damaged.
Result<TrustFile> decodeTrustFile(ByteView data);
Bytes encodeTrustFile(const TrustFile& file);

/// The store in @p folder; an empty one of version 0 if there is none yet.
Result<TrustFile> readTrustFileIn(const std::filesystem::path& folder);

/// Replaces it: written beside, flushed to the disk, then renamed; the old one goes into `history/`.
Result<void> replaceTrustFile(const std::filesystem::path& folder, const TrustFile& file);

} // namespace chinhchu::nfc
