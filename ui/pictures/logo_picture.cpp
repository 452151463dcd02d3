#include "ui/pictures/logo_picture.h"

#include <QPainter>

namespace chinhchu::ui {

LogoPicture::LogoPicture(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
}

void LogoPicture::setBrand(BrandView* brand)
{
    if (brand == m_brand)
        return;
    if (m_brand)
        m_brand->disconnect(this);
    m_brand = brand;
    if (brand) {
        connect(brand, &BrandView::logoChanged, this, [this] { update(); });
        connect(brand, &QObject::destroyed, this, [this] { m_brand = nullptr; });
    }
    emit brandChanged();
    update();
}

void LogoPicture::paint(QPainter* painter)
{
    if (!m_brand || !m_brand->hasLogo())
        return;
    const biometrics::Image& logo = m_brand->logo();
    const QImage picture(logo.pixels.data(), logo.width, logo.height, logo.width * 3, QImage::Format_BGR888);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF fitting = QSizeF(picture.size()).scaled(size(), Qt::KeepAspectRatio);
    painter->drawImage(QRectF(QPointF((width() - fitting.width()) / 2, (height() - fitting.height()) / 2), fitting),
                       picture);
}

} // namespace chinhchu::ui
