#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// What one person set for their own eyes and ears. Goes back to the defaults for the next.
class Comfort : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(bool largeText READ largeText WRITE setLargeText NOTIFY changed FINAL)
    /// One of Theme.Contrast.
    Q_PROPERTY(int contrast READ contrast WRITE setContrast NOTIFY changed FINAL)
    Q_PROPERTY(bool sound READ sound WRITE setSound NOTIFY changed FINAL)

public:
    static constexpr int contrasts = 4;

    using QObject::QObject;

    [[nodiscard]] bool largeText() const { return m_now.largeText; }
    void setLargeText(bool large) { change(m_now.largeText, large); }
    [[nodiscard]] int contrast() const { return m_now.contrast; }
    void setContrast(int contrast) { change(m_now.contrast, qBound(0, contrast, contrasts - 1)); }
    [[nodiscard]] bool sound() const { return m_now.sound; }
    void setSound(bool sound) { change(m_now.sound, sound); }

    void reset()
    {
        m_now = {};
        emit changed();
    }

signals:
    void changed();

private:
    struct Settings
    {
        bool largeText = false;
        int contrast = 0;
        bool sound = true;
    };

    template <class T>
    void change(T& value, T wanted)
    {
        if (value == wanted)
            return;
        value = wanted;
        emit changed();
    }

    Settings m_now;
};

} // namespace chinhchu::ui
