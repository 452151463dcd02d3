#include "tests/ui/scripted/drawn_card.h"

#include "tests/ui/scripted/painted_image.h"

#include <QImage>
#include <QLinearGradient>
#include <QPainter>

namespace chinhchu::scripted {

namespace {

const QColor bar(0x6d, 0x86, 0x84);
const QColor gold(0xd9, 0xb4, 0x4a);
const QColor green(0x2a, 0x7d, 0x74);

/// In a card of 86 by 54.
void drawFront(QPainter& painter)
{
    painter.setBrush(green);
    painter.drawEllipse(QRectF(5, 4, 9, 9));
    painter.drawRoundedRect(QRectF(30, 6, 40, 3), 1, 1);
    painter.drawRoundedRect(QRectF(36, 11, 28, 2.4), 1, 1);
    painter.setBrush(QColor(0xb9, 0xd4, 0xd0));
    painter.drawRoundedRect(QRectF(5, 18, 20, 27), 1, 1);
    painter.setBrush(green);
    painter.drawEllipse(QRectF(11, 23, 8, 9));
    painter.drawPie(QRectF(7.5, 34, 15, 22), 0, 180 * 16);
    painter.setBrush(bar);
    painter.drawRect(QRectF(30, 20, 38, 3.6));
    for (const double y : {28.0, 34.0, 40.0, 46.0})
        painter.drawRect(QRectF(30, y, y < 40 ? 46 : 34, 2));
    painter.setBrush(gold);
    painter.drawRoundedRect(QRectF(72, 15, 9, 8), 1.4, 1.4);
}

void drawBack(QPainter& painter)
{
    painter.setBrush(gold);
    painter.drawRoundedRect(QRectF(8, 8, 12, 10), 1.6, 1.6);
    painter.setBrush(bar);
    for (const double y : {8.0, 13.0, 18.0})
        painter.drawRect(QRectF(30, y, 44, 2));
    // Three lines of thirty characters.
    for (const double y : {33.0, 39.0, 45.0})
        for (int i = 0; i < 30; ++i)
            painter.drawRect(QRectF(5 + i * 2.55, y, 1.7, 3));
}

} // namespace

biometrics::Image drawnCard(int width, int height, bool back)
{
    QImage picture(width, height, QImage::Format_BGR888);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(picture.rect(), QColor(0xa8, 0xb4, 0xb6));
    constexpr double share = 0.8; // of the picture's height
    const double unit = height * share / 54;
    painter.translate(width / 2.0, height / 2.0);
    painter.rotate(-1.5);
    painter.scale(unit, unit);
    painter.translate(-43, -27);
    QLinearGradient paper(0, 0, 86, 54);
    paper.setColorAt(0, QColor(0xf3, 0xfa, 0xf8));
    paper.setColorAt(1, QColor(0xcf, 0xe6, 0xe1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    painter.drawRoundedRect(QRectF(0, 0, 86, 54), 3, 3);
    back ? drawBack(painter) : drawFront(painter);
    painter.end();
    return paintedImage(picture);
}

} // namespace chinhchu::scripted
