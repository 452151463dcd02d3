#pragma once

#include "app/session/session.h"
#include "nfc/access/access_key.h"
#include "resources/base/failure.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// What opens the chip: the last 6 digits of the card's number, all 12, or its QR code from the camera or from a scanner
/// that types.
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
    /// A code was seen, but it is not from a citizen card.
    Q_PROPERTY(bool foreign READ foreign NOTIFY changed FINAL)
    /// The camera looks for the code.
    Q_PROPERTY(bool looking READ looking NOTIFY changed FINAL)
    /// Nothing was typed or read so far.
    Q_PROPERTY(bool empty READ empty NOTIFY changed FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] QString shown() const;
    [[nodiscard]] QString advice() const;
    [[nodiscard]] bool doubtful() const;
    [[nodiscard]] bool canGoOn() const;
    /// A QR code was read and understood.
    [[nodiscard]] bool scanned() const { return !m_scannedKeys.empty(); }
    [[nodiscard]] bool foreign() const { return m_scanFailed; }
    [[nodiscard]] bool looking() const { return m_looking; }
    [[nodiscard]] bool empty() const { return m_digits.empty() && !scanned(); }

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
    /// The camera is about to look: until it says otherwise, there is one.
    void expectCamera();
    /// What the camera sees. A code takes the place of digits that were typed.
    void see(const chinhchu::app::CardCode& code);
    void retranslate() { emit changed(); }

signals:
    void changed();
    /// The person put away a code that was read: it may be looked for again.
    void putAway();

private:
    [[nodiscard]] QString text() const;
    void take(const Result<nfc::AccessKeys>& keys);
    void putCodeAway();

    Bytes m_digits;
    nfc::AccessKeys m_scannedKeys;
    QString m_line; ///< characters since the last Enter
    bool m_scanFailed = false;
    bool m_looking = false;
};

} // namespace chinhchu::ui
