#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// Nobody has touched anything for a while: a question, and the seconds until everything is wiped. The session does the
/// ending; this only counts along.
class IdleView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(bool asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(int seconds READ seconds NOTIFY changed FINAL)
    Q_PROPERTY(double left READ left NOTIFY changed FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
    /// What is heard: with the seconds as they were when the question came up.
    Q_PROPERTY(QString spoken READ spoken NOTIFY changed FINAL)

public:
    explicit IdleView(QObject* parent = nullptr);

    [[nodiscard]] bool asking() const { return m_total > 0; }
    [[nodiscard]] int seconds() const { return m_seconds; }
    /// 1 at the beginning, 0 when the time is over.
    [[nodiscard]] double left() const { return m_total > 0 ? static_cast<double>(m_seconds) / m_total : 0; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString spoken() const;

public slots:
    void ask(int seconds);
    void stop();
    void retranslate() { emit changed(); }

signals:
    void changed();
    /// The question has come up.
    void asked();

private:
    QTimer m_tick;
    int m_total = 0;
    int m_seconds = 0;
};

} // namespace chinhchu::ui
