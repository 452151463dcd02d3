#pragma once

#include "nfc/authenticity/checklist.h"
#include "nfc/authenticity/trust_store_content.h"

#include <string_view>

namespace chinhchu::nfc {

/// Whether the two-letter country of a certificate and the issuing state of a machine-readable zone (three letters, "D"
/// for Germany; ICAO 9303-3, part A and the codes reserved there) are the same.
bool countryIsState(std::string_view alpha2, std::string_view mrzState);

/// A citizen card is a document of type I from VNM.
bool isCitizenCard(std::string_view alpha3, std::string_view documentType);

/// The issuing state and type of the document against the country of its signer, the scopes for which that is trusted
/// and the document types that the signer may sign.
void checkIssuingState(X509* signer, const std::vector<DocumentScope>& scopes, std::string_view alpha3,
                       std::string_view documentType, Checklist& list);

} // namespace chinhchu::nfc
