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
    /// 0 is silent, 3 is loud.
    Q_PROPERTY(int volume READ volume WRITE setVolume NOTIFY changed FINAL)
    /// There is a voice for the language of the window. Not the person's choice: it stays.
    Q_PROPERTY(bool voice READ voice NOTIFY changed FINAL)

public:
    static constexpr int contrasts = 4;
    static constexpr int loudest = 3;

    using QObject::QObject;

    [[nodiscard]] bool largeText() const { return m_now.largeText; }
    void setLargeText(bool large) { change(m_now.largeText, large); }
    [[nodiscard]] int contrast() const { return m_now.contrast; }
    void setContrast(int contrast) { change(m_now.contrast, qBound(0, contrast, contrasts - 1)); }
    [[nodiscard]] int volume() const { return m_now.volume; }
    void setVolume(int volume) { change(m_now.volume, qBound(0, volume, loudest)); }
    [[nodiscard]] bool sound() const { return m_now.volume > 0; }
    /// From 0 to 1, as a voice wants it.
    [[nodiscard]] double loudness() const { return static_cast<double>(m_now.volume) / loudest; }
    [[nodiscard]] bool voice() const { return m_voice; }
    void setVoice(bool there) { change(m_voice, there); }

    /// What every new person begins with.
    void setStart(bool largeText, int contrast, int volume)
    {
        m_start = {largeText, qBound(0, contrast, contrasts - 1), qBound(0, volume, loudest)};
    }
    void reset()
    {
        m_now = m_start;
        emit changed();
    }

signals:
    void changed();

private:
    struct Settings
    {
        bool largeText = false;
        int contrast = 0;
        int volume = 2;
    };

    template <class T>
    void change(T& value, T wanted)
    {
        if (value == wanted)
            return;
        value = wanted;
        emit changed();
    }

    Settings m_start;
    Settings m_now;
    bool m_voice = false;
};

} // namespace chinhchu::ui
