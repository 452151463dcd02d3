#include "tests/ui/random/random_hand.h"

#include "tests/ui/item_kinds.h"

#include <QTest>

#include <array>

namespace random_hand {

using namespace chinhchu;

namespace {

struct Key
{
    int key;
    const char* text;
};

constexpr std::array keys{Key{Qt::Key_Tab, "\t"},       Key{Qt::Key_Backtab, ""}, Key{Qt::Key_Return, "\r"},
                          Key{Qt::Key_Enter, "\r"},     Key{Qt::Key_Space, " "},  Key{Qt::Key_Escape, "\x1b"},
                          Key{Qt::Key_Backspace, "\b"}, Key{Qt::Key_Left, ""},    Key{Qt::Key_Down, ""},
                          Key{Qt::Key_A, "a"},          Key{Qt::Key_Bar, "|"},    Key{Qt::Key_F4, ""},
                          Key{Qt::Key_Return, "\r"},    Key{Qt::Key_Tab, "\t"}};

QString named(const QQuickItem* item)
{
    return item->objectName().isEmpty() ? scripted::named(item) : item->objectName();
}

QString at(const QPointF& point)
{
    return QStringLiteral("%1,%2").arg(qRound(point.x())).arg(qRound(point.y()));
}

void collectControls(QQuickItem* item, QList<QQuickItem*>& found)
{
    if (!item->isVisible())
        return;
    if (scripted::isControl(item))
        found << item;
    for (QQuickItem* child : item->childItems())
        collectControls(child, found);
}

} // namespace

RandomHand::RandomHand(ImpatientKiosk& kiosk, Random& random)
    : m_kiosk(kiosk)
    , m_random(random)
    , m_right(kiosk)
{
}

QString RandomHand::step()
{
    using Deed = QString (RandomHand::*)();
    struct Habit
    {
        int weight;
        Deed deed;
    };
    static constexpr std::array habits{
        Habit{22, &RandomHand::tapControl}, Habit{7, &RandomHand::tapAnywhere}, Habit{14, &RandomHand::tapTwice},
        Habit{5, &RandomHand::drag},        Habit{10, &RandomHand::typeKey},    Habit{4, &RandomHand::holdKey},
        Habit{4, &RandomHand::lean},        Habit{4, &RandomHand::moveCard},    Habit{3, &RandomHand::moveNetwork},
        Habit{2, &RandomHand::beAway},      Habit{4, &RandomHand::beStaff},     Habit{6, &RandomHand::wait},
        Habit{3, &RandomHand::sign}};
    m_complaint.clear();
    // Without some that are right no hand gets far.
    if (pick(m_random, 0, 99) < 45)
        return rightly();
    int left = pick(m_random, 0, 87);
    for (const Habit& habit : habits) {
        left -= habit.weight;
        if (left < 0)
            return (this->*habit.deed)();
    }
    return wait();
}

/// Several things in a row, on one page: a number has ten digits.
QString RandomHand::rightly()
{
    const int before = m_kiosk.changes();
    QStringList all;
    for (int left = pick(m_random, 1, 20); left > 0 && m_kiosk.changes() == before; --left) {
        const QString done = m_right.goOn();
        if (done.isEmpty())
            break;
        all << done;
        QCoreApplication::processEvents();
    }
    if (!all.isEmpty())
        return QStringLiteral("rightly ") + all.join(QStringLiteral(", "));
    if (oneIn(m_random, 3))
        return wait();
    static_cast<void>(QTest::qWaitFor([&] { return m_kiosk.changes() != before; }, 1500));
    return QStringLiteral("wait for what comes");
}

QList<QQuickItem*> RandomHand::controls()
{
    QList<QQuickItem*> found;
    collectControls(m_kiosk.view().contentItem(), found);
    return found;
}

QQuickItem* RandomHand::someControl()
{
    const QList<QQuickItem*> all = controls();
    if (all.isEmpty())
        return nullptr;
    QQuickItem* chosen = all[pick(m_random, 0, static_cast<int>(all.size()) - 1)];
    // Who ends all the time sees nothing of the rest.
    const bool ends = chosen->objectName() == u"end" || chosen->objectName() == u"end-now";
    return ends && !oneIn(m_random, 4) ? all[pick(m_random, 0, static_cast<int>(all.size()) - 1)] : chosen;
}

QPointF RandomHand::somewhere()
{
    return QPointF(pick(m_random, 0, m_kiosk.view().width() - 1), pick(m_random, 0, m_kiosk.view().height() - 1));
}

QString RandomHand::tapControl()
{
    const QQuickItem* control = someControl();
    if (!control)
        return wait();
    QString what = QStringLiteral("tap ") + named(control);
    tap(control->mapToScene(control->boundingRect().center()));
    return what;
}

QString RandomHand::tapAnywhere()
{
    const QPointF point = somewhere();
    tap(point);
    return QStringLiteral("tap at ") + at(point);
}

/// The second one comes before anybody can have read the page that the first one opened.
QString RandomHand::tapTwice()
{
    const QQuickItem* control = oneIn(m_random, 4) ? nullptr : someControl();
    const QPointF point = control ? control->mapToScene(control->boundingRect().center()) : somewhere();
    const QString what = QStringLiteral("tap twice at ") + (control ? named(control) : at(point));
    const QString page = m_kiosk.kiosk().page();
    const int before = m_kiosk.changes();
    tap(point);
    const int between = m_kiosk.changes();
    const int answers = m_kiosk.answers();
    tapFromOutside(point);
    if (between > before && m_kiosk.answers() > answers)
        m_complaint = QStringLiteral("two taps from %1 were two answers").arg(page);
    return what;
}

QString RandomHand::drag()
{
    const QPointF from = somewhere();
    const QPointF to = somewhere();
    send(QEvent::MouseButtonPress, from);
    for (int part = 1; part < 8; ++part)
        send(QEvent::MouseMove, from + (to - from) * part / 8);
    // Whatever comes meanwhile, the finger is still down.
    if (oneIn(m_random, 3))
        QCoreApplication::processEvents();
    send(QEvent::MouseButtonRelease, to);
    return QStringLiteral("drag from %1 to %2").arg(at(from), at(to));
}

QString RandomHand::typeKey()
{
    if (oneIn(m_random, 2)) {
        const int digit = pick(m_random, 0, 9);
        key(Qt::Key_0 + digit, QString::number(digit));
        return QStringLiteral("key %1").arg(digit);
    }
    const Key& chosen = keys[static_cast<std::size_t>(pick(m_random, 0, static_cast<int>(keys.size()) - 1))];
    key(chosen.key, QString::fromLatin1(chosen.text));
    return QStringLiteral("key ") + QKeySequence(chosen.key).toString();
}

/// Enter or Space that is not let go of must not run through the pages.
QString RandomHand::holdKey()
{
    const Key& chosen = keys[static_cast<std::size_t>(pick(m_random, 0, static_cast<int>(keys.size()) - 1))];
    const QString page = m_kiosk.kiosk().page();
    key(chosen.key, QString::fromLatin1(chosen.text));
    const int first = m_kiosk.answers();
    for (int i = 0; i < 5; ++i)
        repeatFromOutside(chosen.key, QString::fromLatin1(chosen.text));
    if (m_kiosk.answers() > first)
        m_complaint = QStringLiteral("a key that was held on %1 answered again").arg(page);
    return QStringLiteral("hold ") + QKeySequence(chosen.key).toString();
}

/// Two places of the glass at once.
QString RandomHand::lean()
{
    static const QScopedPointer<QPointingDevice> glass(QTest::createTouchDevice());
    const QPoint one = somewhere().toPoint();
    const QPoint other = somewhere().toPoint();
    QTest::touchEvent(&m_kiosk.view(), glass.get()).press(0, one, &m_kiosk.view());
    QTest::touchEvent(&m_kiosk.view(), glass.get()).stationary(0).press(1, other, &m_kiosk.view());
    if (oneIn(m_random, 2))
        QCoreApplication::processEvents();
    QTest::touchEvent(&m_kiosk.view(), glass.get()).release(0, one, &m_kiosk.view()).stationary(1);
    QTest::touchEvent(&m_kiosk.view(), glass.get()).release(1, other, &m_kiosk.view());
    return QStringLiteral("lean on %1 and %2").arg(at(one), at(other));
}

/// A member of staff signs in, and at times is called away in the middle.
QString RandomHand::beStaff()
{
    ui::Hand hand(m_kiosk.view(), ui::WalkPlan::Input::Touch);
    if (!m_kiosk.kiosk().staff()->open() && !hand.use(QStringLiteral("staff")))
        return tapControl();
    for (const QString part : {"2041", "736412"}) {
        for (const QChar digit : part) {
            if (oneIn(m_random, 20))
                return QStringLiteral("sign in half way");
            hand.type(digit);
        }
        hand.use(QStringLiteral("primary"));
    }
    // The PIN is looked at on another thread.
    if (oneIn(m_random, 2))
        QTest::qWait(5);
    return QStringLiteral("sign in");
}

QString RandomHand::moveCard()
{
    if (m_kiosk.card().isThere()) {
        m_kiosk.card().takeAway();
        return QStringLiteral("take the card away");
    }
    m_kiosk.card().layDown();
    return QStringLiteral("lay the card down");
}

QString RandomHand::moveNetwork()
{
    if (m_kiosk.line().isWhole()) {
        m_kiosk.line().cut();
        return QStringLiteral("cut the network");
    }
    m_kiosk.line().mend();
    return QStringLiteral("mend the network");
}

QString RandomHand::beAway()
{
    if (m_kiosk.session().state() == app::Session::State::Greeting)
        return wait();
    emit m_kiosk.session().idleWarning(30);
    return QStringLiteral("be away until asked");
}

QString RandomHand::wait()
{
    const int milliseconds = pick(m_random, 0, 30);
    QTest::qWait(milliseconds);
    return QStringLiteral("wait %1 ms").arg(milliseconds);
}

QString RandomHand::sign()
{
    if (m_kiosk.session().state() != app::Session::State::Signing)
        return tapTwice();
    ui::Hand hand(m_kiosk.view(), ui::WalkPlan::Input::Touch);
    QPolygonF line;
    for (int i = 0; i < 12; ++i)
        line << QPointF(pick(m_random, -20, 120) / 100.0, pick(m_random, -20, 120) / 100.0);
    hand.draw(QStringLiteral("pad"), line);
    return QStringLiteral("sign");
}

void RandomHand::send(QEvent::Type type, const QPointF& at)
{
    const Qt::MouseButton changed = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, m_kiosk.view().mapToGlobal(at), changed, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_kiosk.view(), &event);
}

void RandomHand::tap(const QPointF& at)
{
    send(QEvent::MouseButtonPress, at);
    if (oneIn(m_random, 6))
        QCoreApplication::processEvents();
    send(QEvent::MouseButtonRelease, at);
}

void RandomHand::tapFromOutside(const QPointF& at)
{
    QTest::mousePress(&m_kiosk.view(), Qt::LeftButton, {}, at.toPoint());
    QTest::mouseRelease(&m_kiosk.view(), Qt::LeftButton, {}, at.toPoint());
}

void RandomHand::key(int key, const QString& text)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(&m_kiosk.view(), &event);
    }
}

void RandomHand::repeatFromOutside(int key, const QString& text)
{
    QTest::simulateEvent(&m_kiosk.view(), true, key, Qt::NoModifier, text, true);
}

} // namespace random_hand
