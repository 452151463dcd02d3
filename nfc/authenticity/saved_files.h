#pragma once

#include "nfc/authenticity/authenticity_verdict.h"
#include "nfc/authenticity/trust_store.h"
#include "resources/base/wiping_memory.h"

#include <chrono>
#include <filesystem>

namespace chinhchu::nfc {

/// Signature and chain of an EF.SOD alone (tag 77, or the CMS inside it).
AuthenticityVerdict verifySod(ByteView sod, const TrustStore& trust, std::chrono::system_clock::time_point at);

/// Passive authentication of files saved from a chip: EF_SOD.bin, EF_COM.bin and EF_DG1.bin to EF_DG16.bin in @p
/// folder. A listed data group without a file is a step that was not performed, except DG1, without which nobody knows
/// whose document it is, and DG14 and DG15: whoever leaves those out hides what tells the chip from a copy
/// (CHIP_PROOF_WITHHELD). FILE_UNREADABLE if the folder or one of its files cannot be read or is no regular file.
Result<AuthenticityVerdict> verifySavedFiles(const std::filesystem::path& folder, const TrustStore& trust,
                                             std::chrono::system_clock::time_point at);

} // namespace chinhchu::nfc
