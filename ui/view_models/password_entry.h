#pragma once

#include "app/session/session.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// The six digits that the carrier sent to a number, typed back. Typed digits are forgotten as soon as they are handed
/// on.
class PasswordEntry : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(QString shown READ shown NOTIFY changed FINAL)
    Q_PROPERTY(QString phone READ phone NOTIFY changed FINAL)
    Q_PROPERTY(QString advice READ advice NOTIFY changed FINAL)
    Q_PROPERTY(bool wrong READ wrong NOTIFY changed FINAL)
    Q_PROPERTY(bool complete READ complete NOTIFY changed FINAL)
    Q_PROPERTY(bool awaited READ awaited NOTIFY changed FINAL)
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(bool tooOld READ tooOld NOTIFY changed FINAL)
    Q_PROPERTY(bool notSent READ notSent NOTIFY changed FINAL)

public:
    explicit PasswordEntry(const app::Session& session, QObject* parent = nullptr);

    /// "123 456", as far as it is typed.
    [[nodiscard]] QString shown() const;
    /// Where the message went, covered: who stands behind shall not read it.
    [[nodiscard]] QString phone() const;
    [[nodiscard]] QString advice() const;
    /// The digits before were not right, and no new ones are typed yet.
    [[nodiscard]] bool wrong() const;
    [[nodiscard]] bool complete() const;
    /// Digits may be typed, or a new message asked for.
    [[nodiscard]] bool awaited() const;
    /// The message is on its way, or the digits are looked at.
    [[nodiscard]] bool waiting() const;
    /// The digits before came too late, and a new message was sent; no new ones are typed yet.
    [[nodiscard]] bool tooOld() const;
    /// A new message was asked for and cannot be sent; nothing is typed yet.
    [[nodiscard]] bool notSent() const;

    /// Gives the digits and forgets them.
    [[nodiscard]] SecretText take();
    void wipe();

public slots:
    void press(const QString& digit);
    void erase();
    void refresh();
    void retranslate() { emit changed(); }

signals:
    void changed();

private:
    [[nodiscard]] const std::optional<app::SessionFacts::Password>& password() const;

    const app::Session& m_session;
    Bytes m_digits;
    QString m_sentTo; ///< what was typed for one number is not meant for the next
};

} // namespace chinhchu::ui
