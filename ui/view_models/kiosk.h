#pragma once

#include "app/session/session.h"
#include "ui/pictures/signature_pad.h"
#include "ui/receipts/printer.h"
#include "ui/view_models/brand_view.h"
#include "ui/view_models/card_entry.h"
#include "ui/view_models/comfort.h"
#include "ui/view_models/consent_text.h"
#include "ui/view_models/face_view.h"
#include "ui/view_models/held_numbers.h"
#include "ui/view_models/idle_view.h"
#include "ui/view_models/password_entry.h"
#include "ui/view_models/person_view.h"
#include "ui/view_models/phone_entry.h"
#include "ui/view_models/problem_view.h"
#include "ui/view_models/progress_view.h"
#include "ui/view_models/receipt_view.h"
#include "ui/view_models/signature_offer.h"
#include "ui/view_models/staff_desk.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// What the window is bound to: which page shows, in which language, and everything a person can do. One for each
/// window; the session is the caller's and outlives it.
class Kiosk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString page READ page NOTIFY pageChanged FINAL)
    Q_PROPERTY(int step READ step NOTIFY pageChanged FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY pageChanged FINAL)
    Q_PROPERTY(bool canRetry READ canRetry NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString language READ language NOTIFY languageChanged FINAL)
    /// A member of staff serves somebody, and sees the screen too.
    Q_PROPERTY(bool assisted READ assisted NOTIFY servingChanged FINAL)
    /// A child's parent has the turn: card and face that are asked for are the parent's.
    Q_PROPERTY(bool guardianTurn READ guardianTurn NOTIFY pageChanged FINAL)
    /// What the parent agrees to.
    Q_PROPERTY(QString guardianConsent READ guardianConsent NOTIFY languageChanged FINAL)
    /// There is a printer for the receipt.
    Q_PROPERTY(bool canPrint READ canPrint NOTIFY printerChanged FINAL)
    Q_PROPERTY(bool demonstration READ demonstration CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::BrandView* brand READ brand CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::Comfort* comfort READ comfort CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::IdleView* idle READ idle CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::ConsentText* consent READ consent CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::PhoneEntry* phone READ phone CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::CardEntry* card READ card CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::ProgressView* reading READ reading CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::PersonView* person READ person CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::FaceView* face READ face CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::HeldNumbers* numbers READ numbers CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::PasswordEntry* password READ password CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::SignatureOffer* offer READ offer CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::ProblemView* problem READ problem CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::ReceiptView* receipt READ receipt CONSTANT FINAL)
    Q_PROPERTY(chinhchu::ui::StaffDesk* staff READ staff CONSTANT FINAL)

public:
    explicit Kiosk(app::Session& session, QObject* parent = nullptr);

    /// The state's name: the page of the same name shows it. "Staff" while a member of staff is at the greeting.
    [[nodiscard]] QString page() const;
    /// Which of the five parts of the way this is, from 0; -1 before and when something is wrong.
    [[nodiscard]] int step() const;
    [[nodiscard]] bool canGoBack() const { return m_session.canGoBack(); }
    [[nodiscard]] bool canRetry() const { return m_session.canRetry(); }
    [[nodiscard]] QString language() const;
    [[nodiscard]] bool assisted() const;
    [[nodiscard]] bool demonstration() const;
    [[nodiscard]] bool guardianTurn() const { return m_session.facts().guardianTurn; }
    [[nodiscard]] QString guardianConsent() const;
    [[nodiscard]] bool canPrint() const { return m_printer.available(); }

    /// What every new person begins with.
    void setStart(const app::KioskSettings& settings);

    [[nodiscard]] BrandView* brand() { return &m_brand; }
    [[nodiscard]] Comfort* comfort() { return &m_comfort; }
    [[nodiscard]] IdleView* idle() { return &m_idle; }
    [[nodiscard]] ConsentText* consent() { return &m_consent; }
    [[nodiscard]] PhoneEntry* phone() { return &m_phone; }
    [[nodiscard]] CardEntry* card() { return &m_card; }
    [[nodiscard]] ProgressView* reading() { return &m_reading; }
    [[nodiscard]] PersonView* person() { return &m_person; }
    [[nodiscard]] FaceView* face() { return &m_face; }
    [[nodiscard]] HeldNumbers* numbers() { return &m_numbers; }
    [[nodiscard]] PasswordEntry* password() { return &m_password; }
    [[nodiscard]] SignatureOffer* offer() { return &m_offer; }
    [[nodiscard]] ProblemView* problem() { return &m_problem; }
    [[nodiscard]] ReceiptView* receipt() { return &m_receipt; }
    [[nodiscard]] StaffDesk* staff() { return &m_staff; }
    [[nodiscard]] app::Session& session() { return m_session; }

public slots:
    void begin() { m_session.begin(); }
    void agree();
    void giveNumbers();
    void openCard();
    /// "My card has no chip": the counter is the way.
    void reportNoChip() { m_session.reportNoChip(); }
    void acceptVerdict() { m_session.acceptVerdict(); }
    void agreeAsGuardian();
    void acceptMatch() { m_session.acceptMatch(); }
    void answerNumber(int row, bool mine);
    /// A number that would be new stays out of the binding.
    void leaveNumber(int row) { m_session.leaveNumber(m_numbers.msisdn(row)); }
    /// "I do not know": the numbers without an answer stay out of the binding.
    void leaveOpenNumbers();
    void confirmNumbers() { m_session.confirmNumbers(); }
    void givePassword();
    void sendPasswordAgain() { m_session.sendPasswordAgain(); }
    void requestSignature() { m_session.requestSignature(m_offer.recorded(), language()); }
    void declineSignature() { m_session.declineSignature(); }
    void sign(chinhchu::ui::SignaturePad* pad);
    void signByName() { m_session.signByName(); }
    void submit() { m_session.submit(); }
    void back() { m_session.back(); }
    void retry() { m_session.retry(); }
    void print();
    void end();
    /// Every text of the window changes at once.
    void speak(const QString& language);
    /// Somebody says that they are there: nobody is asked any longer.
    void stillHere();
    /// Somebody touched the screen or a key: the time begins anew, and what is asked stays until it is answered.
    void touched();

signals:
    void pageChanged();
    void languageChanged();
    void printerChanged();
    void servingChanged();

private:
    void stateChanged(app::Session::State state);
    void refreshFacts();
    void lookForCode();
    void setServing();
    void wipe();

    app::Session& m_session;
    QString m_firstLanguage; ///< what every new person begins with
    BrandView m_brand;
    Comfort m_comfort;
    IdleView m_idle;
    ConsentText m_consent;
    PhoneEntry m_phone;
    CardEntry m_card;
    ProgressView m_reading;
    PersonView m_person;
    FaceView m_face;
    HeldNumbers m_numbers;
    PasswordEntry m_password;
    SignatureOffer m_offer;
    ProblemView m_problem;
    ReceiptView m_receipt;
    Printer m_printer;
    StaffDesk m_staff;
    QTimer m_leftAlone; ///< at the greeting, since somebody touched it
};

} // namespace chinhchu::ui
