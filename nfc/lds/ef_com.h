#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <set>
#include <string>

namespace chinhchu::nfc {

/// EF.COM: what the chip says it holds (ICAO 9303-10, 4.6.1). Nobody signed it: EF.SOD decides, this only helps to
/// plan.
struct EfCom
{
    std::string ldsVersion; ///< "0107"; empty where the file does not say
    std::string unicodeVersion;
    std::set<int> dataGroups; ///< 1 to 16; unknown tags are left out
};

/// @p raw the file with its tag 60.
Result<EfCom> parseEfCom(ByteView raw);

/// 1..16 for a data group's tag (61 to 70, in the order of ICAO 9303-10, table 34), 0 for any other tag.
int dataGroupOfTag(std::uint32_t tag);

/// The tag of data group 1..16.
std::uint8_t tagOfDataGroup(int dataGroup);

} // namespace chinhchu::nfc
