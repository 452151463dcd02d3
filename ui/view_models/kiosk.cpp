#include "ui/view_models/kiosk.h"

#include "app/session/consent_text.h"
#include "app/settings/language.h"
#include "ui/receipts/receipt_paper.h"

#include <QMetaEnum>

namespace chinhchu::ui {

using State = app::Session::State;

Kiosk::Kiosk(app::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_firstLanguage(app::installedLanguage())
    , m_brand(session.parts().policy.brand)
    , m_consent(session.parts().policy.consent)
    , m_person(session)
    , m_face(session)
    , m_numbers(session)
    , m_password(session)
    , m_problem(session)
    , m_receipt(session)
{
    m_consent.setLanguage(language());
    connect(&session, &app::Session::stateChanged, this, &Kiosk::stateChanged);
    connect(&session, &app::Session::factsChanged, this, &Kiosk::refreshFacts);
    connect(&session, &app::Session::readProgress, &m_reading, &ProgressView::update);
    connect(&session, &app::Session::frame, &m_face, &FaceView::show);
    connect(&session, &app::Session::faceHint, &m_face, &FaceView::update);
    connect(&session, &app::Session::cardCode, &m_card, &CardEntry::see);
    connect(&session, &app::Session::cardCode, this, [this](const app::CardCode& code) {
        // The card is in the last picture: it has done its work.
        if (code.state == app::CardCode::State::Read || code.state == app::CardCode::State::NoCamera)
            m_face.show(nullptr);
    });
    connect(&m_card, &CardEntry::putAway, this, &Kiosk::lookForCode);
    connect(&session, &app::Session::idleWarning, &m_idle, &IdleView::ask);
    connect(this, &Kiosk::languageChanged, &m_idle, &IdleView::retranslate);
    connect(this, &Kiosk::languageChanged, &m_consent, [this] { m_consent.setLanguage(language()); });
    connect(this, &Kiosk::languageChanged, &m_phone, &PhoneEntry::retranslate);
    connect(this, &Kiosk::languageChanged, &m_card, &CardEntry::retranslate);
    connect(this, &Kiosk::languageChanged, &m_reading, &ProgressView::retranslate);
    connect(this, &Kiosk::languageChanged, &m_face, &FaceView::retranslate);
    connect(this, &Kiosk::languageChanged, &m_offer, &SignatureOffer::retranslate);
    connect(this, &Kiosk::languageChanged, this, &Kiosk::refreshFacts);
    connect(this, &Kiosk::languageChanged, &m_staff, &StaffDesk::retranslate);
    connect(&m_staff, &StaffDesk::openChanged, this, [this] {
        // The next person finds language and text as ever.
        if (!m_staff.open())
            wipe();
        emit pageChanged();
    });
    connect(&m_staff, &StaffDesk::servingChanged, this, &Kiosk::setServing);
    connect(&m_staff, &StaffDesk::settingsChanged, this, &Kiosk::setStart);
    connect(&session, &app::Session::servingChanged, this, &Kiosk::servingChanged);
    // Who only changed language or text at the greeting and went away has had no session that could end.
    m_leftAlone.setSingleShot(true);
    connect(&m_leftAlone, &QTimer::timeout, this, [this] {
        if (m_session.state() == State::Greeting && !m_staff.open())
            wipe();
    });
    connect(&m_printer, &Printer::availableChanged, this, &Kiosk::printerChanged);
}

QString Kiosk::page() const
{
    if (m_staff.open())
        return QStringLiteral("Staff");
    return QString::fromLatin1(QMetaEnum::fromType<State>().valueToKey(static_cast<int>(m_session.state())));
}

int Kiosk::step() const
{
    switch (m_session.state()) {
    case State::Greeting:
    case State::Problem:
        return -1;
    case State::Consent:
    case State::NumberEntry:
        return 0;
    case State::DocumentPictures:
    case State::Identify:
    case State::PlaceCard:
    case State::ReadChip:
    case State::Verdict:
        return 1;
    case State::CaptureFace:
    case State::Match:
    case State::GuardianConsent:
        return 2;
    case State::ChooseNumbers:
    case State::Possession:
    case State::SignatureOffer:
    case State::Signing:
    case State::Review:
    case State::Deliver:
        return 3;
    case State::Receipt:
        return 4;
    }
    return -1;
}

QString Kiosk::language() const
{
    return app::installedLanguage();
}

bool Kiosk::assisted() const
{
    return m_session.parts().mode != QStringLiteral("self-service");
}

bool Kiosk::demonstration() const
{
    return m_session.parts().enrolment.kind == app::Enrolment::Kind::Demo;
}

void Kiosk::agree()
{
    m_session.giveConsent(m_consent.recorded(), language());
}

QString Kiosk::guardianConsent() const
{
    return app::guardianConsentText();
}

void Kiosk::agreeAsGuardian()
{
    m_session.giveGuardianConsent(guardianConsent(), language());
}

void Kiosk::giveNumbers()
{
    m_session.enterNumbers(m_phone.numbers());
}

void Kiosk::openCard()
{
    if (const auto keys = m_card.keys())
        m_session.identify(*keys);
}

void Kiosk::answerNumber(int row, bool mine)
{
    m_session.answerNumber(m_numbers.msisdn(row), mine);
}

void Kiosk::leaveOpenNumbers()
{
    QStringList open;
    for (const auto& each : m_session.facts().numbers)
        if (each.answer == app::SessionFacts::HeldNumber::Answer::Open)
            open << each.subscription.msisdn;
    for (const QString& msisdn : open)
        m_session.leaveNumber(msisdn);
}

void Kiosk::givePassword()
{
    if (m_password.complete())
        m_session.enterPassword(m_password.take());
}

void Kiosk::sign(SignaturePad* pad)
{
    if (pad)
        m_session.sign(pad->signature());
}

void Kiosk::print()
{
    if (m_session.state() == State::Receipt)
        m_printer.print(receiptPdf(m_receipt, m_printer.hasRoll() ? Paper::Roll80 : Paper::A5));
}

void Kiosk::end()
{
    if (m_staff.open())
        m_staff.leave();
    else if (m_session.state() == State::Receipt)
        m_session.finish();
    else
        m_session.cancel();
}

void Kiosk::speak(const QString& language)
{
    app::installTranslation(app::knownLanguage(language));
    emit languageChanged();
}

void Kiosk::stillHere()
{
    m_idle.stop();
    touched();
}

void Kiosk::touched()
{
    m_staff.stillHere();
    m_session.stillHere();
    if (const auto patience = m_session.parts().policy.idlePatience; patience.count() > 0)
        m_leftAlone.start(patience);
}

void Kiosk::setStart(const app::KioskSettings& settings)
{
    m_comfort.setStart(settings.largeText, settings.contrast, settings.volume);
    if (!settings.language.isEmpty())
        m_firstLanguage = settings.language;
    if (m_session.state() == State::Greeting && !m_staff.open())
        wipe();
}

/// Who serves changes between two sessions, never in the middle of one.
void Kiosk::setServing()
{
    m_session.setServing(m_staff.servingMember());
}

void Kiosk::stateChanged(State state)
{
    m_idle.stop();
    if (state == State::Greeting)
        setServing();
    if (state != State::Greeting)
        m_staff.leave();
    // A printer that was attached in the meantime is found in time.
    if (state == State::Review)
        m_printer.look();
    if (state == State::PlaceCard)
        m_reading.reset();
    // The parent has a card of their own.
    if (state == State::GuardianConsent)
        m_card.wipe();
    if (state == State::Greeting)
        wipe();
    // A code that did not open the chip is not offered again; nor is the camera's picture of it to be seen anywhere else.
    if (state == State::Problem && m_card.scanned())
        m_card.wipe();
    if (state != State::CaptureFace)
        m_face.show(nullptr);
    // What was said last about the card is not said about the face.
    if (state == State::DocumentPictures)
        m_face.update(QStringLiteral("DOCUMENT_SHOW_CARD"), 0);
    else if (state == State::Identify)
        m_face.update({}, 0);
    lookForCode();
    refreshFacts();
    emit pageChanged();
}

void Kiosk::lookForCode()
{
    if (m_session.state() != State::Identify || m_card.scanned())
        return;
    m_card.expectCamera();
    m_session.lookForCode();
}

void Kiosk::refreshFacts()
{
    m_person.refresh();
    m_face.refresh();
    m_numbers.refresh();
    m_password.refresh();
    m_problem.refresh();
    m_receipt.refresh();
}

void Kiosk::wipe()
{
    m_phone.wipe();
    m_card.wipe();
    m_password.wipe();
    m_reading.reset();
    m_face.wipe();
    m_comfort.reset();
    if (!m_firstLanguage.isEmpty() && m_firstLanguage != language())
        speak(m_firstLanguage);
}

} // namespace chinhchu::ui
