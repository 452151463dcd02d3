#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <map>

namespace chinhchu::nfc::cccd {

/// DG13 of the citizen card: its data in Vietnamese. Empty where the card says nothing. Dates are ISO 8601
/// ("1999-01-15"); an expiry of "Không thời hạn" is empty with `noExpiry` set. Ethnicity and religion (fields 6 and 7)
/// are never taken out.
struct Dg13
{
    SecretText number;
    SecretText fullName;
    SecretText birthDate;
    SecretText sex;
    SecretText nationality;
    SecretText origin;
    SecretText residence;
    SecretText identifyingFeatures;
    SecretText issueDate;
    SecretText expiryDate;
    bool noExpiry = false;
    SecretText father;
    SecretText mother;
    SecretText spouse;
    SecretText oldNumber;
    /// Fields whose number is not known, by number, as they came.
    std::map<int, Bytes> unknown;
};

Result<Dg13> parseDg13(ByteView raw);

} // namespace chinhchu::nfc::cccd
