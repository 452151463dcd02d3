#pragma once

#include "app/session/kiosk_parts.h"

namespace chinhchu::ui {

/// The program `chinhchu-kiosk`: reads the options, opens the window and runs until it is closed, or until a walk is
/// over.
/// @p preset is what the options start from; the demonstration puts a chip inside. Returns the exit status.
int runKiosk(int argc, char** argv, app::KioskOptions preset = {});

} // namespace chinhchu::ui
