#include "ui/pictures/qr_picture.h"

#include "ui/receipts/qr_code.h"

#include <QPainter>

namespace chinhchu::ui {

void QrPicture::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_code = {};
    emit textChanged();
    update();
}

void QrPicture::paint(QPainter* painter)
{
    if (m_code.isNull())
        m_code = qrCode(m_text, Correction::Low);
    if (m_code.isNull())
        return;
    // Whole pixels for each module: a scanner dislikes uneven ones.
    const int side = static_cast<int>(std::min(width(), height()));
    const int whole = std::max(1, side / m_code.width()) * m_code.width();
    painter->fillRect(boundingRect(), Qt::white);
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter->drawImage(QRectF((width() - whole) / 2, (height() - whole) / 2, whole, whole), m_code);
}

} // namespace chinhchu::ui
