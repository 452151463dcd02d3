#pragma once

#include "ui/view_models/staff_office.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>
#include <optional>

namespace chinhchu::ui {

/// The staff's pages: number, then PIN, then what the role may see. Opens from the greeting only; closes by itself when
/// nobody touches anything. Whoever may serve people serves from the sign-in on, until signing out or until nobody touches
/// anything for long.
class StaffDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    /// There are members of staff: the greeting shows the way in.
    Q_PROPERTY(bool available READ available NOTIFY changed FINAL)
    Q_PROPERTY(bool signedIn READ signedIn NOTIFY changed FINAL)
    Q_PROPERTY(bool askingPin READ askingPin NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY changed FINAL)
    /// The number as typed; a PIN as dots.
    Q_PROPERTY(QString shown READ shown NOTIFY changed FINAL)
    Q_PROPERTY(QString advice READ advice NOTIFY changed FINAL)
    Q_PROPERTY(bool wrong READ wrong NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    /// Maps of `list` and `label`: only what the role may see.
    Q_PROPERTY(QVariantList lists READ lists NOTIFY changed FINAL)
    /// The number of who serves; the page may be closed meanwhile. Empty: nobody.
    Q_PROPERTY(QString serving READ serving NOTIFY servingChanged FINAL)
    Q_PROPERTY(QString list READ list NOTIFY changed FINAL)
    Q_PROPERTY(QString listName READ listName NOTIFY changed FINAL)
    /// Maps of `label`, `value`, `detail`, `tone` ("plain", "good", "caution", "bad") and `setting`.
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed FINAL)

public:
    explicit StaffDesk(QObject* parent = nullptr);
    ~StaffDesk() override;

    void setOffice(std::shared_ptr<StaffOffice> office);
    /// Lines of the window itself, made on the GUI thread, below those of the office's health.
    void setOwnHealth(std::function<std::vector<StaffLine>()> own) { m_ownHealth = std::move(own); }

    [[nodiscard]] bool open() const { return m_open; }
    [[nodiscard]] bool available() const { return m_available; }
    [[nodiscard]] bool signedIn() const { return m_member.has_value(); }
    [[nodiscard]] bool askingPin() const { return m_askingPin; }
    [[nodiscard]] bool busy() const { return m_tasks > 0; }
    [[nodiscard]] bool canGoOn() const;
    [[nodiscard]] QString shown() const;
    [[nodiscard]] QString advice() const;
    [[nodiscard]] bool wrong() const { return m_failure.has_value(); }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString serving() const { return m_serving ? m_serving->id : QString(); }
    [[nodiscard]] const std::optional<app::StaffMember>& servingMember() const { return m_serving; }
    [[nodiscard]] QVariantList lists() const;
    [[nodiscard]] QString list() const { return m_list; }
    [[nodiscard]] QString listName() const;
    [[nodiscard]] QVariantList lines() const;

public slots:
    void enter();
    /// Closes the page and signs out.
    void leave();
    /// Closes the page and stays signed in, to serve the people who come.
    void serve();
    void signOut();
    /// A setting of a line gets its next value.
    void change(const QString& setting);
    /// A digit; in a number also a letter, '-', '.' or '_' from a keyboard.
    void type(const QString& character);
    void erase();
    /// From the number to the PIN, from the PIN to the first list.
    void goOn();
    void show(const QString& list);
    void stillHere();
    void retranslate();

signals:
    void changed();
    void openChanged();
    void servingChanged();
    void settingsChanged(const chinhchu::app::KioskSettings& settings);

private:
    void forget();
    void close();
    void endService(const QString& why);
    void signIn();
    void accept(const Result<app::StaffMember>& answer);
    void signOutAgain(const Result<app::StaffMember>& answer);
    void ask(const QString& list);
    /// Runs @p work away from this thread, then @p done here; or @p tooLate, when everything was closed in between.
    template <class T>
    void later(std::function<T()> work, std::function<void(T)> done, std::function<void(T)> tooLate = {});

    std::shared_ptr<StaffOffice> m_office;
    std::function<std::vector<StaffLine>()> m_ownHealth;
    QThreadPool m_thread;
    QTimer m_idle;
    QTimer m_serviceIdle;
    bool m_available = false;
    bool m_open = false;
    bool m_askingPin = false;
    int m_tasks = 0;
    int m_era = 0;
    QString m_number;
    Bytes m_pin;
    std::optional<FailureCode> m_failure;
    QString m_failureDetail;
    std::optional<app::StaffMember> m_member;
    std::optional<app::StaffMember> m_serving;
    QString m_list;
    std::vector<StaffLine> m_lines;
};

} // namespace chinhchu::ui
