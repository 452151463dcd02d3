#pragma once

#include "app/evidence/evidence.h"

#include <QColor>
#include <QElapsedTimer>
#include <QQuickPaintedItem>

namespace chinhchu::ui {

/// A field to sign in, with a finger, a pen or a mouse. Keeps the strokes with their times in wiping memory, and no
/// more of them than a signature has; they are gone with the page.
class SignaturePad : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY inkChanged FINAL)
    /// Enough is drawn to be a signature.
    Q_PROPERTY(bool usable READ usable NOTIFY drawn FINAL)
    Q_PROPERTY(bool blank READ blank NOTIFY drawn FINAL)

public:
    explicit SignaturePad(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;
    [[nodiscard]] bool usable() const;
    [[nodiscard]] bool blank() const { return m_signature.strokes.empty(); }
    /// The strokes, and a picture of them as PNG.
    [[nodiscard]] app::Evidence::Signature signature() const;

public slots:
    void clear();

signals:
    void drawn();
    void inkChanged();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void add(const QPointF& position);

    app::Evidence::Signature m_signature;
    std::size_t m_points = 0;
    QElapsedTimer m_since;
    QColor m_ink = Qt::black;
};

} // namespace chinhchu::ui
