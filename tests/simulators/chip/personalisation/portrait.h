#pragma once

#include "tests/simulators/chip/profile/profile.h"
#include "tests/simulators/chip/wire/bytes.h"

namespace chinhchu::chip {

struct Portrait
{
    Bytes encoded;
    int width = 0, height = 0;
    bool jpeg2000 = false;
};

/// The profile's photograph, cropped, scaled and compressed into the size it allows. Looked for next to the profile,
/// then in @p photos. Where it is missing a neutral grey head is drawn and @p warnings says so.
Portrait makePortrait(const Profile& profile, const std::string& photos, std::vector<std::string>& warnings);

} // namespace chinhchu::chip
