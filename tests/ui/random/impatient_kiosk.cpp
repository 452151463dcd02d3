#include "tests/ui/random/impatient_kiosk.h"

#include "app/settings/language.h"
#include "tests/simulators/camera/papers/painted_card.h"

#include <algorithm>
#include <array>

namespace random_hand {

using namespace chinhchu;
using namespace std::chrono_literals;

using State = app::Session::State;

namespace {

/// Besides the greeting, those that chance alone comes to least.
constexpr std::array starts{State::Greeting, State::DocumentPictures, State::GuardianConsent, State::ChooseNumbers,
                            State::Possession, State::SignatureOffer, State::Signing, State::Review};

const QString parent =
    QStringLiteral("[identity]\nnumber = \"099188000033\"\nname = \"Trần Thị Ước\"\n"
                   "latin_name = \"TRAN<<THI<UOC\"\nbirth = 1988-07-21\nold_number = \"099000033\"\n");

} // namespace

Circumstances Circumstances::of(unsigned seed, Random& random)
{
    static const QStringList modes{QStringLiteral("self-service"), QStringLiteral("assisted"),
                                   QStringLiteral("mobile")};
    static const QSize landscape(1366, 768);
    static const QSize upright(1080, 1920);
    Circumstances made;
    made.mode = modes[static_cast<qsizetype>(seed % 3)];
    made.language = seed / 3 % 2 == 0 ? QStringLiteral("vi") : QStringLiteral("en");
    made.size = seed / 6 % 2 == 0 ? landscape : upright;
    made.password = oneIn(random, 3);
    made.signature = oneIn(random, 3);
    made.hurried = oneIn(random, 5);
    made.child = oneIn(random, 3);
    made.pictures = oneIn(random, 3);
    made.legible = !oneIn(random, 4);
    made.offer = oneIn(random, 3);
    made.start = starts[seed % starts.size()];
    made.pictures |= made.start == State::DocumentPictures;
    // Behind a card that nobody can read comes nothing.
    made.legible |= made.start > State::DocumentPictures;
    made.child |= made.start == State::GuardianConsent;
    made.password |= made.start == State::Possession;
    made.offer |= made.start == State::SignatureOffer;
    made.signature |= made.start == State::Signing;
    // Nobody serves there, and a child is sent away.
    if (made.mode == u"self-service")
        made.child = false;
    if (made.start == State::GuardianConsent && !made.child)
        made.start = State::Greeting;
    // The offer is one to adults.
    made.offer &= !made.child;
    return made;
}

QString Circumstances::text() const
{
    QStringList words{mode, language, QStringLiteral("%1x%2").arg(size.width()).arg(size.height())};
    for (const auto& [is, word] : std::initializer_list<std::pair<bool, const char*>>{{password, "password"},
                                                                                      {signature, "signature"},
                                                                                      {child, "child"},
                                                                                      {pictures, "pictures"},
                                                                                      {!legible, "illegible"},
                                                                                      {offer, "offer"},
                                                                                      {hurried, "hurried"}})
        if (is)
            words << QString::fromLatin1(word);
    return words.join(QStringLiteral(", ")) + QStringLiteral(", from ") + QVariant::fromValue(start).toString();
}

ImpatientKiosk::ImpatientKiosk(counter::QuickCounter& counter, const Circumstances& circumstances)
    : m_counter(counter)
    , m_circumstances(circumstances)
    , m_line(counter.carrier().url())
    , m_card(counter.cardOf(circumstances.child ? QStringLiteral("cccd-child") : QStringLiteral("cccd-2021")))
    , m_guardianCard(counter.cardOf(QStringLiteral("cccd-2021"), parent))
    , m_session(partsOf(*this))
    , m_kiosk((app::installTranslation(circumstances.language), m_session))
    , m_window(m_kiosk, {.still = true, .size = circumstances.size})
{
    if (!m_window.window())
        qFatal("no window");
    view().show();
    m_kiosk.staff()->setOffice(std::make_shared<scripted::InventedOffice>());
    QObject::connect(m_kiosk.staff(), &ui::StaffDesk::settingsChanged, &view(), [this] { m_setOtherwise = true; });
    QObject::connect(&m_session, &app::Session::stateChanged, &view(),
                     [this](app::Session::State state) { entered(state); });
}

counter::RemovableCard& ImpatientKiosk::card()
{
    return m_session.facts().guardianTurn ? m_guardianCard : m_card;
}

namespace {

/// Pages that wait for a machine go on by themselves, and so does one whose password is looked at.
bool waitsForAPerson(State state)
{
    constexpr std::array machines{State::DocumentPictures, State::PlaceCard,  State::ReadChip,
                                  State::CaptureFace,      State::Possession, State::Deliver};
    return std::ranges::find(machines, state) == machines.end();
}

} // namespace

void ImpatientKiosk::entered(State state)
{
    ++m_changes;
    // To the greeting the clock leads as well, and to a problem the machines.
    if (waitsForAPerson(m_last) && state != State::Greeting && state != State::Problem)
        ++m_answers;
    m_last = state;
    if (state != State::Greeting || m_setOtherwise)
        return;
    if (m_kiosk.language() != m_circumstances.language)
        m_strangeGreetings << QStringLiteral("the greeting comes in ") + m_kiosk.language();
    if (m_kiosk.comfort()->largeText() || m_kiosk.comfort()->contrast() != 0 || m_kiosk.comfort()->volume() != 2)
        m_strangeGreetings << QStringLiteral("the greeting comes in the last person's size, colours or volume");
}

app::SessionParts ImpatientKiosk::partsOf(ImpatientKiosk& kiosk)
{
    app::SessionParts parts = kiosk.m_counter.parts(kiosk.m_line.url());
    parts.mode = kiosk.m_circumstances.mode;
    parts.openCard = kiosk.m_card.opener();
    parts.openGuardianCard = kiosk.m_guardianCard.opener();
    parts.openDocumentCamera = [legible = kiosk.m_circumstances.legible] {
        const stage::CardPose pose{.blur = legible ? 0.0 : 4.0};
        return Result<std::unique_ptr<biometrics::CameraSource>>(stage::cardBeforeCamera(pose));
    };
    parts.policy.documentPictures = kiosk.m_circumstances.pictures;
    parts.policy.documentPatience = 1s;
    if (kiosk.m_circumstances.offer)
        parts.policy.signatureFrom = 18;
    parts.carrier->setTimeouts(2s, 4s);
    parts.policy.cardPatience = 2s;
    parts.policy.decisionPatience = 200ms;
    parts.policy.decisionPause = 50ms;
    parts.policy.oneTimePassword = kiosk.m_circumstances.password;
    parts.policy.citizenSignature = kiosk.m_circumstances.signature;
    if (kiosk.m_circumstances.hurried) {
        parts.policy.idlePatience = 300ms;
        parts.policy.closingPatience = 300ms;
        parts.policy.idleWarning = 150ms;
    }
    return parts;
}

} // namespace random_hand
