#pragma once

#include "nfc/chip_reader.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// How far the reading of the chip is, in real bytes.
class ProgressView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(double fraction READ fraction NOTIFY changed FINAL)
    Q_PROPERTY(QString doing READ doing NOTIFY changed FINAL)
    /// The name of what it is doing, the same in every language.
    Q_PROPERTY(QString phase READ phase NOTIFY changed FINAL)
    Q_PROPERTY(QString amount READ amount NOTIFY changed FINAL)
    Q_PROPERTY(bool cardGone READ cardGone NOTIFY changed FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] double fraction() const;
    [[nodiscard]] QString doing() const;
    [[nodiscard]] QString phase() const;
    [[nodiscard]] QString amount() const;
    /// The card moved: it is to be put back, and the reading goes on.
    [[nodiscard]] bool cardGone() const { return m_progress.phase == nfc::ReadProgress::Phase::WaitingForCard; }

public slots:
    void update(const chinhchu::nfc::ReadProgress& progress);
    void reset() { update({}); }
    void retranslate() { emit changed(); }

signals:
    void changed();

private:
    nfc::ReadProgress m_progress;
};

} // namespace chinhchu::ui
