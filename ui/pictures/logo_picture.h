#pragma once

#include "ui/view_models/brand_view.h"

#include <QQuickPaintedItem>

namespace chinhchu::ui {

/// Paints the carrier's logo, whole and in its own shape.
class LogoPicture : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(chinhchu::ui::BrandView* brand READ brand WRITE setBrand NOTIFY brandChanged FINAL)

public:
    explicit LogoPicture(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

    [[nodiscard]] BrandView* brand() const { return m_brand; }
    void setBrand(BrandView* brand);

signals:
    void brandChanged();

private:
    BrandView* m_brand = nullptr;
};

} // namespace chinhchu::ui
