#pragma once

#include "biometrics/image.h"
#include "ui/view_models/face_view.h"

#include <QQuickPaintedItem>

namespace chinhchu::ui {

/// Paints the live camera picture, the photograph on the chip, or the best live picture, straight from the wiping
/// buffer that holds it. Fills its area and cuts off what is too much, the middle kept.
class FacePicture : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(chinhchu::ui::FaceView* face READ face WRITE setFace NOTIFY faceChanged FINAL)
    Q_PROPERTY(Source source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY pictureChanged FINAL)
    /// As in a looking-glass, for the live picture: people find the middle more easily.
    Q_PROPERTY(bool mirrored READ mirrored WRITE setMirrored NOTIFY mirroredChanged FINAL)

    /// Corners of the picture in pixels; below 0: an oval.
    Q_PROPERTY(double corner READ corner WRITE setCorner NOTIFY cornerChanged FINAL)

public:
    enum Source
    {
        Live,
        Chip,
        Best
    };
    Q_ENUM(Source)

    explicit FacePicture(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

    [[nodiscard]] FaceView* face() const { return m_face; }
    void setFace(FaceView* face);
    [[nodiscard]] Source source() const { return m_source; }
    void setSource(Source source);
    [[nodiscard]] bool hasPicture() const;
    [[nodiscard]] bool mirrored() const { return m_mirrored; }
    void setMirrored(bool mirrored);
    [[nodiscard]] double corner() const { return m_corner; }
    void setCorner(double corner);

signals:
    void faceChanged();
    void sourceChanged();
    void pictureChanged();
    void mirroredChanged();
    void cornerChanged();

private:
    [[nodiscard]] const biometrics::Image* image() const;
    void repaint();

    FaceView* m_face = nullptr;
    Source m_source = Live;
    bool m_mirrored = false;
    double m_corner = 0;
};

} // namespace chinhchu::ui
