#pragma once

#include "nfc/access/access_key.h"
#include "resources/base/failure.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// What opens the chip: the last 6 digits of the card's number, all 12, or its QR code from a scanner that types.
class CardEntry : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(QString shown READ shown NOTIFY changed FINAL)
    Q_PROPERTY(QString advice READ advice NOTIFY changed FINAL)
    Q_PROPERTY(bool doubtful READ doubtful NOTIFY changed FINAL)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY changed FINAL)
    Q_PROPERTY(bool scanned READ scanned NOTIFY changed FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] QString shown() const;
    [[nodiscard]] QString advice() const;
    [[nodiscard]] bool doubtful() const;
    [[nodiscard]] bool canGoOn() const;
    /// A QR code was read and understood.
    [[nodiscard]] bool scanned() const { return !m_scannedKeys.empty(); }

    /// ACCESS_KEY_INVALID when what was typed cannot be a key.
    [[nodiscard]] Result<nfc::AccessKeys> keys() const;
    void wipe();

public slots:
    void press(const QString& digit);
    void erase();
    /// A whole line from a scanner.
    void scan(const QString& line);
    /// One character from a keyboard, or from a scanner that types like one.
    void type(const QString& character);
    /// The line is over. True if it came from a scanner: then it was read as a code.
    bool enter();
    void retranslate() { emit changed(); }

signals:
    void changed();

private:
    [[nodiscard]] QString text() const;

    Bytes m_digits;
    nfc::AccessKeys m_scannedKeys;
    QString m_line; ///< characters since the last Enter
    bool m_scanFailed = false;
};

} // namespace chinhchu::ui
