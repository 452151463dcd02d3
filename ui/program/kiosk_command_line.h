#pragma once

#include "app/session/kiosk_parts.h"
#include "ui/walk/demonstration_walk.h"

#include <QSize>

#include <optional>

namespace chinhchu::ui {

/// What `chinhchu-kiosk` was asked for.
struct KioskCommandLine
{
    app::KioskOptions parts;
    QString language;
    bool silent = false; ///< no voice at all
    QString clips;       ///< folder of recordings; empty: `clips` of the home
    bool fullscreen = true;
    QSize size; ///< of the window when it does not fill the screen
    std::optional<WalkPlan> walk;
    QString figures; ///< file for what this run cost; empty: none
    int keptBy = -1; ///< descriptor of the keeper's line; negative: none
    int seconds = 0; ///< the run ends by itself after so long; 0: it does not
};

/// Whether help or version is all that is wanted: that needs no display, without which Qt would abort.
bool asksOnlyForWords(const QStringList& arguments);

/// Ends the process for --help, --version and for what it does not understand (exit status 2).
KioskCommandLine readCommandLine(const QStringList& arguments, app::KioskOptions preset);

} // namespace chinhchu::ui
