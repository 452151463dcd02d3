#pragma once

#include "nfc/cccd/dg13.h"
#include "nfc/chip_reader.h"
#include "nfc/lds/document_details.h"

namespace chinhchu::nfc {

/// The authenticated files that speak of the holder; each may be missing.
struct IdentitySources
{
    std::optional<MachineReadableZone> zone;
    std::optional<cccd::Dg13> vietnamese;
    std::optional<PersonalDetails> person;
    std::optional<DocumentDetails> document;
};

/// One person out of several files.
struct AssembledIdentity
{
    IdentityData data;
    bool expired = false;
};

/// DG13 is the richest source, DG1 the one that every document has, DG11 and DG12 fill what both leave out. Years of
/// two digits are resolved by the fuller sources, else by what is possible at @p at.
AssembledIdentity assembleIdentity(const IdentitySources& sources, std::chrono::system_clock::time_point at);

} // namespace chinhchu::nfc
