#include "app/cli/headless_session.h"

#include "app/cli/chip_report.h"
#include "app/cli/match_report.h"
#include "app/session/consent_text.h"
#include "app/session/signature_consent.h"
#include "app/session/transitions.h"

namespace chinhchu::app::cli {

namespace {

using State = Session::State;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonValue receiptJson(const std::optional<BindingReceipt>& receipt)
{
    if (!receipt) {
        return QJsonValue::Null;
    }
    constexpr const char* states[] = {"received", "verified", "refused"};
    return QJsonObject{
        {"bindingId", receipt->bindingId},
        {"receiptNumber", receipt->receiptNumber},
        {"state", states[static_cast<int>(receipt->state)]},
        {"receivedAt", receipt->receivedAt.toOffsetFromUtc(receipt->receivedAt.offsetFromUtc()).toString(Qt::ISODate)},
        {"reasons", QJsonArray::fromStringList(receipt->reasons)}};
}

QString receiptText(const BindingReceipt& receipt)
{
    return receipt.state == BindingReceipt::State::Verified
               ? Text::tr("Receipt %1").arg(receipt.receiptNumber)
               : Text::tr("Receipt %1: received, not yet authenticated").arg(receipt.receiptNumber);
}

QJsonArray numbersJson(const SessionFacts& facts)
{
    constexpr const char* answers[] = {"open", "mine", "not-mine", "none"};
    constexpr const char* possessions[] = {"not-asked", "verified", "deferred"};
    constexpr const char* locks[] = {"none", "one-way", "two-way"};
    QJsonArray numbers;
    for (const SessionFacts::HeldNumber& each : facts.numbers) {
        numbers.append(QJsonObject{{"msisdn", each.subscription.msisdn},
                                   {"entered", each.entered},
                                   {"answer", answers[static_cast<int>(each.answer)]},
                                   {"possession", possessions[static_cast<int>(each.possession)]},
                                   {"lock", locks[static_cast<int>(each.subscription.lock)]}});
    }
    return numbers;
}

} // namespace

HeadlessSession::HeadlessSession(SessionParts parts, const CommandContext& context)
    : m_context(context)
    , m_session(std::move(parts))
{
}

Outcome HeadlessSession::run(const QStringList& msisdns, const nfc::AccessKeys& keys, const nfc::AccessKeys& guardian)
{
    m_msisdns = msisdns;
    m_keys = keys;
    m_guardianKeys = guardian;
    // Queued: the session has finished its step before the next input comes.
    connect(
        &m_session, &Session::stateChanged, this,
        [this](State state) {
            arrived(state);
            // Nobody is here to begin again: the time of a page ran out while something was awaited.
            if (state == State::Greeting) {
                giveUp({FailureCode::Cancelled, "idle"});
            }
            if (state == State::Receipt || state == State::Problem) {
                m_loop.quit();
            }
        },
        Qt::QueuedConnection);
    connect(
        &m_session, &Session::factsChanged, this,
        [this] {
            confirmNumbers();
            enterPassword();
        },
        Qt::QueuedConnection);
    connect(&m_session, &Session::faceHint, this, [this](const QString& code, double) {
        if (code != m_lastHint && !code.isEmpty()) {
            m_context.progress("            " + code);
        }
        m_lastHint = code;
    });
    m_clock.start();
    m_session.begin();
    m_loop.exec();
    return outcome();
}

void HeadlessSession::arrived(State state)
{
    told(state);
    m_pictured = m_pictured || (m_state == State::DocumentPictures && state == State::Identify);
    m_state = state;
    act(state);
}

void HeadlessSession::act(State state)
{
    switch (state) {
    case State::Consent:
        m_session.giveConsent(consentText(m_session.parts().policy, m_context.language), m_context.language);
        break;
    case State::NumberEntry:
        m_session.enterNumbers(m_msisdns);
        break;
    case State::Identify:
        if (m_session.facts().guardianTurn) {
            m_session.identify(m_guardianKeys);
        } else if (m_keys.empty()) {
            m_session.reportNoChip();
        } else {
            m_session.identify(m_keys);
        }
        break;
    case State::Verdict:
        m_session.acceptVerdict();
        break;
    case State::Match:
        m_session.acceptMatch();
        break;
    case State::GuardianConsent:
        if (m_guardianKeys.empty()) {
            giveUp({FailureCode::GuardianNeeded, "--guardian-can or --guardian-qr"});
        } else {
            m_session.giveGuardianConsent(guardianConsentText(), m_context.language);
        }
        break;
    case State::ChooseNumbers:
        confirmNumbers();
        break;
    case State::SignatureOffer:
        answerOffer();
        break;
    case State::Signing:
        // There is nothing to draw on; the evidence says that nobody drew.
        m_session.signByName();
        break;
    case State::Review:
        m_session.submit();
        break;
    default:
        break;
    }
}

void HeadlessSession::confirmNumbers()
{
    if (m_session.state() != State::ChooseNumbers || !m_session.facts().numbersComplete) {
        return;
    }
    // Nobody was asked about the others.
    QStringList others;
    for (const SessionFacts::HeldNumber& each : m_session.facts().numbers) {
        if (each.answer == SessionFacts::HeldNumber::Answer::Open) {
            others.append(each.subscription.msisdn);
        }
    }
    for (const QString& each : others) {
        m_session.leaveNumber(each);
    }
    m_session.confirmNumbers();
}

/// The code is on the citizen's telephone by now: whoever runs this command types it, as often as it may be tried.
void HeadlessSession::enterPassword()
{
    const auto& password = m_session.facts().password;
    if (!password || password->stage != SessionFacts::Password::Stage::Awaited) {
        return;
    }
    m_context.progress("            " + (password->trouble == SessionFacts::Password::Trouble::Wrong
                                             ? Text::tr("Wrong: %n more try/tries.", nullptr, password->triesLeft)
                                             : Text::tr("The carrier has sent a one-time password to the number.")));
    const SecretText digits = m_nextPassword ? m_nextPassword() : SecretText();
    if (digits.empty()) {
        giveUp({FailureCode::UsageInvalid, "--otp: the carrier asks for a one-time password"});
        return;
    }
    // Reading may have taken longer than a page waits.
    m_session.stillHere();
    m_session.enterPassword(digits);
}

void HeadlessSession::answerOffer()
{
    if (m_wantsSignature) {
        m_session.requestSignature(signatureConsent().recorded(), m_context.language);
    } else {
        m_session.declineSignature();
    }
}

/// The session ends, as when a person leaves.
void HeadlessSession::giveUp(Failure why)
{
    m_givenUp = std::move(why);
    m_loop.quit();
}

/// The step that has just ended: its name, how long it took, what it gave.
void HeadlessSession::told(State state)
{
    const qint64 now = m_clock.elapsed();
    const qint64 took = now - m_lastStep;
    m_lastStep = now;
    if (m_state != State::Greeting) {
        m_timings.append(QJsonObject{{"state", text(toString(m_state))}, {"ms", took}});
        m_context.progress(QStringLiteral("%1 ms  %2").arg(took, 6).arg(text(toString(m_state))));
    }
    const QString what = stepText(state);
    if (!what.isEmpty()) {
        m_context.progress("            " + what);
    }
}

QString HeadlessSession::stepText(State state) const
{
    const SessionFacts& facts = m_session.facts();
    switch (state) {
    case State::GuardianConsent:
        return Text::tr("A child: a parent agrees, with a card and a face of their own.");
    case State::DocumentPictures:
        return Text::tr("Hold the front of the card before the camera, then its back.");
    case State::PlaceCard:
        return facts.guardianTurn ? Text::tr("Lay the parent's card on the reader.")
                                  : Text::tr("Lay the card on the reader.");
    case State::Verdict:
        return Text::tr("%1, %2 commands; issuer's signature: %3; proof that it is no copy: %4")
            .arg(text(toString(facts.chip->access)))
            .arg(facts.chip->timing.apdus)
            .arg(text(toString(facts.chip->authenticity.passive)), text(toString(facts.chip->authenticity.active)));
    case State::CaptureFace:
        return Text::tr("Look at the camera.");
    case State::Match:
        return matchText(*facts.match);
    case State::Review:
        return facts.numbersClaimedOnly
                   ? Text::tr("The carrier did not say which numbers it knows.")
                   : Text::tr("%n number(s) known to the carrier", nullptr, static_cast<int>(facts.numbers.size()));
    case State::Receipt:
        return facts.receipt ? receiptText(*facts.receipt)
                             : Text::tr("Kept here; it is sent when the carrier can be reached.");
    default:
        return {};
    }
}

Outcome HeadlessSession::outcome() const
{
    const SessionFacts& facts = m_session.facts();
    QJsonObject json{{"bindingId", facts.bindingId},
                     {"receipt", receiptJson(facts.receipt)},
                     {"numbers", numbersJson(facts)},
                     {"timings", m_timings},
                     {"totalMs", m_lastStep}};
    if (facts.chip) {
        QJsonObject chip = chipJson(*facts.chip);
        json.insert("access", chip.value("access"));
        json.insert("source", chip.value("source"));
        json.insert("timing", chip.value("timing"));
        json.insert("verdict", chip.value("authenticity"));
        json.insert("signerCheck", text(toString(facts.signerCheck)));
        json.insert("provisional", facts.provisional);
    }
    json.insert("digitalSignature",
                facts.signatureWish ? facts.signatureWish->wanted ? "requested" : "declined" : "not-offered");
    json.insert("documentPictures", m_pictured);
    if (facts.guardian) {
        json.insert("guardian", true);
    }
    json.insert("liveness", livenessJson(facts.liveness));
    if (facts.match) {
        json.insert("match", matchJson(*facts.match));
    }
    QString summary;
    if (facts.receipt) {
        summary = receiptText(*facts.receipt);
    }
    if (m_givenUp) {
        return {json, summary, chinhchu::exitStatus(m_givenUp->code), m_givenUp};
    }
    return {json, summary, m_session.exitStatus(), facts.problem};
}

} // namespace chinhchu::app::cli
