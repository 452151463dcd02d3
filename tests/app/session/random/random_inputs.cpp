// What a random person does: one of all inputs, or what is right where the session is.

#include "tests/app/session/random/random_person.h"

#include <QTest>

#include <array>

namespace by_chance {

using namespace chinhchu;
using namespace chinhchu::app;
using State = Session::State;
using Answer = SessionFacts::HeldNumber::Answer;

namespace {

const std::array mobiles{"0900000017", "0900000161", "0912345678", "+84900000018", "0900 000 019", "0987654321"};

/// Two strokes, and one white pixel as another program wrote it (tst_signing).
Evidence::Signature drawing()
{
    const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200000001000000010800000000"
                                               "3a7e9b550000000a49444154789c63f80f0001010100"
                                               "b138f6140000000049454e44ae426082");
    Evidence::Signature made;
    made.strokes = {{{1000, 5000, 0}, {4000, 2000, 120}, {6000, 7000, 260}}, {{6500, 3000, 700}, {7000, 6000, 820}}};
    made.picture = {png.begin(), png.end()};
    return made;
}

} // namespace

QString RandomPerson::step()
{
    const int kind = pick(m_random, 0, 99);
    if (kind < 45) {
        const int before = static_cast<int>(m_session->state());
        QString done = goOn();
        if (!done.isEmpty())
            return done;
        if (oneIn(m_random, 4))
            return input(pick(m_random, 0, 22));
        static_cast<void>(QTest::qWaitFor([&] { return static_cast<int>(m_session->state()) != before; }, 1500));
        return QStringLiteral("wait for what comes");
    }
    return kind < 55 ? circumstance() : input(pick(m_random, 0, 22));
}

QString RandomPerson::giveConsent()
{
    const QString text = QStringLiteral("consent %1").arg(pick(m_random, 0, 999));
    if (m_session->state() == State::Consent)
        m_deeds.consent = text;
    m_session->giveConsent(text, oneIn(m_random, 2) ? QStringLiteral("vi") : QStringLiteral("en"));
    return QStringLiteral("giveConsent");
}

QString RandomPerson::identify(bool right)
{
    const bool guardian = m_session->facts().guardianTurn;
    const char* const can = guardian ? "000033" : m_setting.child ? "000161" : "000017";
    if (!right && oneIn(m_random, 3)) {
        m_session->identify({});
        return QStringLiteral("identify by nothing");
    }
    m_session->identify({nfc::CanKey{right ? can : "123456"}});
    return right ? QStringLiteral("identify") : QStringLiteral("identify wrongly");
}

QString RandomPerson::goOn()
{
    switch (m_session->state()) {
    case State::Greeting:
        m_session->begin();
        return QStringLiteral("begin");
    case State::Consent:
        return giveConsent();
    case State::NumberEntry:
        m_session->enterNumbers({m_setting.child ? QStringLiteral("0900000161") : QStringLiteral("0900000017")});
        return QStringLiteral("enterNumbers");
    case State::Identify:
        return identify(true);
    case State::PlaceCard:
    case State::ReadChip:
        (m_session->facts().guardianTurn ? m_guardianCard : m_card).layDown();
        return {};
    case State::Verdict:
        m_session->acceptVerdict();
        return QStringLiteral("acceptVerdict");
    case State::Match:
        m_session->acceptMatch();
        return QStringLiteral("acceptMatch");
    case State::GuardianConsent:
        return input(19);
    case State::ChooseNumbers:
        return answer(true);
    case State::Possession:
        return enterPassword(true);
    case State::SignatureOffer:
        return input(oneIn(m_random, 2) ? 13 : 14);
    case State::Signing:
        return input(oneIn(m_random, 2) ? 15 : 16);
    case State::Review:
        m_session->submit();
        return QStringLiteral("submit");
    case State::Receipt:
        m_session->finish();
        return QStringLiteral("finish");
    case State::Problem:
        // Who gives the same answers to too many numbers again and again gets nowhere.
        if (m_session->canRetry() &&
            (m_session->facts().problem->code != FailureCode::NumberLimitReached || oneIn(m_random, 2)))
            m_session->retry();
        else
            m_session->cancel();
        return QStringLiteral("retry or cancel");
    default:
        return {};
    }
}

