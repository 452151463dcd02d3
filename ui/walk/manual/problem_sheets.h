#pragma once

#include "ui/walk/manual/page_sheets.h"

namespace chinhchu::ui {

/// The table of what can go wrong: below what is there, its header on every sheet, no failure on two of them.
void addProblems(paper::Flow& flow, const std::vector<Manual::Problem>& problems);

/// All codes with the numbers of their sheets, on sheets of their own.
void addCodes(paper::Flow& flow, const std::vector<Manual::Problem>& problems, const SheetNumbers& numbers);

} // namespace chinhchu::ui
