#pragma once

#include "ui/walk/manual/manual.h"

namespace chinhchu::ui {

/// The manual as one page with links, well formed as XML too; its pictures are files beside it.
QString manualHtml(const Manual& manual);

/// The way to the editions.
QString manualDoorHtml();

} // namespace chinhchu::ui
