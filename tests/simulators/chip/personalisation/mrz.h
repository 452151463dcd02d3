#pragma once

#include "tests/simulators/chip/profile/profile.h"

namespace chinhchu::chip {

/// The machine-readable zone as DG1 holds it, without line breaks: TD1 (ICAO 9303-5) for a citizen card, TD3 (9303-4)
/// for a passport.
std::string machineReadableZone(const Profile& profile);

/// What BAC and PACE make their key of: document number, birth and expiry, each with its check digit (ICAO
/// 9303-11, 9.7.2).
std::string mrzInformation(const std::string& documentNumber, const std::string& birth, const std::string& expiry);
std::string mrzInformation(const Profile& profile);
/// The same out of a zone without line breaks; empty if that is none.
std::string mrzInformation(const std::string& zone);

std::string yymmdd(const Day& day);
/// "991231" for a card without expiry.
std::string expiryYymmdd(const Profile& profile);

} // namespace chinhchu::chip
