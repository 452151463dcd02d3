#pragma once

#include "nfc/cccd/dg13.h"
#include "nfc/chip_reader.h"

namespace chinhchu::nfc {

/// One person out of two files, with what does not fit together.
struct AssembledIdentity
{
    IdentityData data;
    /// Names of the fields that DG1 and DG13 hold differently: "number", "birthDate", ... Never their content.
    std::vector<std::string> disagreements;
    bool expired = false;
};

/// DG13 is the richer source, DG1 the one that every document has; both are already authenticated. Years of two digits
/// are resolved by DG13, else by what is possible at @p at. Either file may be missing.
AssembledIdentity assembleIdentity(const std::optional<MachineReadableZone>& zone,
                                   const std::optional<cccd::Dg13>& vietnamese,
                                   std::chrono::system_clock::time_point at);

} // namespace chinhchu::nfc
