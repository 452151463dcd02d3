#pragma once

#include "app/settings/brand.h"
#include "biometrics/image.h"

#include <QColor>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// Whose kiosk it is: the carrier's name, logo and two colours. Colours that cannot be read are as good as none.
class BrandView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(QString name READ name CONSTANT FINAL)
    /// There are colours of the carrier's own.
    Q_PROPERTY(bool coloured READ coloured CONSTANT FINAL)
    Q_PROPERTY(QColor primary READ primary CONSTANT FINAL)
    Q_PROPERTY(QColor accent READ accent CONSTANT FINAL)
    Q_PROPERTY(bool hasLogo READ hasLogo NOTIFY logoChanged FINAL)
    /// Width by height.
    Q_PROPERTY(double logoShape READ logoShape NOTIFY logoChanged FINAL)

public:
    explicit BrandView(const app::Brand& brand, QObject* parent = nullptr);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] bool coloured() const { return m_primary.isValid(); }
    [[nodiscard]] QColor primary() const { return m_primary; }
    [[nodiscard]] QColor accent() const { return m_accent; }
    [[nodiscard]] bool hasLogo() const { return !m_logo.empty(); }
    [[nodiscard]] double logoShape() const;
    [[nodiscard]] const biometrics::Image& logo() const { return m_logo; }

    /// Decoding takes a moment: the logo comes when the window is there already.
    void setLogo(biometrics::Image logo);

signals:
    void logoChanged();

private:
    QString m_name;
    QColor m_primary;
    QColor m_accent;
    biometrics::Image m_logo;
};

} // namespace chinhchu::ui
