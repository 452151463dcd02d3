#include "ui/pictures/signature_pad.h"

#include "app/session/signature_rules.h"

#include <QBuffer>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace chinhchu::ui {

namespace {

using Signature = app::Evidence::Signature;

constexpr int pictureWidth = 600;
/// In widths of the field.
constexpr double penWidth = 0.006;

QPainterPath pathOf(const Signature::Stroke& stroke, const QSizeF& field)
{
    QPainterPath path;
    const auto place = [&field](const Signature::Point& point) {
        return QPointF(point.x * field.width() / Signature::Scale, point.y * field.height() / Signature::Scale);
    };
    path.moveTo(place(stroke.front()));
    for (const Signature::Point& point : stroke)
        path.lineTo(place(point));
    return path;
}

void draw(QPainter& painter, const Signature& signature, const QSizeF& field, const QColor& ink)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, field.width() * penWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const Signature::Stroke& stroke : signature.strokes)
        painter.drawPath(pathOf(stroke, field));
}

Bytes pictureOf(const Signature& signature, const QSizeF& field)
{
    const int height = static_cast<int>(pictureWidth * field.height() / field.width());
    QImage paper(pictureWidth, std::clamp(height, 1, pictureWidth), QImage::Format_Grayscale8);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    draw(painter, signature, paper.size(), Qt::black);
    painter.end();
    QByteArray encoded;
    encoded.reserve(static_cast<qsizetype>(Signature::LargestPicture));
    QBuffer buffer(&encoded);
    buffer.open(QIODevice::WriteOnly);
    paper.save(&buffer, "PNG");
    // Qt's own buffers do not wipe themselves.
    const Bytes bytes(encoded.begin(), encoded.end());
    encoded.fill('\0');
    paper.fill(Qt::white);
    return bytes;
}

int scaled(double position, double extent)
{
    return static_cast<int>(std::clamp(position / extent, 0.0, 1.0) * Signature::Scale);
}

} // namespace

SignaturePad::SignaturePad(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setKeepMouseGrab(true);
    setAntialiasing(true);
}

void SignaturePad::paint(QPainter* painter)
{
    draw(*painter, m_signature, size(), m_ink);
}

bool SignaturePad::usable() const
{
    return !blank() && app::isUsableSignature(signature());
}

app::Evidence::Signature SignaturePad::signature() const
{
    Signature signature = m_signature;
    signature.picture = pictureOf(m_signature, size());
    return signature;
}

void SignaturePad::clear()
{
    m_signature = {};
    m_points = 0;
    emit drawn();
    update();
}

void SignaturePad::mousePressEvent(QMouseEvent* event)
{
    // A stroke begins with a point or not at all; what is ignored here gets no movements either.
    const bool full = m_signature.strokes.size() >= Signature::MostStrokes || m_points >= Signature::MostPoints;
    if (full || width() <= 0 || height() <= 0) {
        event->ignore();
        return;
    }
    if (m_signature.strokes.empty())
        m_since.start();
    m_signature.strokes.emplace_back();
    add(event->position());
}

void SignaturePad::mouseMoveEvent(QMouseEvent* event)
{
    add(event->position());
}

void SignaturePad::mouseReleaseEvent(QMouseEvent* event)
{
    add(event->position());
    emit drawn();
}

void SignaturePad::add(const QPointF& position)
{
    const auto ms = static_cast<int>(std::min<qint64>(m_since.elapsed(), Signature::LongestMs));
    if (m_signature.strokes.empty() || m_points >= Signature::MostPoints || width() <= 0 || height() <= 0)
        return;
    m_signature.strokes.back().push_back({scaled(position.x(), width()), scaled(position.y(), height()), ms});
    ++m_points;
    update();
}

} // namespace chinhchu::ui
