#pragma once

#include "nfc/authenticity/trust_store_content.h"

#include <filesystem>

namespace chinhchu::nfc {

/// The whole file; FILE_UNREADABLE, also for one above 16 MB, and for a pipe or device, which might never end.
Result<Bytes> readWholeFile(const std::filesystem::path& file);

/// Takes the certificates or revocation lists of one file (PEM with one or several, or DER) into @p content.
/// TRUST_IMPORT_BROKEN names the file and the entry that is broken.
Result<void> readTrustFile(const std::filesystem::path& file, DocumentScope scope, TrustStore::Content& content);

} // namespace chinhchu::nfc
