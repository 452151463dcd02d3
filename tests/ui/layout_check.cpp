#include "tests/ui/layout_check.h"

#include <QAccessible>
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

bool isA(const QQuickItem* item, const char* type)
{
    for (const QMetaObject* meta = item->metaObject(); meta; meta = meta->superClass())
        if (QByteArray(meta->className()).startsWith(type))
            return true;
    return false;
}

bool isControl(const QQuickItem* item)
{
    return item->metaObject()->indexOfSignal("clicked()") >= 0 && item->metaObject()->indexOfProperty("focusable") >= 0;
}

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

void collect(QQuickItem* item, QList<Seen>& texts, QList<Seen>& controls, QList<Seen>& cards, QRectF window)
{
    // What is disabled as a whole lies under a sheet.
    const bool page = item->metaObject()->indexOfProperty("primaryText") >= 0;
    if (!item->isVisible() || item->opacity() <= 0 || (page && !item->isEnabled()))
        return;
    const QRectF area = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    if (item->clip())
        window = window.intersected(area);
    // What a list has scrolled out of sight is judged when it is in sight.
    if (scrolls(item) && !window.contains(area) && (isControl(item) || isA(item, "QQuickText")))
        return;
    if (isA(item, "QQuickText") && !item->property("text").toString().isEmpty())
        texts.append({item, area});
    if (isControl(item))
        controls.append({item, area});
    if (isCard(item))
        cards.append({item, area.intersected(window)});
    for (QQuickItem* child : item->childItems())
        collect(child, texts, controls, cards, window);
}

QString named(const Seen& seen)
{
    const QString text = seen.item->property("text").toString();
    const QString name = text.isEmpty() ? seen.item->property("name").toString() : text;
    return QStringLiteral("\"%1\" (%2,%3 %4x%5)")
        .arg(name.left(60))
        .arg(qRound(seen.area.x()))
        .arg(qRound(seen.area.y()))
        .arg(qRound(seen.area.width()))
        .arg(qRound(seen.area.height()));
}

bool inside(const QQuickItem* inner, const QQuickItem* outer)
{
    for (; inner; inner = inner->parentItem())
        if (inner == outer)
            return true;
    return false;
}

QRectF inked(const Seen& text)
{
    const double width = std::min(text.item->property("contentWidth").toDouble(), text.area.width());
    QRectF area = text.area;
    const int alignment = text.item->property("effectiveHorizontalAlignment").toInt();
    if (alignment == Qt::AlignHCenter)
        area.setLeft(area.center().x() - width / 2);
    area.setWidth(width);
    return area;
}

void checkText(const Seen& text, const QRectF& window, QStringList& faults)
{
    if (text.item->property("truncated").toBool())
        faults << QStringLiteral("elided: ") + named(text);
    if (text.item->property("contentWidth").toDouble() > text.item->width() + slack)
        faults << QStringLiteral("too wide for its place: ") + named(text);
    if (text.item->property("contentHeight").toDouble() > text.item->height() + slack)
        faults << QStringLiteral("too high for its place: ") + named(text);
    if (!window.contains(inked(text)) && !scrolls(text.item))
        faults << QStringLiteral("leaves the window: ") + named(text);
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
        faults << QStringLiteral("a short word alone: ") + named(text);
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
        if (!area.adjusted(-slack, -slack, slack, slack).contains(inked(text)))
            faults << QStringLiteral("leaves what holds it: ") + named(text);
        else if (const double aside = millimetresAside * millimetre - slack;
                 isFramed(holder) &&
                 (inked(text).left() - area.left() < aside || area.right() - inked(text).right() < aside))
            faults << QStringLiteral("touches the side of what holds it: ") + named(text);
        return;
    }
}

void checkControl(const Seen& control, const QRectF& window, double finger, QStringList& faults)
{
    if (!window.contains(control.area) && !scrolls(control.item))
        faults << QStringLiteral("leaves the window: ") + named(control);
    if (std::min(control.area.width(), control.area.height()) < finger - slack)
        faults << QStringLiteral("too small for a finger: ") + named(control);
    if (control.item->property("name").toString().isEmpty())
        faults << QStringLiteral("a control without a name: ") + named(control);
}

} // namespace

QStringList layoutFaults(QQuickWindow& window)
{
    QList<Seen> texts;
    QList<Seen> controls;
    QList<Seen> cards;
    for (QQuickItem* item : window.contentItem()->childItems())
        collect(item, texts, controls, cards, QRectF(0, 0, window.width(), window.height()));
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
    for (const Seen& card : cards)
        for (const Seen& control : controls) {
            const QRectF both = card.area.intersected(control.area);
            // A card as the ground of a sheet holds its controls whole.
            if (both.width() > slack && both.height() > slack && !card.area.contains(control.area) &&
                !inside(control.item, card.item) && !inside(card.item, control.item))
                faults << QStringLiteral("a control over the edge of a card: ") + named(control);
        }
    for (const Seen& control : controls)
        checkControl(control, all, finger, faults);
    for (qsizetype i = 0; i < texts.size(); ++i)
        for (qsizetype j = i + 1; j < texts.size(); ++j) {
            const QRectF both = inked(texts[i]).intersected(inked(texts[j]));
            if (both.width() > slack && both.height() > 3 * slack)
                faults << QStringLiteral("texts overlap: ") + named(texts[i]) + u' ' + named(texts[j]);
        }
    for (qsizetype i = 0; i < controls.size(); ++i)
        for (qsizetype j = i + 1; j < controls.size(); ++j) {
            const QRectF both = controls[i].area.intersected(controls[j].area);
            if (both.width() > slack && both.height() > slack)
                faults << QStringLiteral("controls overlap: ") + named(controls[i]) + u' ' + named(controls[j]);
        }
    for (const Seen& text : texts)
        for (const Seen& control : controls) {
            const QRectF both = inked(text).intersected(control.area);
            if (both.width() > slack && both.height() > 3 * slack && !inside(text.item, control.item))
                faults << QStringLiteral("a text under a control: ") + named(text) + u' ' + named(control);
        }
    return faults;
}

} // namespace chinhchu::scripted
