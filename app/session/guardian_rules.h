#pragma once

#include "nfc/chip_reader.h"

#include <QDate>

#include <optional>

namespace chinhchu::app {

/// What the age of a citizen means for the session (Circular 08/2026).
enum class Guardianship
{
    NotNeeded,
    Beside, ///< from 6: a parent consents in writing, and is there with card and face
    Instead ///< below 6: the parent registers, not the child
};

/// @p below: the carrier's bound, 15 or more. An age that nobody knows is no child's: the carrier compares the date of
/// birth with the population database.
Guardianship guardianship(std::optional<int> age, int below);

/// Whether this person may stand for that child: somebody else, and an adult on @p day.
bool mayStandFor(const nfc::IdentityData& child, const nfc::IdentityData& guardian, QDate day);

} // namespace chinhchu::app
