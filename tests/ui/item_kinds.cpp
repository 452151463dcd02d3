#include "tests/ui/item_kinds.h"

#include <algorithm>

namespace chinhchu::scripted {

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

QRectF inked(const QQuickItem* text)
{
    QRectF area = text->mapRectToScene(QRectF(0, 0, text->width(), text->height()));
    const double width = std::min(text->property("contentWidth").toDouble(), area.width());
    if (text->property("effectiveHorizontalAlignment").toInt() == Qt::AlignHCenter)
        area.setLeft(area.center().x() - width / 2);
    area.setWidth(width);
    return area;
}

QString named(const QQuickItem* item)
{
    const QRectF area = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    const QString text = item->property("text").toString();
    const QString name = text.isEmpty() ? item->property("name").toString() : text;
    return QStringLiteral("\"%1\" (%2,%3 %4x%5)")
        .arg(name.left(60))
        .arg(qRound(area.x()))
        .arg(qRound(area.y()))
        .arg(qRound(area.width()))
        .arg(qRound(area.height()));
}

} // namespace chinhchu::scripted
