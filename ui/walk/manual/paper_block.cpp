#include "ui/walk/manual/paper_block.h"

#include "ui/view_models/typography.h"

#include <QFont>
#include <QTextLayout>

#include <algorithm>
#include <memory>

namespace chinhchu::ui::paper {

namespace {

constexpr double pointsPerInch = 72;
constexpr double lineHeight = 1.36;

/// In dots: no screen's resolution comes into it.
QFont fontOf(const TextStyle& style)
{
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(qRound(style.points / pointsPerInch * dotsPerInch));
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

std::shared_ptr<QTextLayout> laidOut(QString words, const QFont& font, const TextStyle& style, double step,
                                     double width, double& height)
{
    words.replace(u'\n', QChar::LineSeparator);
    // An option of the command line stays in one line.
    constexpr QChar noBreakHyphen(0x2011);
    words.replace(QStringLiteral("--"), QString(2, noBreakHyphen));
    auto layout = std::make_shared<QTextLayout>(words, font);
    QTextOption option(style.align);
    option.setWrapMode(QTextOption::WordWrap);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    const double room = style.even ? evenWidth(words, font, width) : width;
    height = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(room);
        line.setPosition({0, height + (step - line.height()) / 2});
        height += step;
    }
    layout->endLayout();
    return layout;
}

} // namespace

Block text(const QString& words, const TextStyle& style, double width)
{
    if (words.isEmpty())
        return {};
    const QFont font = fontOf(style);
    const double step = font.pixelSize() * lineHeight;
    double height = 0;
    // In a narrow column words that are kept together may be wider than it.
    auto layout = laidOut(keptTogether(words), font, style, step, width, height);
    if (layout->minimumWidth() > width)
        layout = laidOut(words, font, style, step, width, height);
    return {width, height, [layout, colour = style.colour](QPainter& painter, QPointF at) {
                painter.setPen(colour);
                layout->draw(&painter, at);
            }};
}

Block picture(const QImage& image, double width, QSize shape)
{
    const double height = width * shape.height() / shape.width();
    return {width, height, [=](QPainter& painter, QPointF at) {
                const QRectF place(at, QSizeF(width, height));
                if (!image.isNull())
                    painter.drawImage(place, image);
                painter.setPen(QPen(outline, mm(0.2)));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(place);
            }};
}

Block rule(double width, QColor colour)
{
    const double thickness = mm(0.25);
    return {width, thickness,
            [=](QPainter& painter, QPointF at) { painter.fillRect(QRectF(at, QSizeF(width, thickness)), colour); }};
}

Block space(double width, double height)
{
    return {width, height, [](QPainter&, QPointF) {}};
}

Block below(const std::vector<Block>& blocks, double gap)
{
    Block whole;
    std::vector<std::pair<double, Block>> placed;
    for (const Block& each : blocks) {
        if (each.empty())
            continue;
        const double top = placed.empty() ? 0 : whole.height + gap;
        placed.emplace_back(top, each);
        whole.height = top + each.height;
        whole.width = std::max(whole.width, each.width);
    }
    if (!placed.empty())
        whole.paint = [placed](QPainter& painter, QPointF at) {
            for (const auto& [top, block] : placed)
                block.paint(painter, at + QPointF(0, top));
        };
    return whole;
}

Block beside(const std::vector<Block>& blocks, double gap)
{
    Block whole;
    std::vector<std::pair<double, Block>> placed;
    double left = 0;
    for (const Block& each : blocks) {
        if (!each.empty())
            placed.emplace_back(left, each);
        left += each.width + gap;
        whole.height = std::max(whole.height, each.height);
    }
    whole.width = std::max(0.0, left - gap);
    if (!placed.empty())
        whole.paint = [placed](QPainter& painter, QPointF at) {
            for (const auto& [x, block] : placed)
                block.paint(painter, at + QPointF(x, 0));
        };
    return whole;
}

} // namespace chinhchu::ui::paper
