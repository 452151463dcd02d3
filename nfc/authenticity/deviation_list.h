#pragma once

#include "nfc/authenticity/checklist.h"
#include "nfc/authenticity/signed_data.h"
#include "nfc/authenticity/trust_store_content.h"

namespace chinhchu::nfc {

/// Reads a deviation list (ICAO 9303-3): documents that a state issued with a fault, by their signer, and what is wrong
/// with them. Its signer must have the purpose of signing such lists and chain to one of @p roots, valid at @p at.
///
/// TRUST_IMPORT_BROKEN names the entry that is none, TRUST_IMPORT_UNSIGNED if no root vouches for the list.
Result<std::vector<KnownDeviation>> readDeviationList(const SignedData& message,
                                                      const std::vector<CertificateHandle>& roots, TimePoint at,
                                                      const std::string& source);

constexpr const char* oidDeviationList = "2.23.136.1.1.7";

/// "id-Deviation-LDS-COMInconsistent: the list of files is wrong"; for `trust list`.
std::string describe(const KnownDeviation& deviation);

/// Names in @p list every deviation that is known of @p signer's documents. Only faults of form are tolerated for it: a
/// coding error of the signer's certificate, an EF.COM that disagrees. A wrong signature or hash stays a forgery,
/// whoever explains it.
///
/// @p documentType and @p issued as far as they are known: a deviation that is limited to others does not count.
void applyDeviations(const std::vector<KnownDeviation>& known, X509* signer, std::string_view documentType,
                     std::optional<TimePoint> issued, Checklist& list);

} // namespace chinhchu::nfc
