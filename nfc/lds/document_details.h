#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <vector>

namespace chinhchu::nfc {

/// DG11: what the machine-readable zone has no room for (ICAO 9303-10, 4.7.11). Empty where the chip is silent; dates
/// are ISO 8601. What is not listed here is skipped.
struct PersonalDetails
{
    SecretText fullName; ///< fillers as blanks, in the national characters
    SecretText personalNumber;
    SecretText birthDate;
    SecretText birthPlace; ///< parts with ", " between them
    SecretText address;
};
Result<PersonalDetails> parseDg11(ByteView raw);

/// DG12: the document itself (4.7.12).
struct DocumentDetails
{
    SecretText issuingAuthority;
    SecretText issueDate; ///< ISO 8601
};
Result<DocumentDetails> parseDg12(ByteView raw);

/// One entry of DG16 (4.7.16): whom to tell when something happened to the holder.
struct PersonToNotify
{
    SecretText recordedOn; ///< ISO 8601
    SecretText name;
    SecretText telephone;
    SecretText address;
};
Result<std::vector<PersonToNotify>> parseDg16(ByteView raw);

/// DG7: the displayed signature or mark (4.7.7), encoded images that are decoded elsewhere. At most nine.
Result<std::vector<Bytes>> parseDg7(ByteView raw);

} // namespace chinhchu::nfc
