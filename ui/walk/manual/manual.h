#pragma once

#include "resources/base/failure.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <vector>

namespace chinhchu::ui {

/// What the user manual holds, in one language: the pages as people see them, with the words that they have themselves,
/// then everything that can go wrong. tests/ui/manual_walk.h fills it from the pages; manual_words.h has the sentences
/// for the staff; manual_html.h and manual_paper.h give it a form.
struct Manual
{
    struct Page
    {
        QString key;   ///< of its note, and, in small letters, of its place: "ReadChip.gone"
        QString shows; ///< which page of the kiosk this is: "ReadChip"
        QString heading;
        QString says; ///< what is read and heard beside the heading; may be empty
        QStringList buttons;
        QString staff;  ///< what staff do
        QString seenBy; ///< the roles that see it; empty: everybody
        QImage picture; ///< may be missing where only the words are in question

        [[nodiscard]] QString anchor() const { return key.toLower().replace(u'.', u'-'); }
        [[nodiscard]] QString file() const { return QStringLiteral("pictures/%1.png").arg(anchor()); }
    };
    struct Section
    {
        QString title; ///< may be empty
        QString intro;
        std::vector<Page> pages;
    };
    struct Chapter
    {
        QString anchor;
        QString title;
        QString intro;
        std::vector<Section> sections;
    };
    struct Problem
    {
        QString code; ///< its place too
        QString happened;
        QString todo;
        QString help;
        QImage picture;

        [[nodiscard]] QString file() const { return QStringLiteral("pictures/%1.jpg").arg(code.toLower()); }
    };

    QString language;
    QString version;               ///< of the program
    std::vector<Chapter> chapters; ///< the last one is about what goes wrong: `problems` are its table
    std::vector<Problem> problems; ///< sorted by code
};

/// Of a page's picture: what the layout counts on.
constexpr QSize manualPictureSize{1366, 768};

/// `index.html`, `pictures/` and `chinhchu-LANGUAGE.pdf` in @p folder. STORAGE_FAILED names what cannot be written.
[[nodiscard]] Result<void> writeManual(const Manual& manual, const QString& folder);

/// `index.html` in @p folder: the way to the edition in each of app::languages(), which are folders beside it.
[[nodiscard]] Result<void> writeManualDoor(const QString& folder);

} // namespace chinhchu::ui
