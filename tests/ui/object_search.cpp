#include "tests/ui/object_search.h"

#include "ui/pictures/face_picture.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QMetaProperty>
#include <QPointer>
#include <QQmlContext>

namespace chinhchu::scripted {

namespace {

QString withoutSpaces(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

} // namespace

void Search::from(QObject* object)
{
    // Qt's wrappers of its value types hold a copy of the last value only while they are asked.
    if (!object || m_seen.contains(object) || QByteArray(object->metaObject()->className()).contains("ValueType"))
        return;
    m_seen.insert(object);
    for (int i = 0; i < object->metaObject()->propertyCount(); ++i)
        take(object->metaObject()->property(i).read(object));
    for (const QByteArray& name : object->dynamicPropertyNames())
        take(object->property(name));
    // Reading a property may make and unmake children.
    QList<QPointer<QObject>> children;
    for (QObject* child : object->children())
        children << child;
    for (const QPointer<QObject>& child : std::as_const(children))
        from(child);
    if (auto* item = qobject_cast<QQuickItem*>(object))
        for (QQuickItem* child : item->childItems())
            from(child);
    if (const auto* model = qobject_cast<QAbstractItemModel*>(object))
        for (int row = 0; row < model->rowCount(); ++row)
            for (const int role : model->roleNames().keys())
                take(model->data(model->index(row, 0), role));
    if (const auto* picture = qobject_cast<ui::FacePicture*>(object))
        if (picture->hasPicture())
            m_pictures << picture->objectName();
}

QString Search::holding(const QString& needle) const
{
    for (const QString& text : m_texts)
        if (withoutSpaces(text).contains(withoutSpaces(needle), Qt::CaseInsensitive))
            return text;
    return {};
}

void Search::take(const QVariant& value)
{
    if (auto* object = value.value<QObject*>()) {
        from(object);
        return;
    }
    switch (value.typeId()) {
    case QMetaType::QString:
    case QMetaType::QByteArray:
    case QMetaType::QUrl:
        m_texts << value.toString();
        return;
    case QMetaType::QStringList:
        m_texts << value.toStringList();
        return;
    default:
        break;
    }
    if (value.canConvert<QVariantMap>() && !value.toMap().isEmpty()) {
        for (const QVariant& each : value.toMap())
            take(each);
    } else if (value.canConvert<QVariantList>()) {
        for (const QVariant& each : value.toList())
            take(each);
    }
}

Search searchAll(ui::KioskWindow& window, ui::Kiosk& kiosk)
{
    // What has been let go of is gone before the next person comes.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
    window.engine().collectGarbage();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    Search found;
    found.from(window.window());
    found.from(&kiosk);
    found.from(&window.engine());
    for (QQmlContext* context = window.engine().rootContext(); context; context = context->parentContext())
        found.from(context->contextObject());
    return found;
}

} // namespace chinhchu::scripted
