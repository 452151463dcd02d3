#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QString>

#include <functional>
#include <vector>

namespace chinhchu::ui::paper {

/// The unit of every length on paper, and of the painter: dots.
constexpr int dotsPerInch = 600;
constexpr double mm(double millimetres)
{
    return millimetres / 25.4 * dotsPerInch;
}

constexpr QColor ink{0x16, 0x21, 0x1f};
constexpr QColor quiet{0x4c, 0x59, 0x56};
constexpr QColor accent{0x00, 0x63, 0x5c};
constexpr QColor outline{0xc9, 0xcd, 0xc5};

/// Something that stands on one sheet whole: it is never split.
struct Block
{
    double width = 0;
    double height = 0;
    std::function<void(QPainter&, QPointF)> paint; ///< with its upper left corner there

    [[nodiscard]] bool empty() const { return !paint; }
};

struct TextStyle
{
    double points = 9.5;
    bool bold = false;
    QColor colour = ink;
    Qt::AlignmentFlag align = Qt::AlignLeft;
    bool even = false; ///< lines of about the same length, for headings
};

/// The words in as many lines as they need; nothing for none.
Block text(const QString& words, const TextStyle& style, double width);

/// As wide as that and as high as @p shape makes it, with a thin frame; the frame alone where there is no picture.
Block picture(const QImage& image, double width, QSize shape);

Block rule(double width, QColor colour = outline);

/// One below the other; empty ones take no room.
Block below(const std::vector<Block>& blocks, double gap);

/// One beside the other at the same height; an empty one keeps its width.
Block beside(const std::vector<Block>& blocks, double gap);

/// Nothing, of that size.
Block space(double width, double height = 0);

} // namespace chinhchu::ui::paper
