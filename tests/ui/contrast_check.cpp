#include "tests/ui/contrast_check.h"

#include "app/settings/brand.h"
#include "tests/ui/item_kinds.h"

#include <QColor>

#include <algorithm>
#include <functional>

namespace chinhchu::scripted {

namespace {

constexpr double leastOfASign = 3;
constexpr double slack = 1.5; // pixels of rounding

/// One thing that is painted; the list of them is in the order of painting.
struct Painted
{
    enum class Kind
    {
        Ground,
        Text,
        Sign,
        FocusMark
    };
    Kind kind;
    QQuickItem* item;
    QRectF area; ///< in the window, as far as it is not clipped
    QColor colour;
    QRectF whole{}; ///< of a mark: with what is clipped
};
using Picture = QList<Painted>;

QColor thinned(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
    return colour;
}

QColor over(const QColor& upper, const QColor& lower)
{
    const float a = upper.alphaF();
    const auto mixed = [a](float one, float other) { return a * one + (1 - a) * other; };
    return QColor::fromRgbF(mixed(upper.redF(), lower.redF()), mixed(upper.greenF(), lower.greenF()),
                            mixed(upper.blueF(), lower.blueF()));
}

app::Colour rounded(const QColor& colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

void addItself(QQuickItem* item, double opacity, const QRectF& clip, Picture& picture)
{
    const QRectF area = item->mapRectToScene(QRectF(0, 0, item->width(), item->height())).intersected(clip);
    if (isA(item, "QQuickText")) {
        if (!item->property("text").toString().isEmpty() && !area.isEmpty())
            picture.append(
                {Painted::Kind::Text, item, area, thinned(item->property("color").value<QColor>(), opacity)});
    } else if (isA(item, "Icon_QMLTYPE") && !area.isEmpty()) {
        picture.append({Painted::Kind::Sign, item, area, thinned(item->property("colour").value<QColor>(), opacity)});
    } else if (isA(item, "QQuickRectangle")) {
        const auto colour = item->property("color").value<QColor>();
        if (colour.alpha() > 0)
            picture.append({Painted::Kind::Ground, item, area, thinned(colour, opacity)});
        else if (item->parentItem() && isControl(item->parentItem()) && item->z() > 0)
            picture.append(
                {Painted::Kind::FocusMark, item, area,
                 thinned(item->property("border").value<QObject*>()->property("color").value<QColor>(), opacity),
                 item->mapRectToScene(QRectF(0, 0, item->width(), item->height()))});
    }
}

void add(QQuickItem* item, double opacity, QRectF clip, Picture& picture)
{
    opacity *= item->opacity();
    if (!item->isVisible() || opacity <= 0)
        return;
    if (item->clip())
        clip = clip.intersected(item->mapRectToScene(QRectF(0, 0, item->width(), item->height())));
    QList<QQuickItem*> children = item->childItems();
    std::ranges::stable_sort(children, {}, &QQuickItem::z);
    const auto above = std::ranges::find_if(children, [](const QQuickItem* child) { return child->z() >= 0; });
    for (auto child = children.begin(); child != above; ++child)
        add(*child, opacity, clip, picture);
    addItself(item, opacity, clip, picture);
    for (auto child = above; child != children.end(); ++child)
        add(*child, opacity, clip, picture);
}

Picture pictureOf(QQuickWindow& window)
{
    Picture picture;
    for (QQuickItem* item : window.contentItem()->childItems())
        add(item, 1, QRectF(0, 0, window.width(), window.height()), picture);
    return picture;
}

/// What is seen at a place before @p thing is painted there.
QColor behind(const QQuickWindow& window, const Picture& picture, qsizetype thing, const QPointF& place)
{
    QColor seen = window.color();
    for (qsizetype i = 0; i < thing; ++i)
        if (picture[i].kind == Painted::Kind::Ground && picture[i].area.contains(place))
            seen = over(picture[i].colour, seen);
    return seen;
}

double ratioAt(const QQuickWindow& window, const Picture& picture, qsizetype thing, const QPointF& place)
{
    const QColor ground = behind(window, picture, thing, place);
    return app::contrastRatio(rounded(over(picture[thing].colour, ground)), rounded(ground));
}

bool isJudged(const QQuickItem* item)
{
    if (item->isEnabled())
        return true;
    for (const QQuickItem* parent = item->parentItem(); parent; parent = parent->parentItem())
        if (isControl(parent))
            return parent->property("waiting").toBool();
    return false;
}

QString said(double ratio, const QColor& colour)
{
    return QStringLiteral(" %1:1 in %2").arg(ratio, 0, 'f', 1).arg(colour.name());
}

/// The mark seen from the front: its four sides, in the middle of their line.
QList<QPointF> sidesOf(const Painted& mark)
{
    const double inset = mark.item->property("border").value<QObject*>()->property("width").toDouble() / 2;
    const QRectF line = mark.whole.adjusted(inset, inset, -inset, -inset);
    return {{line.center().x(), line.top()},
            {line.center().x(), line.bottom()},
            {line.left(), line.center().y()},
            {line.right(), line.center().y()}};
}

void checkMark(QQuickWindow& window, const QQuickItem* control, QStringList& faults)
{
    const Picture picture = pictureOf(window);
    const auto mark = std::ranges::find_if(picture, [control](const Painted& each) {
        return each.kind == Painted::Kind::FocusMark && each.item->parentItem() == control;
    });
    if (mark == picture.end()) {
        faults << QStringLiteral("the focus is not marked: ") + named(control);
        return;
    }
    for (const QPointF& place : sidesOf(*mark)) {
        const double ratio = ratioAt(window, picture, mark - picture.begin(), place);
        const bool covered = std::any_of(mark, picture.end(), [&place](const Painted& each) {
            return each.kind == Painted::Kind::Ground && each.area.contains(place);
        });
        if (ratio < leastOfASign)
            faults << QStringLiteral("the mark of the focus:") + said(ratio, mark->colour) + u' ' + named(control);
        if (covered)
            faults << QStringLiteral("something lies on the mark of the focus: ") + named(control);
        if (!mark->area.adjusted(-slack, -slack, slack, slack).contains(place))
            faults << QStringLiteral("the mark of the focus is cut off: ") + named(control);
    }
}

} // namespace

QStringList contrastFaults(QQuickWindow& window, double text)
{
    QStringList faults;
    const Picture picture = pictureOf(window);
    for (qsizetype i = 0; i < picture.size(); ++i) {
        const Painted& thing = picture[i];
        const bool words = thing.kind == Painted::Kind::Text;
        if ((!words && thing.kind != Painted::Kind::Sign) || !isJudged(thing.item))
            continue;
        const QRectF area = words ? inked(thing.item).intersected(thing.area) : thing.area;
        double least = 21;
        for (const double along : {0.02, 0.5, 0.98})
            least =
                std::min(least, ratioAt(window, picture, i, {area.left() + along * area.width(), area.center().y()}));
        const double needed = words ? text : leastOfASign;
        if (least < needed)
            faults << QStringLiteral("too faint:") + said(least, thing.colour) + u' ' + named(thing.item);
    }
    return faults;
}

QStringList focusFaults(QQuickWindow& window)
{
    QStringList faults;
    QList<QQuickItem*> controls;
    const std::function<void(QQuickItem*)> collect = [&](QQuickItem* item) {
        if (!item->isVisible() || !item->isEnabled())
            return;
        if (isControl(item) && item->property("focusable").toBool())
            controls << item;
        for (QQuickItem* child : item->childItems())
            collect(child);
    };
    collect(window.contentItem());
    window.setProperty("keyboardInUse", true);
    for (QQuickItem* control : controls) {
        control->forceActiveFocus(Qt::TabFocusReason);
        checkMark(window, control, faults);
    }
    window.setProperty("keyboardInUse", false);
    return faults;
}

} // namespace chinhchu::scripted
