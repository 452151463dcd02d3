#include "ui/walk/manual/page_sheets.h"

#include "ui/walk/manual/manual_words.h"

#include <algorithm>

namespace chinhchu::ui {

namespace {

using namespace paper;

constexpr double numberWidth = mm(20);
constexpr double numberGap = mm(4);
constexpr double column = width - numberWidth - numberGap;
constexpr double betweenPages = mm(7);
/// A picture in which the words of the page can still be read, on paper held in the hand.
constexpr double leastPicture = mm(90);

struct Item
{
    int number;
    const Manual::Section* opens; ///< the section that begins with this page and has a title
    const Manual::Page* page;
};

Block labelled(const QString& label, const QString& words, double room, QColor colour = quiet)
{
    if (words.isEmpty())
        return {};
    return below({text(label, {.points = 7.5, .bold = true, .colour = colour}, room), text(words, {.points = 9}, room)},
                 0);
}

/// The words of a button are not parted.
QString listed(QStringList buttons)
{
    for (QString& each : buttons)
        each.replace(u' ', QChar::Nbsp);
    return buttons.join(QChar(QChar::Nbsp) + QStringLiteral("· "));
}

Block wordsOf(const Manual::Page& page)
{
    constexpr double gap = mm(6);
    const auto seen = [&page](double room) {
        return below({labelled(manualLabel(ManualLabel::Says), page.says, room),
                      labelled(manualLabel(ManualLabel::Buttons), listed(page.buttons), room),
                      labelled(manualLabel(ManualLabel::SeenBy), page.seenBy, room)},
                     mm(1.2));
    };
    const auto staff = [&page](double room) {
        return labelled(manualLabel(ManualLabel::StaffDo), page.staff, room, accent);
    };
    if (seen(column).empty())
        return staff(column);
    // Pages that say much get more room for it where that saves lines: the picture may then be larger.
    constexpr double worthIt = mm(8);
    Block best;
    for (const double share : {0.5, 0.6, 0.7}) {
        const double room = (column - gap) * share;
        const Block both = beside({seen(room), staff(column - gap - room)}, gap);
        if (best.empty() || both.height < best.height - worthIt)
            best = both;
    }
    return best;
}

Block opening(const Manual::Section& section)
{
    return below({rule(width, accent), text(section.title, {.points = 15, .bold = true, .colour = accent}, width),
                  text(section.intro, {.points = 9.5}, width)},
                 mm(1.2));
}

Block itemBlock(const Item& item, double pictureWidth)
{
    const Manual::Page& page = *item.page;
    const Block row =
        beside({text(QString::number(item.number), {.points = 24, .bold = true, .colour = accent}, numberWidth),
                below({text(page.heading, {.points = 13, .bold = true}, column),
                       picture(page.picture, pictureWidth, manualPictureSize), wordsOf(page)},
                      mm(2))},
               numberGap);
    return item.opens ? below({opening(*item.opens), row}, mm(4)) : row;
}

/// The width of the largest pictures with which the pages stand below each other in @p room; 0: they do not.
double widthFor(const std::vector<Item>& items, double room)
{
    constexpr double slope = double(manualPictureSize.height()) / manualPictureSize.width();
    double words = -betweenPages;
    for (const Item& each : items)
        words += betweenPages + itemBlock(each, 0).height;
    constexpr double rounding = mm(0.1);
    const double wide = (room - words) / (static_cast<double>(items.size()) * slope) - rounding;
    return wide < leastPicture ? 0 : std::min(wide, column);
}

void addItems(Flow& flow, const std::vector<Item>& items)
{
    std::size_t next = 0;
    bool fresh = false;
    while (next < items.size()) {
        const double room = flow.room() - (fresh ? 0 : betweenPages);
        std::vector<Item> together(items.begin() + static_cast<std::ptrdiff_t>(next),
                                   items.begin() + static_cast<std::ptrdiff_t>(std::min(next + 2, items.size())));
        double wide = widthFor(together, room);
        if (wide == 0 && together.size() > 1) {
            together.pop_back();
            wide = widthFor(together, room);
        }
        if (wide == 0 && !fresh) {
            flow.nextSheet();
            fresh = true;
            continue;
        }
        for (const Item& each : together)
            flow.add(itemBlock(each, std::max(wide, leastPicture)), betweenPages, each.page->anchor());
        next += together.size();
        fresh = false;
    }
}

} // namespace

void addChapter(Flow& flow, const Manual::Chapter& chapter, int& number)
{
    flow.begin(chapter.title);
    flow.add(
        below({text(chapter.title, {.points = 22, .bold = true}, width), text(chapter.intro, {.points = 10}, width)},
              mm(1.5)),
        0, chapter.anchor);
    std::vector<Item> items;
    for (const auto& section : chapter.sections)
        for (const auto& page : section.pages)
            items.push_back(
                {++number, &page == &section.pages.front() && !section.title.isEmpty() ? &section : nullptr, &page});
    addItems(flow, items);
}

int SheetNumbers::of(const QString& id) const
{
    for (std::size_t i = 0; i < m_sheets.size(); ++i)
        for (const auto& placed : m_sheets[i].blocks)
            if (placed.id == id)
                return static_cast<int>(m_before + i + 1);
    return 0;
}

} // namespace chinhchu::ui
