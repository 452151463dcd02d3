#pragma once

#include "tests/simulators/chip/personalisation/key_maker.h"
#include "tests/simulators/chip/profile/profile.h"

#include <map>
#include <set>

#include <tl/expected.hpp>

namespace chinhchu::chip {

/// Everything a chip holds when it leaves the factory.
struct CardImage
{
    Profile profile;
    std::map<std::uint16_t, Bytes> files;           ///< of the eMRTD application, by file identifier
    std::set<std::uint16_t> forbidden;              ///< there, but only for those who passed Terminal Authentication
    std::map<std::uint16_t, std::uint32_t> endless; ///< files that claim to be longer than they are, with that length
    Bytes cardAccess;                               ///< empty: the card has none
    std::map<std::uint16_t, Bytes> masterFiles;     ///< EF.ATR/INFO (2F01), EF.DIR (2F00): anybody may read them
    Bytes cardSecurity;                             ///< only on a card with chip authentication mapping
    std::string mrzInformation, can, qr, mrz;
    Key activeKey; ///< null: no Active Authentication
    std::vector<ChipKey> chipKeys;
    std::vector<std::string> warnings;
};

/// Where the factory finds and keeps things.
struct Workshop
{
    std::string pki;    ///< keys and certificates stay here; empty: $XDG_CACHE_HOME/chinhchu/simulated-pki
    std::string photos; ///< a folder with photographs; empty: the environment variable CHINHCHU_PHOTOS
};

/// Makes the chip that a profile file describes. The error is a sentence for whoever wrote the profile, "file:line:
/// ...".
tl::expected<CardImage, std::string> personalise(const std::string& profileFile, const Workshop& workshop = {});

/// The same for a profile that is already read. Throws LabError.
CardImage personalise(const Profile& profile, const Workshop& workshop);
std::string pkiFolder(const Workshop& workshop);

} // namespace chinhchu::chip
