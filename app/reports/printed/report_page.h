#pragma once

#include "app/reports/report.h"

namespace chinhchu::app {

/// The report as pages of A4 in PDF, with room for the plan where none was given and for two signatures.
///
/// The one place in app that draws letters: a QGuiApplication has to be there, on any platform; "offscreen" needs no
/// screen. SETTINGS_INVALID where this machine has no font with Vietnamese letters.
Result<QByteArray> reportPage(const Report& report);

} // namespace chinhchu::app
