#include "tests/ui/scripted/drawn_face.h"

#include "tests/ui/scripted/painted_image.h"

#include <QHash>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QSize>

namespace chinhchu::scripted {

namespace {

QImage drawn(int width, int height)
{
    QImage picture(width, height, QImage::Format_BGR888);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient wall(0, 0, 0, height);
    wall.setColorAt(0, QColor(0xdd, 0xe8, 0xee));
    wall.setColorAt(1, QColor(0xb7, 0xc9, 0xd2));
    painter.fillRect(picture.rect(), wall);
    painter.translate(width / 2.0, height / 2.0);
    const double unit = height / 100.0;
    painter.scale(unit, unit);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x3d, 0x5a, 0x6c));
    painter.drawRoundedRect(QRectF(-34, 28, 68, 60), 26, 26);
    painter.setBrush(QColor(0xe3, 0xb4, 0x92));
    painter.drawRoundedRect(QRectF(-8, 14, 16, 22), 7, 7);
    painter.setBrush(QColor(0x2c, 0x26, 0x24));
    painter.drawEllipse(QRectF(-22, -36, 44, 52));
    painter.setBrush(QColor(0xee, 0xc3, 0xa2));
    painter.drawEllipse(QRectF(-18, -27, 36, 48));
    painter.setBrush(QColor(0x2c, 0x26, 0x24));
    painter.drawEllipse(QRectF(-10, -6, 5, 5));
    painter.drawEllipse(QRectF(5, -6, 5, 5));
    painter.setPen(QPen(QColor(0x9c, 0x5a, 0x4a), 1.6));
    painter.drawArc(QRectF(-7, 4, 14, 9), 200 * 16, 140 * 16);
    painter.end();
    return picture;
}

} // namespace

biometrics::Image drawnFace(int width, int height)
{
    // The tests of the pages ask for the same two a thousand times.
    static QHash<QSize, QImage> kept;
    QImage& picture = kept[QSize(width, height)];
    if (picture.isNull())
        picture = drawn(width, height);
    return paintedImage(picture);
}

} // namespace chinhchu::scripted
