#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// The phone numbers a person types: national format, the operator named while typing, several in a row.
class PhoneEntry : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(QString shown READ shown NOTIFY changed FINAL)
    Q_PROPERTY(QString operatorName READ operatorName NOTIFY changed FINAL)
    Q_PROPERTY(QString advice READ advice NOTIFY changed FINAL)
    Q_PROPERTY(bool wrong READ wrong NOTIFY changed FINAL)
    Q_PROPERTY(bool complete READ complete NOTIFY changed FINAL)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY changed FINAL)
    Q_PROPERTY(bool canAddAnother READ canAddAnother NOTIFY changed FINAL)
    /// Somebody scanned the card's code here; it is not taken for a number.
    Q_PROPERTY(bool sawCode READ sawCode NOTIFY changed FINAL)
    Q_PROPERTY(QStringList kept READ kept NOTIFY changed FINAL)

public:
    using QObject::QObject;
    ~PhoneEntry() override;

    [[nodiscard]] QString shown() const;
    [[nodiscard]] QString operatorName() const;
    /// One short sentence that fits what is typed so far.
    [[nodiscard]] QString advice() const;
    /// What is typed can no longer become a mobile number.
    [[nodiscard]] bool wrong() const;
    [[nodiscard]] bool complete() const;
    [[nodiscard]] bool canGoOn() const;
    [[nodiscard]] bool sawCode() const { return m_sawCode; }
    [[nodiscard]] bool canAddAnother() const;
    /// The numbers put aside with keep(), for display.
    [[nodiscard]] QStringList kept() const;

    /// All numbers, digits only; what is in the field counts when it is complete.
    [[nodiscard]] QStringList numbers() const;
    void wipe();

public slots:
    void press(const QString& digit);
    /// One character from a keyboard, or from a scanner that types like one.
    void type(const QString& character);
    /// The line is over. True if it was the code of a card: then nothing of it stays.
    bool enter();
    void erase();
    void keep();
    void remove(int index);
    void retranslate() { emit changed(); }

signals:
    void changed();

private:
    QString m_digits;
    bool m_inCode = false; ///< until the line is over
    bool m_sawCode = false;
    QStringList m_kept;
};

} // namespace chinhchu::ui
