#include "tests/ui/scripted/scripted_session.h"

#include "tests/ui/scripted/drawn_face.h"

namespace chinhchu::app {

using State = Session::State;

/// The name that session.h keeps its inside under.
class SessionMachine
{
public:
    SessionParts parts;
    SessionFacts facts;
    State state = State::Greeting;
    bool canRetry = false;
    bool guardianTurn = false;
    static inline SessionMachine* last = nullptr;
    static inline bool generous = false;
    static inline QString consent;
    static inline std::optional<Evidence::Signature> signature;
};

namespace {

SessionFacts::HeldNumber held(const char* msisdn, LockState lock, const char* deadline,
                              SessionFacts::HeldNumber::Answer answer)
{
    SessionFacts::HeldNumber number;
    number.subscription.msisdn = QString::fromLatin1(msisdn);
    number.subscription.lock = lock;
    if (deadline)
        number.subscription.lockDeadline = QDateTime::fromString(QString::fromLatin1(deadline), Qt::ISODate);
    number.answer = answer;
    return number;
}

nfc::ChipIdentity person(bool generous)
{
    nfc::ChipIdentity chip;
    chip.identity.number = "001152000017";
    chip.identity.fullName = generous ? "Công Tằng Tôn Nữ Nguyễn Thị Hồng Thắm Phương" : "Nguyễn Thị Hồng Thắm";
    chip.identity.birthDate = "1952-03-08";
    chip.identity.residence =
        generous
            ? "Số 128, tổ dân phố 14, đường Nguyễn Thị Minh Khai, phường Nghĩa Trung, thành phố Gia Nghĩa, Đắk Nông"
            : "Thôn 3, xã Quảng Khê, huyện Đắk Glong, Đắk Nông";
    chip.authenticity.passive = nfc::PassiveResult::Verified;
    chip.authenticity.active = nfc::ChipProof::Passed;
    return chip;
}

std::vector<SessionFacts::HeldNumber> numbers(bool generous)
{
    using enum SessionFacts::HeldNumber::Answer;
    std::vector<SessionFacts::HeldNumber> all;
    all.push_back(held("+84900000017", LockState::OneWay, "2026-12-20T00:00:00+07:00", Mine));
    all.push_back(held("+84912345678", LockState::None, nullptr, Mine));
    all.push_back(held("+84387654321", LockState::TwoWay, "2026-12-24T00:00:00+07:00", NotMine));
    if (generous) {
        all.push_back(held("+84701234567", LockState::None, "2026-12-24T00:00:00+07:00", Open));
        all.push_back(held("+84561234567", LockState::TwoWay, nullptr, Open));
        all.back().subscription.organisation = true;
    }
    return all;
}

void fill(SessionMachine& machine)
{
    SessionFacts& facts = machine.facts;
    facts = {};
    const bool generous = SessionMachine::generous;
    if (machine.state >= State::Identify)
        facts.msisdns = {QStringLiteral("+84900000017")};
    if (machine.state >= State::Verdict) {
        facts.chip = person(generous);
        facts.chipPhoto = scripted::drawnFace(480, 640);
    }
    if (machine.state >= State::Match) {
        facts.match.emplace();
        facts.match->match = true;
        facts.livePhoto = scripted::drawnFace(1280, 720);
    }
    facts.guardianTurn = machine.guardianTurn;
    if (machine.state >= State::ChooseNumbers) {
        facts.numbers = numbers(generous);
        facts.numbersComplete = true;
        facts.numbersClaimedOnly = generous;
        if (machine.state > State::ChooseNumbers)
            for (auto& each : facts.numbers)
                if (each.answer == SessionFacts::HeldNumber::Answer::Open)
                    each.answer = SessionFacts::HeldNumber::Answer::Left;
    }
    if (machine.state == State::Possession) {
        facts.password.emplace();
        facts.password->msisdn = QStringLiteral("+84900000017");
        facts.password->stage = SessionFacts::Password::Stage::Awaited;
        facts.password->triesLeft = 3;
    }
    facts.bindingId = QStringLiteral("3f2b8c1e-5d47-4a09-9e61-c0d5a7b81234");
    if (machine.state >= State::Receipt) {
        facts.receipt.emplace();
        facts.receipt->bindingId = facts.bindingId;
        facts.receipt->receiptNumber = QStringLiteral("BN-2026-000017");
        facts.receipt->state = BindingReceipt::State::Verified;
        facts.receipt->receivedAt = QDateTime::fromString(QStringLiteral("2026-11-22T07:45:00+07:00"), Qt::ISODate);
    }
}

} // namespace

Session::Session(SessionParts parts, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<SessionMachine>())
{
    d->parts = std::move(parts);
    SessionMachine::last = d.get();
}

Session::~Session()
{
    SessionMachine::last = nullptr;
}

State Session::state() const
{
    return d->state;
}
const SessionFacts& Session::facts() const
{
    return d->facts;
}
const SessionParts& Session::parts() const
{
    return d->parts;
}
bool Session::canRetry() const
{
    return d->state == State::Problem && d->canRetry;
}
int Session::exitStatus() const
{
    return d->facts.problem ? chinhchu::exitStatus(d->facts.problem->code) : 0;
}

bool Session::canGoBack() const
{
    return d->state == State::NumberEntry || d->state == State::DocumentPictures || d->state == State::Identify || d->state == State::PlaceCard ||
           d->state == State::Possession || d->state == State::SignatureOffer || d->state == State::Signing ||
           d->state == State::Review;
}

void Session::begin()
{
    scripted::show(*this, State::Consent);
}

void Session::giveConsent(const QString& text, const QString&)
{
    SessionMachine::consent = text;
    scripted::show(*this, State::NumberEntry);
}

void Session::enterNumbers(const QStringList&)
{
    scripted::show(*this, State::Identify);
}
void Session::lookForCode() {}
void Session::setServing(const std::optional<StaffMember>& member)
{
    d->parts.staff = member;
    d->parts.mode = member ? QStringLiteral("assisted") : QStringLiteral("self-service");
    emit servingChanged();
}
void Session::identify(const nfc::AccessKeys&)
{
    scripted::show(*this, State::PlaceCard);
}
void Session::reportNoChip()
{
    scripted::fail(*this, FailureCode::CardWithoutChip, false);
}
void Session::acceptVerdict()
{
    scripted::show(*this, State::CaptureFace);
}
void Session::acceptMatch()
{
    scripted::show(*this, State::ChooseNumbers);
}
void Session::giveGuardianConsent(const QString& text, const QString&)
{
    SessionMachine::consent = text;
    d->guardianTurn = true;
    scripted::show(*this, State::Identify);
}
void Session::confirmNumbers()
{
    scripted::show(*this, State::Possession);
}
void Session::enterPassword(const SecretText&)
{
    scripted::show(*this, State::SignatureOffer);
}
void Session::requestSignature(const QString& text, const QString&)
{
    SessionMachine::consent = text;
    scripted::show(*this, State::Signing);
}
void Session::declineSignature()
{
    scripted::show(*this, State::Signing);
}
void Session::sign(const Evidence::Signature& drawing)
{
    SessionMachine::signature = drawing;
    scripted::show(*this, State::Review);
}
void Session::signByName()
{
    SessionMachine::signature.reset();
    scripted::show(*this, State::Review);
}
void Session::sendPasswordAgain() {}
void Session::submit()
{
    scripted::show(*this, State::Deliver);
}
void Session::back()
{
    scripted::show(*this, d->state == State::Review ? State::ChooseNumbers
                                                    : static_cast<State>(static_cast<int>(d->state) - 1));
}
void Session::retry()
{
    scripted::show(*this, State::PlaceCard);
}
void Session::cancel()
{
    scripted::show(*this, State::Greeting);
}
void Session::finish()
{
    scripted::show(*this, State::Greeting);
}
void Session::stillHere() {}

void Session::answerNumber(const QString& msisdn, bool mine)
{
    for (auto& number : d->facts.numbers)
        if (number.subscription.msisdn == msisdn)
            number.answer = mine ? SessionFacts::HeldNumber::Answer::Mine : SessionFacts::HeldNumber::Answer::NotMine;
    emit factsChanged();
}

void Session::leaveNumber(const QString& msisdn)
{
    for (auto& number : d->facts.numbers)
        if (number.subscription.msisdn == msisdn)
            number.answer = SessionFacts::HeldNumber::Answer::Left;
    emit factsChanged();
}

} // namespace chinhchu::app