QString RandomPerson::answer(bool right)
{
    const auto& numbers = m_session->facts().numbers;
    const bool choosing = m_session->state() == State::ChooseNumbers;
    if (numbers.empty() || (right && !m_session->facts().numbersComplete))
        return right ? QString() : QStringLiteral("no number to answer");
    const auto note = [&](const QString& msisdn, const QString& said) {
        if (choosing)
            m_deeds.answers[msisdn] = said;
    };
    if (right) {
        QStringList open;
        for (const auto& each : numbers)
            if (each.answer == Answer::Open)
                open << each.subscription.msisdn;
        if (open.isEmpty()) {
            m_session->confirmNumbers();
            if (m_session->state() != State::ChooseNumbers)
                return QStringLiteral("confirmNumbers");
            // All were left without an answer: one has to have one.
            open << numbers.front().subscription.msisdn;
        }
        note(open.front(), QStringLiteral("mine"));
        m_session->answerNumber(open.front(), true);
        return QStringLiteral("answerNumber");
    }
    const int row = pick(m_random, 0, static_cast<int>(numbers.size()) - 1);
    const QString one = numbers[static_cast<std::size_t>(row)].subscription.msisdn;
    if (oneIn(m_random, 3)) {
        note(one, QStringLiteral("left"));
        m_session->leaveNumber(one);
        return QStringLiteral("leaveNumber");
    }
    const QString said = oneIn(m_random, 2) ? QStringLiteral("mine") : QStringLiteral("not mine");
    note(one, said);
    m_session->answerNumber(one, said == u"mine");
    return QStringLiteral("answerNumber ") + said;
}

QString RandomPerson::enterPassword(bool right)
{
    if (const QString newest = m_counter.newestPassword(); !newest.isEmpty())
        m_password = newest;
    const auto& password = m_session->facts().password;
    const bool awaited = password && password->stage == SessionFacts::Password::Stage::Awaited;
    if (right && !awaited)
        return {};
    if (right && m_password.isEmpty()) {
        m_session->sendPasswordAgain();
        return QStringLiteral("sendPasswordAgain");
    }
    m_session->enterPassword(SecretText((right ? m_password : QStringLiteral("000000")).toStdString()));
    return right ? QStringLiteral("enterPassword") : QStringLiteral("enterPassword wrongly");
}

QString RandomPerson::input(int which)
{
    Session& session = *m_session;
    switch (which) {
    case 0:
        session.begin();
        return QStringLiteral("begin");
    case 1:
        return giveConsent();
    case 2: {
        QStringList typed;
        for (int left = pick(m_random, 0, 3); left > 0; --left)
            typed << QString::fromLatin1(
                mobiles[static_cast<std::size_t>(pick(m_random, 0, static_cast<int>(mobiles.size()) - 1))]);
        if (oneIn(m_random, 4))
            typed << QStringLiteral("12");
        session.enterNumbers(typed);
        return QStringLiteral("enterNumbers ") + typed.join(u' ');
    }
    case 3:
        session.lookForCode();
        return QStringLiteral("lookForCode");
    case 4:
    case 5:
        return identify(which == 4);
    case 6:
        if (!oneIn(m_random, 4))
            return circumstance();
        session.reportNoChip();
        return QStringLiteral("reportNoChip");
    case 7:
        session.acceptVerdict();
        return QStringLiteral("acceptVerdict");
    case 8:
        session.acceptMatch();
        return QStringLiteral("acceptMatch");
    case 9:
        return answer(false);
    case 10:
        session.confirmNumbers();
        return QStringLiteral("confirmNumbers");
    case 11:
        return enterPassword(false);
    case 12:
        session.sendPasswordAgain();
        return QStringLiteral("sendPasswordAgain");
    case 13:
        if (session.state() == State::SignatureOffer)
            m_deeds.wantsSignature = true;
        session.requestSignature(QStringLiteral("the offer"), QStringLiteral("en"));
        return QStringLiteral("requestSignature");
    case 14:
        if (session.state() == State::SignatureOffer)
            m_deeds.wantsSignature = false;
        session.declineSignature();
        return QStringLiteral("declineSignature");
    case 15:
        if (session.state() == State::Signing)
            m_deeds.drew = true;
        session.sign(drawing());
        return QStringLiteral("sign");
    case 16:
        if (session.state() == State::Signing)
            m_deeds.drew = false;
        session.signByName();
        return QStringLiteral("signByName");
    case 17:
        session.submit();
        return QStringLiteral("submit");
    case 18:
        session.back();
        return QStringLiteral("back");
    case 19: {
        const QString text = QStringLiteral("parent %1").arg(pick(m_random, 0, 999));
        if (session.state() == State::GuardianConsent)
            m_deeds.guardianConsent = text;
        session.giveGuardianConsent(text, QStringLiteral("vi"));
        return QStringLiteral("giveGuardianConsent");
    }
    case 20:
        session.retry();
        return QStringLiteral("retry");
    case 21:
        session.finish();
        return QStringLiteral("finish");
    default:
        if (!oneIn(m_random, 4)) {
            session.stillHere();
            return QStringLiteral("stillHere");
        }
        session.cancel();
        return QStringLiteral("cancel");
    }
}

} // namespace by_chance
