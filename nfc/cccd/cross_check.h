#pragma once

#include "nfc/cccd/dg13.h"
#include "nfc/cccd/qr_code.h"
#include "nfc/lds/data_groups.h"

#include <string>
#include <vector>

namespace chinhchu::nfc::cccd {

/// One field that two sources hold differently. Names only: their content is personal data.
struct Disagreement
{
    std::string field;  ///< "number", "documentNumber", "fullName", "birthDate", "sex", "issueDate", "expiryDate", ...
    std::string first;  ///< "QR", "DG1" or "DG13"
    std::string second; ///< the other one
};

/// Compares, field by field, the three places of a citizen card that speak of the same person: the printed QR code, the
/// machine-readable zone in DG1 and the Vietnamese data in DG13. What a source leaves out disagrees with nothing; names
/// and addresses are compared by their letters without diacritics, so that writing habits do not matter.
///
/// DG1 and DG13 are signed, the QR code is not: whoever reads the result must weigh it.
std::vector<Disagreement> crossCheck(const QrCode* qr, const MachineReadableZone* zone, const Dg13* vietnamese);

} // namespace chinhchu::nfc::cccd
