#include "tests/app/session/random/random_person.h"

#include "app/session/transitions.h"
#include "tests/app/session/kit/full_outbox.h"

#include <QTest>

namespace by_chance {

using namespace chinhchu;
using namespace chinhchu::app;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

const QString parent =
    QStringLiteral("[identity]\nnumber = \"099188000033\"\nname = \"Trần Thị Ước\"\n"
                   "latin_name = \"TRAN<<THI<UOC\"\nbirth = 1988-07-21\nold_number = \"099000033\"\n");

/// The table's arrows, with the states between that policy does not ask for.
bool isArrow(State from, State to)
{
    for (const Transition& each : transitions()) {
        if (each.from != from || each.event == SessionEvent::NotAsked)
            continue;
        std::optional<State> at = each.to;
        while (at && *at != to)
            at = nextState(*at, SessionEvent::NotAsked);
        if (at)
            return true;
    }
    return false;
}

bool isEmpty(const SessionFacts& facts)
{
    return facts.msisdns.isEmpty() && !facts.chip && !facts.child && !facts.guardian && !facts.match &&
           facts.chipPhoto.empty() && facts.livePhoto.empty() && facts.numbers.empty() && !facts.password &&
           !facts.signatureWish && !facts.receipt && !facts.problem && facts.bindingId.isEmpty() && !facts.guardianTurn;
}

} // namespace

Setting Setting::of(unsigned seed, Random& random)
{
    static const QStringList modes{QStringLiteral("self-service"), QStringLiteral("assisted"),
                                   QStringLiteral("mobile")};
    Setting made;
    made.mode = modes[static_cast<qsizetype>(seed % 3)];
    made.child = seed % 3 != 0 && oneIn(random, 3);
    made.password = oneIn(random, 2);
    made.signature = oneIn(random, 3);
    made.offline = oneIn(random, 5);
    made.limited = oneIn(random, 3);
    return made;
}

QString Setting::text() const
{
    QStringList words{mode};
    for (const auto& [is, word] : std::initializer_list<std::pair<bool, const char*>>{{child, "child"},
                                                                                      {password, "password"},
                                                                                      {signature, "signature"},
                                                                                      {offline, "offline"},
                                                                                      {limited, "limited"}})
        if (is)
            words << QString::fromLatin1(word);
    return words.join(QStringLiteral(", "));
}

RandomPerson::RandomPerson(counter::QuickCounter& counter, const Setting& setting, Random& random)
    : m_counter(counter)
    , m_setting(setting)
    , m_random(random)
    , m_line(counter.carrier().url())
    , m_card(counter.cardOf(setting.child ? QStringLiteral("cccd-child") : QStringLiteral("cccd-2021")))
    , m_guardianCard(counter.cardOf(QStringLiteral("cccd-2021"), parent))
    , m_session(std::make_unique<Session>(parts()))
{
    if (setting.offline)
        m_line.cut();
    QObject::connect(m_session.get(), &Session::stateChanged, m_session.get(), [this](State state) { entered(state); });
}

SessionParts RandomPerson::parts()
{
    SessionParts made = m_counter.parts(m_line.url());
    made.mode = m_setting.mode;
    made.openCard = m_card.opener();
    made.openGuardianCard = m_guardianCard.opener();
    made.openCamera = [open = made.openCamera,
                       works = m_cameraWorks]() -> Result<std::unique_ptr<biometrics::CameraSource>> {
        if (!works->load())
            return chinhchu::fail(FailureCode::CameraUnavailable);
        return open();
    };
    made.openOutbox = counter::fullWhen(made.openOutbox, m_diskFull);
    made.carrier->setTimeouts(2s, 4s);
    made.policy.cardPatience = 1s;
    made.policy.decisionPatience = 100ms;
    made.policy.decisionPause = 50ms;
    made.policy.oneTimePassword = m_setting.password;
    made.policy.citizenSignature = m_setting.signature;
    return made;
}

void RandomPerson::mendEverything()
{
    m_line.mend();
    m_cameraWorks->store(true);
    m_diskFull->store(false);
}

void RandomPerson::entered(State state)
{
    if (!isArrow(m_last, state))
        m_faults << QStringLiteral("the table has no way from %1 to %2")
                        .arg(QString::fromLatin1(toString(m_last).data()), QString::fromLatin1(toString(state).data()));
    if (state == State::Greeting && !isEmpty(m_session->facts()))
        m_faults << QStringLiteral("the greeting knows something of somebody");
    if (state == State::Consent && m_last == State::Greeting) {
        m_deeds = {};
        m_deeds.child = m_setting.child;
        m_deeds.mode = m_session->parts().mode;
        m_deeds.staff = m_session->parts().staff ? m_session->parts().staff->id : QString();
        m_deeds.networkWasDown = !m_line.isWhole();
    }
    // Entering a number says that it is mine.
    if (state == State::ChooseNumbers && m_deeds.answers.isEmpty())
        for (const QString& entered : m_session->facts().msisdns)
            m_deeds.answers[entered] = QStringLiteral("mine");
    m_last = state;
    if (state == State::Deliver)
        checkSealed();
}

/// What is being sealed waits in the outbox a moment later: nothing is sent before the event loop runs.
void RandomPerson::checkSealed()
{
    if (m_diskFull->load())
        return;
    m_session->awaitDisk();
    const QString binding = m_session->facts().bindingId;
    const auto evidence = m_counter.sealedFor(binding);
    if (!evidence) {
        m_faults << QStringLiteral("nothing is sealed at the delivery");
        return;
    }
    if (m_bindings.contains(binding))
        m_faults << QStringLiteral("one session, two deliveries");
    m_bindings << binding;
    ++m_sealed;
    m_faults << sealedFaults(*evidence, m_deeds, m_session->parts().policy);
    for (const QString line : {"session-started ", "binding-sealed "})
        if (m_counter.audit().count(line + binding) != 1)
            m_faults << QStringLiteral("not once in the trail: ") + line;
    if (m_setting.child && m_counter.audit().count(QStringLiteral("guardian-consented ") + binding) != 1)
        m_faults << QStringLiteral("the trail counts the parent more than once");
}

/// What happens around the session: card, network, camera, disk, staff, time.
QString RandomPerson::circumstance()
{
    switch (pick(m_random, 0, 5)) {
    case 0: {
        counter::RemovableCard& card = m_session->facts().guardianTurn ? m_guardianCard : m_card;
        card.isThere() ? card.takeAway() : card.layDown();
        return QStringLiteral("move the card");
    }
    case 1:
        if (m_line.isWhole()) {
            m_line.cut();
            m_deeds.networkWasDown = true;
            return QStringLiteral("cut the network");
        }
        if (!m_setting.offline)
            m_line.mend();
        return QStringLiteral("mend the network");
    case 2:
        m_cameraWorks->store(!m_setting.limited || oneIn(m_random, 2));
        return QStringLiteral("move the camera");
    case 3:
        m_diskFull->store(m_setting.limited && oneIn(m_random, 2));
        return QStringLiteral("fill or clear the disk");
    case 4:
        m_session->setServing(oneIn(m_random, 2) ? std::optional(StaffMember{"2041", "Example", StaffRole::Clerk})
                                                 : std::nullopt);
        return QStringLiteral("setServing");
    default:
        QTest::qWait(pick(m_random, 0, 20));
        return QStringLiteral("wait");
    }
}

} // namespace by_chance
