#pragma once

#include "tests/simulators/chip/personalisation/personalise.h"
#include "tests/simulators/chip/personalisation/portrait.h"

namespace chinhchu::chip {

/// A picture that hurts whoever decodes it, if the profile asks for one; it is signed like any other.
Portrait forgedPortrait(const Profile& profile, Portrait portrait);

/// Does to the finished chip what [attack] says.
void forge(CardImage& card, const Workshop& workshop);

} // namespace chinhchu::chip
