#pragma once

#include "app/session/session.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// Who the chip says this is, and what was checked, in plain words. Reads the session's facts each time it is asked and
/// keeps nothing itself.
class PersonView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(bool known READ known NOTIFY changed FINAL)
    Q_PROPERTY(QString fullName READ fullName NOTIFY changed FINAL)
    Q_PROPERTY(QString birthDate READ birthDate NOTIFY changed FINAL)
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    Q_PROPERTY(QString residence READ residence NOTIFY changed FINAL)
    Q_PROPERTY(bool genuine READ genuine NOTIFY changed FINAL)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed FINAL)
    /// Which of the verdicts it is, for its recording: genuine, confirmed, intact, doubtful.
    Q_PROPERTY(QString verdictKey READ verdictKey NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList checks READ checks NOTIFY changed FINAL)

public:
    explicit PersonView(const app::Session& session, QObject* parent = nullptr);

    [[nodiscard]] bool known() const;
    [[nodiscard]] QString fullName() const;
    [[nodiscard]] QString birthDate() const;
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString residence() const;
    /// Every check passed and the issuer is confirmed.
    [[nodiscard]] bool genuine() const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString verdictKey() const;
    /// Maps of `text` and `outcome` ("passed", "warning", "failed").
    [[nodiscard]] QVariantList checks() const;

public slots:
    void refresh() { emit changed(); }

signals:
    void changed();

private:
    [[nodiscard]] const nfc::ChipIdentity* chip() const;

    const app::Session& m_session;
};

} // namespace chinhchu::ui
