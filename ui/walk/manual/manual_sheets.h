#pragma once

#include "ui/walk/manual/manual.h"
#include "ui/walk/manual/paper_flow.h"

namespace chinhchu::ui {

/// The whole manual laid out; the first sheet is the title with the contents.
std::vector<paper::Sheet> sheetsOf(const Manual& manual);

} // namespace chinhchu::ui
