#pragma once

#include <QImage>
#include <QQuickPaintedItem>

namespace chinhchu::ui {

/// Paints a QR code, always black on white, whatever the contrast of the window. Made when it is first painted: a page with
/// one has to come before that, and one that does not show costs nothing.
class QrPicture : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)

public:
    using QQuickPaintedItem::QQuickPaintedItem;

    void paint(QPainter* painter) override;

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);

signals:
    void textChanged();

private:
    QString m_text;
    QImage m_code; ///< of the text, once it was painted
};

} // namespace chinhchu::ui
