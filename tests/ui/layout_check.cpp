#include "tests/ui/layout_check.h"

#include "tests/ui/item_kinds.h"

#include <QQuickItem>
#include <QTextLayout>

#include <algorithm>

namespace chinhchu::scripted {

namespace {

constexpr double slack = 1.5; // pixels of rounding
constexpr double millimetresOfAFinger = 12.7;
constexpr double millimetresAside = 2;

struct Seen
{
    QQuickItem* item;
    QRectF area; ///< in the window
};

/// A list that scrolls may reach beyond its view, and so the window.
bool scrolls(QQuickItem* item)
{
    for (QQuickItem* parent = item->parentItem(); parent; parent = parent->parentItem())
        if (isA(parent, "QQuickFlickable") && parent->property("interactive").toBool() &&
            parent->property("contentHeight").toDouble() > parent->height() + slack)
            return true;
    return false;
}

bool isCard(const QQuickItem* item)
{
    return isA(item, "Card_QMLTYPE");
}

struct Sight
{
    QList<Seen> texts;
    QList<Seen> controls;
    QList<Seen> cards;
    QList<Seen> halves; ///< cards that a list shows a part of
};

void collect(QQuickItem* item, Sight& sight, QRectF window)
{
    // What is disabled as a whole lies under a sheet.
    const bool page = item->metaObject()->indexOfProperty("primaryText") >= 0;
    if (!item->isVisible() || item->opacity() <= 0 || (page && !item->isEnabled()))
        return;
    const QRectF area = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    if (item->clip())
        window = window.intersected(area);
    if (isCard(item) && scrolls(item) && window.adjusted(slack, slack, -slack, -slack).intersects(area) &&
        !window.adjusted(-slack, -slack, slack, slack).contains(area))
        sight.halves.append({item, area});
    // What a list has scrolled out of sight is judged when it is in sight.
    if (scrolls(item) && !window.contains(area) && (isControl(item) || isA(item, "QQuickText")))
        return;
    if (isA(item, "QQuickText") && !item->property("text").toString().isEmpty())
        sight.texts.append({item, area});
    if (isControl(item))
        sight.controls.append({item, area});
    if (isCard(item))
        sight.cards.append({item, area.intersected(window)});
    for (QQuickItem* child : item->childItems())
        collect(child, sight, window);
}

bool inside(const QQuickItem* inner, const QQuickItem* outer)
{
    for (; inner; inner = inner->parentItem())
        if (inner == outer)
            return true;
    return false;
}

void checkText(const Seen& text, const QRectF& window, QStringList& faults)
{
    if (text.item->property("truncated").toBool())
        faults << QStringLiteral("elided: ") + named(text.item);
    if (text.item->property("contentWidth").toDouble() > text.item->width() + slack)
        faults << QStringLiteral("too wide for its place: ") + named(text.item);
    if (text.item->property("contentHeight").toDouble() > text.item->height() + slack)
        faults << QStringLiteral("too high for its place: ") + named(text.item);
    if (!window.contains(inked(text.item)) && !scrolls(text.item))
        faults << QStringLiteral("leaves the window: ") + named(text.item);
}

/// The last line of a sentence of several lines.
QString lastLine(const QQuickItem* text)
{
    const QString words = text->property("text").toString();
    QTextLayout layout(words, text->property("font").value<QFont>());
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    int begin = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(text->width());
        begin = line.textStart();
    }
    layout.endLayout();
    return words.mid(begin);
}

/// No short word stands alone below the others: "Cần cha mẹ đồng / ý".
void checkLastLine(const Seen& text, QStringList& faults)
{
    constexpr qsizetype shortWord = 4;
    if (!isA(text.item, "Sentence_QMLTYPE") || text.item->property("lineCount").toInt() < 2)
        return;
    if (const QString last = lastLine(text.item); last.size() <= shortWord && !last.contains(QChar(QChar::Nbsp)))
        faults << QStringLiteral("a short word alone: ") + named(text.item);
}

/// Whether somebody sees where it ends.
bool isFramed(const QQuickItem* item)
{
    const auto& children = item->childItems();
    return isCard(item) || std::any_of(children.begin(), children.end(), [item](const QQuickItem* child) {
               return isA(child, "QQuickRectangle") && child->isVisible() && child->width() >= item->width() - slack;
           });
}

/// A text stays inside the card or control that holds it, and does not touch its sides.
void checkHolder(const Seen& text, double millimetre, QStringList& faults)
{
    for (QQuickItem* holder = text.item->parentItem(); holder; holder = holder->parentItem()) {
        if (!isControl(holder) && !isCard(holder))
            continue;
        const QRectF area = holder->mapRectToScene(QRectF(0, 0, holder->width(), holder->height()));
        if (!area.adjusted(-slack, -slack, slack, slack).contains(inked(text.item)))
            faults << QStringLiteral("leaves what holds it: ") + named(text.item);
        else if (const double aside = millimetresAside * millimetre - slack;
                 isFramed(holder) &&
                 (inked(text.item).left() - area.left() < aside || area.right() - inked(text.item).right() < aside))
            faults << QStringLiteral("touches the side of what holds it: ") + named(text.item);
        return;
    }
}

void checkControl(const Seen& control, const QRectF& window, double finger, QStringList& faults)
{
    if (!window.contains(control.area) && !scrolls(control.item))
        faults << QStringLiteral("leaves the window: ") + named(control.item);
    if (std::min(control.area.width(), control.area.height()) < finger - slack)
        faults << QStringLiteral("too small for a finger: ") + named(control.item);
    if (control.item->property("name").toString().isEmpty())
        faults << QStringLiteral("a control without a name: ") + named(control.item);
}

} // namespace

