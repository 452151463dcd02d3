#pragma once

#include "app/settings/carrier_policy.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// What is asked before anything is read (Law 91/2025 on personal data): kinds of data, purpose, controller, rights.
/// The page shows these very sentences, and recorded() is what goes into the evidence.
class ConsentText : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(QVariantList sections READ sections NOTIFY changed FINAL)
    Q_PROPERTY(QString spoken READ recorded NOTIFY changed FINAL)
    Q_PROPERTY(QString statement READ statement NOTIFY changed FINAL)

public:
    /// @p carriers: what the carrier's policy puts in place of the built-in text, by language; may be empty.
    explicit ConsentText(QMap<QString, app::ConsentSections> carriers, QObject* parent = nullptr);

    void setLanguage(const QString& language);

    /// Maps of `picture`, `title` and `body`.
    [[nodiscard]] QVariantList sections() const;
    /// The sentence beside the box to tick.
    [[nodiscard]] QString statement() const;
    /// All of it as plain text.
    [[nodiscard]] QString recorded() const;

signals:
    void changed();

private:
    QMap<QString, app::ConsentSections> m_carriers;
    QString m_language;
};

} // namespace chinhchu::ui
