#include "ui/window/curtain.h"

#include <QPainter>
#include <QTimer>

namespace chinhchu::ui {

Curtain::Curtain(QImage picture)
    : m_picture(std::move(picture))
{
}

void Curtain::cover(const QWindow& window)
{
    setGeometry(window.geometry());
    if (window.visibility() == QWindow::FullScreen)
        showFullScreen();
    else
        show();
}

void Curtain::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.drawImage(QRect({}, size()), m_picture);
    if (!m_painted)
        QTimer::singleShot(0, this, &Curtain::closed);
    m_painted = true;
}

} // namespace chinhchu::ui
