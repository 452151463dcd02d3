#pragma once

#include <QImage>
#include <QRasterWindow>

namespace chinhchu::ui {

/// A picture over the whole of another window, while that one goes and the next one comes.
class Curtain : public QRasterWindow
{
    Q_OBJECT

public:
    explicit Curtain(QImage picture);

    /// Covers @p window, which is then no longer needed.
    void cover(const QWindow& window);

signals:
    /// It can be seen.
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
    bool m_painted = false;
};

} // namespace chinhchu::ui
