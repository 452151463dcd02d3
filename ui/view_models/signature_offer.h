#pragma once

#include "app/session/signature_consent.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// The words of the consent to a digital signature: the page shows these very sentences, and they go into the evidence.
class SignatureOffer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(QStringList sentences READ sentences NOTIFY changed FINAL)
    Q_PROPERTY(QString statement READ statement NOTIFY changed FINAL)
    Q_PROPERTY(QString spoken READ recorded NOTIFY changed FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] QStringList sentences() const { return app::signatureConsent().sentences; }
    [[nodiscard]] QString statement() const { return app::signatureConsent().statement; }
    [[nodiscard]] QString recorded() const { return app::signatureConsent().recorded(); }

public slots:
    void retranslate() { emit changed(); }

signals:
    void changed();
};

} // namespace chinhchu::ui
