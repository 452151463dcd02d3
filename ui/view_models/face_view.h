#pragma once

#include "app/session/session.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// The face or the card before the camera: the live picture, one hint at a time, and how far the capture is.
class FaceView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL)
    /// The name of the recording of the hint.
    Q_PROPERTY(QString hintKey READ hintKey NOTIFY changed FINAL)
    /// Where to turn the head: "left", "right", "up", "down", or nowhere.
    Q_PROPERTY(QString direction READ direction NOTIFY changed FINAL)
    Q_PROPERTY(bool good READ good NOTIFY changed FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY changed FINAL)
    /// The camera has the front of the card and wants the back.
    Q_PROPERTY(bool backOfCard READ backOfCard NOTIFY matchChanged FINAL)
    Q_PROPERTY(bool matched READ matched NOTIFY matchChanged FINAL)

public:
    explicit FaceView(const app::Session& session, QObject* parent = nullptr);

    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString hintKey() const;
    [[nodiscard]] QString direction() const;
    [[nodiscard]] bool good() const { return m_code.isEmpty(); }
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] bool backOfCard() const { return m_session.facts().documentTurned; }
    [[nodiscard]] bool matched() const;

    /// The newest frame; null when there is none. Shared, never copied.
    [[nodiscard]] const std::shared_ptr<const biometrics::Frame>& frame() const { return m_frame; }
    [[nodiscard]] const app::Session& session() const { return m_session; }

    void wipe();

public slots:
    void show(const std::shared_ptr<const chinhchu::biometrics::Frame>& frame);
    void update(const QString& code, double progress);
    void retranslate() { emit changed(); }
    void refresh() { emit matchChanged(); }

signals:
    void changed();
    void matchChanged();
    void frameChanged();

private:
    const app::Session& m_session;
    std::shared_ptr<const biometrics::Frame> m_frame;
    QString m_code;
    double m_progress = 0;
};

} // namespace chinhchu::ui
