#include "ui/walk/manual/manual_chapters.h"

#include <QCoreApplication>

#include <array>

namespace chinhchu::ui {

namespace {

struct Heading
{
    const char* title;
    const char* intro;
};

// In the order of ManualRoad.
constexpr std::array headings = {
    Heading{QT_TRANSLATE_NOOP("Manual", "The usual session"),
            QT_TRANSLATE_NOOP("Manual", "Staff explain and wait; the person ticks and confirms with their own hand.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "On every page"),
            QT_TRANSLATE_NOOP("Manual", "These two sheets may lie over any page.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "Special roads"),
            QT_TRANSLATE_NOOP("Manual", "Pages that only some people see, or only where the carrier asks for them. The "
                                        "pages between them are those of the usual session.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "The card moves while it is read"),
            QT_TRANSLATE_NOOP("Manual", "Reading stops; nothing is lost.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "A card whose issuer is not known here"),
            QT_TRANSLATE_NOOP("Manual",
                              "The chip is intact, and this kiosk does not know who issued it. The carrier is "
                              "asked; without a network the session goes on where the carrier's rules allow it.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "A child with a parent"),
            QT_TRANSLATE_NOOP("Manual",
                              "From 6 to under 15 years the child's card and face come first, then those of a "
                              "parent; the carrier may set a higher age. Below 6 years a parent registers the "
                              "number in their own name. It needs a member of staff who serves.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "A number of an organisation"),
            QT_TRANSLATE_NOOP("Manual", "The carrier says that an organisation holds the number.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "A fourth number"),
            QT_TRANSLATE_NOOP("Manual", "A point of sale that is not the carrier's own registers at most three prepaid "
                                        "numbers for one person.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "A card without a chip"),
            QT_TRANSLATE_NOOP("Manual", "The kiosk cannot confirm such a card; the counter can.")},
    Heading{
        QT_TRANSLATE_NOOP("Manual", "Without a network"),
        QT_TRANSLATE_NOOP("Manual", "Nothing is lost: the confirmation is sealed on the kiosk and sent by itself.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "Pictures of the card (where the carrier asks)"),
            QT_TRANSLATE_NOOP("Manual", "They come after the phone number and before the number on the card.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "Digital signature, and signing by hand (where the carrier asks)"),
            QT_TRANSLATE_NOOP("Manual", "They come before the last look.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "For staff"),
            QT_TRANSLATE_NOOP("Manual",
                              "Behind the greeting, for those who have a staff number and a PIN. Nothing there "
                              "names a person who was served.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "Signing in"),
            QT_TRANSLATE_NOOP("Manual", "Your supervisor gives you number and PIN.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "What there is to see"),
            QT_TRANSLATE_NOOP("Manual", "Each role sees only its own lists.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "Serving people"),
            QT_TRANSLATE_NOOP("Manual",
                              "Clerks and supervisors serve from the sign-in on, until they sign out or nobody "
                              "touches anything for 15 minutes.")},
    Heading{QT_TRANSLATE_NOOP("Manual", "When something is wrong"),
            QT_TRANSLATE_NOOP("Manual",
                              "The code stands in small letters on the page; here are all codes from A to Z. While "
                              "there is a button “%1” the person may try again; without it a member of staff "
                              "takes over. Some codes are met by technicians only.")},
};
static_assert(headings.size() == static_cast<std::size_t>(ManualRoad::Wrong) + 1);

QString translated(const char* text)
{
    return QCoreApplication::translate("Manual", text);
}

const Heading& headingOf(ManualRoad road)
{
    return headings.at(static_cast<std::size_t>(road));
}

} // namespace

Manual::Section manualSection(ManualRoad road, std::vector<Manual::Page> pages)
{
    const Heading& heading = headingOf(road);
    return {translated(heading.title), translated(heading.intro), std::move(pages)};
}

Manual::Chapter manualChapter(ManualRoad road, const char* anchor, std::vector<Manual::Section> sections)
{
    const Heading& heading = headingOf(road);
    return {QString::fromLatin1(anchor), translated(heading.title), translated(heading.intro), std::move(sections)};
}

} // namespace chinhchu::ui
