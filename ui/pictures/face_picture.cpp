#include "ui/pictures/face_picture.h"

#include <QPainter>
#include <QPainterPath>

namespace chinhchu::ui {

namespace {

/// The middle part of the picture with the shape of @p area.
QRectF middle(const biometrics::Image& image, const QSizeF& area)
{
    const QSizeF whole(image.width, image.height);
    const QSizeF part = area.scaled(whole, Qt::KeepAspectRatio);
    return {QPointF((whole.width() - part.width()) / 2, (whole.height() - part.height()) / 2), part};
}

bool isSound(const biometrics::Image& image)
{
    return image.width > 0 && image.height > 0 &&
           image.pixels.size() >= static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 3;
}

} // namespace

FacePicture::FacePicture(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
}

void FacePicture::setFace(FaceView* face)
{
    if (face == m_face)
        return;
    if (m_face)
        m_face->disconnect(this);
    m_face = face;
    if (face) {
        connect(face, &FaceView::frameChanged, this, [this] {
            if (m_source == Live)
                repaint();
        });
        connect(face, &FaceView::matchChanged, this, [this] {
            if (m_source != Live)
                repaint();
        });
        connect(face, &QObject::destroyed, this, [this] { m_face = nullptr; });
    }
    emit faceChanged();
    repaint();
}

void FacePicture::setSource(Source source)
{
    if (source == m_source)
        return;
    m_source = source;
    emit sourceChanged();
    repaint();
}

void FacePicture::setMirrored(bool mirrored)
{
    if (mirrored == m_mirrored)
        return;
    m_mirrored = mirrored;
    emit mirroredChanged();
    update();
}

void FacePicture::setCorner(double corner)
{
    if (corner == m_corner)
        return;
    m_corner = corner;
    emit cornerChanged();
    update();
}

void FacePicture::repaint()
{
    emit pictureChanged();
    update();
}

bool FacePicture::hasPicture() const
{
    return image() != nullptr;
}

const biometrics::Image* FacePicture::image() const
{
    if (!m_face)
        return nullptr;
    const biometrics::Image* found = nullptr;
    switch (m_source) {
    case Live:
        found = m_face->frame() ? &m_face->frame()->image : nullptr;
        break;
    case Chip:
        found = &m_face->session().facts().chipPhoto;
        break;
    case Best:
        found = &m_face->session().facts().livePhoto;
        break;
    }
    return found && isSound(*found) ? found : nullptr;
}

void FacePicture::paint(QPainter* painter)
{
    const biometrics::Image* found = image();
    if (!found)
        return;
    // No copy: the QImage looks into the wiping buffer.
    const QImage picture(found->pixels.data(), found->width, found->height, found->width * 3, QImage::Format_BGR888);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    QPainterPath outline;
    if (m_corner < 0)
        outline.addEllipse(boundingRect());
    else
        outline.addRoundedRect(boundingRect(), m_corner, m_corner);
    painter->setClipPath(outline);
    if (m_mirrored) {
        painter->translate(width(), 0);
        painter->scale(-1, 1);
    }
    painter->drawImage(boundingRect(), picture, middle(*found, size()));
}

} // namespace chinhchu::ui
