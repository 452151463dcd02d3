#pragma once

#include "app/session/session.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// What the citizen takes home: masked numbers, the time, the ids, and what happens next.
class ReceiptView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(bool delivered READ delivered NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString next READ next NOTIFY changed FINAL)
    /// All of it, for a QR code that any phone can read.
    Q_PROPERTY(QString plainText READ plainText NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed FINAL)

public:
    explicit ReceiptView(const app::Session& session, QObject* parent = nullptr);

    /// The carrier has it; otherwise it waits here, sealed.
    [[nodiscard]] bool delivered() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString next() const;
    [[nodiscard]] QString plainText() const;
    /// Maps of `label` and `value`.
    [[nodiscard]] QVariantList rows() const;

public slots:
    void refresh() { emit changed(); }

signals:
    void changed();

private:
    const app::Session& m_session;
};

} // namespace chinhchu::ui
