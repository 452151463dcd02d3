#pragma once

#include "ui/walk/manual/manual.h"

namespace chinhchu::ui {

/// The chapters of the manual and the sections in them.
enum class ManualRoad
{
    Usual,
    Everywhere,
    Special,
    CardMoved,
    Issuer,
    Child,
    Organisation,
    FourthNumber,
    NoChip,
    NoNetwork,
    CardPictures,
    Signatures,
    Staff,
    SignIn,
    Lists,
    Serving,
    Wrong, ///< %1 in its intro: the words of the button that tries again
};

/// With their headings, in the language that is installed.
Manual::Section manualSection(ManualRoad road, std::vector<Manual::Page> pages);
Manual::Chapter manualChapter(ManualRoad road, const char* anchor, std::vector<Manual::Section> sections);

} // namespace chinhchu::ui
