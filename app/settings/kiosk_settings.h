#pragma once

#include "app/settings/home.h"
#include "resources/base/failure.h"

namespace chinhchu::app {

/// What a technician sets at the kiosk itself. Everything that decides what a session accepts is the carrier's policy and
/// cannot be set here.
struct KioskSettings
{
    static constexpr int contrasts = 4;
    static constexpr int loudest = 3;

    /// What every new person begins with.
    QString language; ///< "vi" or "en"; empty: the program's own choice
    bool largeText = false;
    int contrast = 0; ///< 0 to 3, as in Theme.Contrast
    int volume = 2;   ///< 0 is silent, 3 is loud

    QString reader; ///< empty: the first one attached
    QString camera; ///< a device; empty: the first one attached

    /// What was saved. A member that is missing, or out of bounds, is as built in; so is everything in a damaged file: a
    /// kiosk must start.
    static KioskSettings load(const Home& home);
    /// STORAGE_FAILED.
    [[nodiscard]] Result<void> save(const Home& home) const;
};

} // namespace chinhchu::app
