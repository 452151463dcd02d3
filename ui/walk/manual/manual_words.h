#pragma once

#include "app/staff/staff_roles.h"

#include <QString>

#include <string_view>

namespace chinhchu::ui {

/// The manual's own words; everything else is the pages' own.
enum class ManualLabel
{
    Title,
    Subtitle,
    Lead, ///< what to bring, and how the pages are made
    Invented,
    Version, ///< %1: of the program
    Contents,
    ThePage, ///< %1: its title; for those who cannot see the picture
    Says,
    Buttons,
    SeenBy,
    StaffDo,
    Picture,
    CodeAndHappened,
    ToDo,
    Help,
    AllCodes,
    Paper, ///< the same as a PDF
};

/// In the language that is installed.
QString manualLabel(ManualLabel label);

struct ManualNote
{
    QString heading; ///< empty: the page's own title
    QString staff;   ///< what staff do; {primary} and the like stand for the words of the button of that name
};

/// Of a page of the manual: "ReadChip.gone". Both are empty for a key that has none.
ManualNote manualNote(std::string_view key);

/// The roles that may do it: "Clerk, supervisor".
QString rolesThatMay(app::StaffRight right);

} // namespace chinhchu::ui
