#pragma once

#include "tests/simulators/chip/personalisation/portrait.h"
#include "tests/simulators/chip/profile/profile.h"
#include "tests/simulators/chip/wire/bytes.h"

namespace chinhchu::chip {

/// File identifier and tag of "EF.COM", "EF.SOD", "DG1" ... "DG16" (ICAO 9303-10, 4.6). Throws for any other name.
std::uint16_t fileIdentifier(const std::string& name);
std::uint32_t fileTag(const std::string& name);

Bytes makeCom(const std::vector<std::string>& groups);
Bytes makeDg1(const Profile& profile);
/// One face (ISO/IEC 19794-5:2005) in a CBEFF template (ICAO 9303-10, 4.7.2).
Bytes makeDg2(const Portrait& portrait);
/// A stand-in for fingerprints: they cannot be read, but the SOD has their hash.
Bytes makeDg3();
/// Additional personal details of a passport (ICAO 9303-10, 4.7.11).
Bytes makeDg11(const Profile& profile);
/// The Vietnamese-language data of the citizen card.
Bytes makeDg13(const Profile& profile);
Bytes makeDg15(ByteView subjectPublicKeyInfo);

/// What the QR code printed on the card says.
std::string qrText(const Profile& profile);

} // namespace chinhchu::chip
