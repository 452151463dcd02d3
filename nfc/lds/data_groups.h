#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <optional>
#include <vector>

namespace chinhchu::nfc {

/// DG1: the machine-readable zone, check digits verified. Dates stay as printed (YYMMDD).
struct MachineReadableZone
{
    SecretText documentType;   ///< "ID", "P", ...
    SecretText issuingState;   ///< "VNM"
    SecretText documentNumber; ///< on the citizen card the last 9 digits
    SecretText optionalData;   ///< on the citizen card the full 12 digits
    SecretText birthDate;
    SecretText sex;
    SecretText expiryDate;
    SecretText nationality;
    SecretText name; ///< "NGUYEN VAN AN": primary identifier first, fillers as blanks
};

Result<MachineReadableZone> parseDg1(ByteView raw);

/// DG2: the encoded photograph(s) (ISO/IEC 19794-5 or 39794-5 in CBEFF). The image stays encoded: it is decoded
/// elsewhere.
struct ChipPhoto
{
    enum class Encoding
    {
        Jpeg,
        Jpeg2000
    } encoding = Encoding::Jpeg;
    Bytes image;
};

/// All of them, at most nine for each template; the first is the one that is printed on the document.
Result<std::vector<ChipPhoto>> parseDg2(ByteView raw);

} // namespace chinhchu::nfc