namespace chinhchu::scripted {

using app::SessionMachine;

void show(app::Session& session, app::Session::State state)
{
    SessionMachine& machine = *SessionMachine::last;
    machine.state = state;
    // The next person is nobody's parent yet.
    if (state == app::Session::State::Greeting)
        machine.guardianTurn = false;
    app::fill(machine);
    emit session.stateChanged(state);
}

void fail(app::Session& session, FailureCode code, bool canRetry)
{
    SessionMachine& machine = *SessionMachine::last;
    machine.state = app::Session::State::Problem;
    machine.canRetry = canRetry;
    machine.facts = {};
    machine.facts.problem = Failure{code, {}};
    emit session.stateChanged(machine.state);
}

void forgetMatch(app::Session& session)
{
    SessionMachine::last->facts.match.reset();
    emit session.factsChanged();
}

void trouble(app::Session& session, app::SessionFacts::Password::Stage stage,
             app::SessionFacts::Password::Trouble trouble)
{
    auto& password = SessionMachine::last->facts.password;
    password->stage = stage;
    password->trouble = trouble;
    password->triesLeft = 2;
    emit session.factsChanged();
}

void alter(app::Session& session, const std::function<void(app::SessionFacts&)>& change)
{
    change(SessionMachine::last->facts);
    emit session.factsChanged();
}

QString consentGiven()
{
    return SessionMachine::consent;
}

const std::optional<app::Evidence::Signature>& signatureGiven()
{
    return SessionMachine::signature;
}

void fillGenerously(bool generous)
{
    SessionMachine::generous = generous;
}

} // namespace chinhchu::scripted
