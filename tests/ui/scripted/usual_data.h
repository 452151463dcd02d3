#pragma once

#include "ui/view_models/kiosk.h"

namespace chinhchu::scripted {

/// Makes the page of @p state look as in the middle of its use: digits typed, half of the chip read, a face in the camera.
void useAsUsual(app::Session& session, ui::Kiosk& kiosk, app::Session::State state);

} // namespace chinhchu::scripted