QStringList layoutFaults(QQuickWindow& window)
{
    Sight sight;
    for (QQuickItem* item : window.contentItem()->childItems())
        collect(item, sight, QRectF(0, 0, window.width(), window.height()));
    const auto& [texts, controls, cards, halves] = sight;
    if (texts.isEmpty())
        return {QStringLiteral("nothing to be seen")};
    const QRectF all = QRectF(0, 0, window.width(), window.height()).adjusted(-slack, -slack, slack, slack);
    // The unit is a millimetre or more (Theme.unitFor).
    const double millimetre = std::min(window.width(), window.height()) / 180.0;
    const double finger = millimetresOfAFinger * millimetre;

    QStringList faults;
    for (const Seen& text : texts) {
        checkText(text, all, faults);
        checkHolder(text, millimetre, faults);
        checkLastLine(text, faults);
    }
    for (const Seen& half : halves)
        faults << QStringLiteral("half in sight: ") + named(half.item);
    for (const Seen& card : cards)
        for (const Seen& control : controls) {
            const QRectF both = card.area.intersected(control.area);
            // A card as the ground of a sheet holds its controls whole.
            if (both.width() > slack && both.height() > slack && !card.area.contains(control.area) &&
                !inside(control.item, card.item) && !inside(card.item, control.item))
                faults << QStringLiteral("a control over the edge of a card: ") + named(control.item);
        }
    for (const Seen& control : controls)
        checkControl(control, all, finger, faults);
    for (qsizetype i = 0; i < texts.size(); ++i)
        for (qsizetype j = i + 1; j < texts.size(); ++j) {
            const QRectF both = inked(texts[i].item).intersected(inked(texts[j].item));
            if (both.width() > slack && both.height() > 3 * slack)
                faults << QStringLiteral("texts overlap: ") + named(texts[i].item) + u' ' + named(texts[j].item);
        }
    for (qsizetype i = 0; i < controls.size(); ++i)
        for (qsizetype j = i + 1; j < controls.size(); ++j) {
            const QRectF both = controls[i].area.intersected(controls[j].area);
            if (both.width() > slack && both.height() > slack)
                faults << QStringLiteral("controls overlap: ") + named(controls[i].item) + u' ' +
                              named(controls[j].item);
        }
    for (const Seen& text : texts)
        for (const Seen& control : controls) {
            const QRectF both = inked(text.item).intersected(control.area);
            if (both.width() > slack && both.height() > 3 * slack && !inside(text.item, control.item))
                faults << QStringLiteral("a text under a control: ") + named(text.item) + u' ' + named(control.item);
        }
    return faults;
}

} // namespace chinhchu::scripted
