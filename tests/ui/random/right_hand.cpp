#include "tests/ui/random/right_hand.h"

namespace random_hand {

using namespace chinhchu;
using State = app::Session::State;

RightHand::RightHand(ImpatientKiosk& kiosk)
    : m_kiosk(kiosk)
    , m_hand(kiosk.view(), ui::WalkPlan::Input::Touch)
{
}

QString RightHand::use(const QString& control)
{
    return m_hand.use(control) ? QStringLiteral("use ") + control : QString();
}

QString RightHand::goOn()
{
    ui::Kiosk& kiosk = m_kiosk.kiosk();
    if (kiosk.idle()->asking())
        return use(QStringLiteral("still-here"));
    if (m_hand.find(QStringLiteral("text-size-0")))
        return use(QStringLiteral("close"));
    if (kiosk.staff()->open())
        return use(QStringLiteral("end"));
    switch (m_kiosk.session().state()) {
    case State::Consent:
    case State::GuardianConsent:
        return tickAnd(QStringLiteral("primary"));
    case State::NumberEntry:
        return typeNumber();
    case State::Identify:
        return typeCard();
    case State::PlaceCard:
    case State::ReadChip:
        m_kiosk.card().layDown();
        return {};
    case State::ChooseNumbers:
        return answerNumbers();
    case State::Possession:
        return typePassword();
    case State::SignatureOffer:
    case State::Signing:
        return use(QStringLiteral("secondary"));
    case State::Greeting:
    case State::Verdict:
    case State::Match:
    case State::Review:
    case State::Receipt:
        return use(QStringLiteral("primary"));
    case State::Problem:
        return use(m_kiosk.session().canRetry() && !m_kiosk.kiosk().problem()->aboutAnswers()
                       ? QStringLiteral("primary")
                       : QStringLiteral("end"));
    default:
        return {};
    }
}

QString RightHand::tickAnd(const QString& control)
{
    const QQuickItem* tick = m_hand.find(QStringLiteral("tick"));
    return use(tick && !tick->property("ticked").toBool() ? QStringLiteral("tick") : control);
}

QString RightHand::typeTowards(const QString& shown, const QString& wanted)
{
    QString typed = shown;
    typed.removeIf([](QChar c) { return !c.isDigit(); });
    if (typed == wanted)
        return use(QStringLiteral("primary"));
    if (wanted.startsWith(typed))
        return use(QStringLiteral("key-") + wanted[typed.size()]);
    return use(QStringLiteral("key-erase"));
}

QString RightHand::typeNumber()
{
    return typeTowards(m_kiosk.kiosk().phone()->shown(),
                       m_kiosk.circumstances().child ? QStringLiteral("0900000161") : QStringLiteral("0900000017"));
}

QString RightHand::typeCard()
{
    if (m_kiosk.kiosk().card()->scanned())
        return use(QStringLiteral("primary"));
    const bool child = m_kiosk.circumstances().child;
    return typeTowards(m_kiosk.kiosk().card()->shown(), m_kiosk.kiosk().guardianTurn() ? QStringLiteral("000033")
                                                        : child                        ? QStringLiteral("000161")
                                                                                       : QStringLiteral("000017"));
}

QString RightHand::answerNumbers()
{
    if (QString done = use(QStringLiteral("primary")); !done.isEmpty())
        return done;
    const auto& numbers = m_kiosk.session().facts().numbers;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const QString mine = QStringLiteral("mine-%1").arg(i);
        if (numbers[i].isInBinding())
            continue;
        if (QString done = use(mine); !done.isEmpty())
            return done;
    }
    if (QString done = use(QStringLiteral("more")); !done.isEmpty())
        return done;
    return {};
}

QString RightHand::typePassword()
{
    if (const QString newest = m_kiosk.counter().newestPassword(); !newest.isEmpty())
        m_password = newest;
    if (!m_kiosk.kiosk().password()->awaited())
        return {};
    if (m_password.isEmpty())
        return use(QStringLiteral("secondary"));
    return typeTowards(m_kiosk.kiosk().password()->shown(), m_password);
}

} // namespace random_hand
