// What an impatient hand did to the window, found by tst_random_hand or while that was written: taps that come twice,
// keys that are held, controls that go away under somebody's finger, and people who leave in the middle.

#include "tests/ui/invented_office.h"
#include "tests/ui/page_stage.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/walk/hand.h"

#include <QStyleHints>
#include <QtTest>

using namespace chinhchu;
using State = app::Session::State;
using Answer = app::SessionFacts::HeldNumber::Answer;

class TestHastyInput : public QObject
{
    Q_OBJECT

    const int m_usual = QGuiApplication::styleHints()->mouseDoubleClickInterval();
    scripted::PageStage m_stage;

    app::Session& session() { return m_stage.session(); }
    QQuickWindow& window() { return m_stage.window(); }
    ui::Hand hand() { return {window(), ui::WalkPlan::Input::Touch}; }

    /// A page, with everything in its place.
    void show(State state)
    {
        scripted::show(session(), state);
        m_stage.settle();
    }
    /// Where a finger meets a control.
    QPoint placeOf(const QString& control)
    {
        const QQuickItem* item = hand().find(control);
        return item ? item->mapToScene(item->boundingRect().center()).toPoint() : QPoint(-1, -1);
    }
    /// As the window system brings it.
    void typeFromOutside(const QString& characters)
    {
        for (const QChar character : characters)
            QTest::keyClick(&window(), character.toLatin1());
    }
    void tapFromOutside(const QString& control) { QTest::mouseClick(&window(), Qt::LeftButton, {}, placeOf(control)); }

    /// A machine with other work is slower than any hand: what comes now comes early.
    static void hurry() { QGuiApplication::styleHints()->setMouseDoubleClickInterval(600000); }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("\\.qml")));
        m_stage.open({1366, 768}, QStringLiteral("vi"));
    }
    void cleanup() { QGuiApplication::styleHints()->setMouseDoubleClickInterval(m_usual); }

    /// The second of two taps on "Go on" confirmed the review that nobody had read, and sent it.
    void secondTap_onAPageThatHasJustCome_isNotItsAnswer()
    {
        show(State::Review);

        tapFromOutside(QStringLiteral("primary"));

        QCOMPARE(session().state(), State::Review);
    }

    void tap_onAPageThatHasBeenThere_isItsAnswer()
    {
        show(State::Review);

        QVERIFY(QTest::qWaitFor([this] {
            tapFromOutside(QStringLiteral("primary"));
            return session().state() == State::Deliver;
        }));
    }

    /// The same with a whole hand on the glass: touches come by another way than clicks.
    void touch_onAPageThatHasJustCome_isNotItsAnswer()
    {
        const QScopedPointer<QPointingDevice> glass(QTest::createTouchDevice());
        show(State::Review);
        const QPoint place = placeOf(QStringLiteral("primary"));

        QTest::touchEvent(&window(), glass.get()).press(0, place, &window());
        QTest::touchEvent(&window(), glass.get()).release(0, place, &window());

        QCOMPARE(session().state(), State::Review);
    }

    /// Enter on the last digit of the phone's number went through the page of the card's number too.
    void enter_thatIsHeld_answersOnlyOnce()
    {
        show(State::NumberEntry);
        for (const QChar digit : QStringLiteral("0900000017"))
            m_stage.kiosk().phone()->press(digit);
        for (const QChar digit : QStringLiteral("000017"))
            m_stage.kiosk().card()->press(digit);

        QVERIFY(QTest::qWaitFor([this] {
            QTest::keyPress(&window(), Qt::Key_Return);
            return session().state() != State::NumberEntry;
        }));
        for (int i = 0; i < 5; ++i)
            QTest::simulateEvent(&window(), true, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), true);

        QCOMPARE(session().state(), State::Identify);
    }

    /// Its Enter was kept out with all others, and the digits stayed: the citizen had to go on by hand.
    void enter_ofAScannerOnAPageThatHasJustCome_counts()
    {
        hurry();
        show(State::NumberEntry);
        typeFromOutside(QStringLiteral("0900000017"));

        QTest::keyClick(&window(), Qt::Key_Return);

        QCOMPARE(session().state(), State::Identify);
    }

    /// The same with the spaces in the name.
    void codeOfACard_scannedAsThePageComes_isRead()
    {
        hurry();
        show(State::Identify);
        typeFromOutside(QStringLiteral("001152000017|012345678|Nguyen Thi Hong Tham|08031952|Nu|Thon 3|20052021"));

        QTest::keyClick(&window(), Qt::Key_Return);

        QVERIFY(m_stage.kiosk().card()->scanned());
    }

    /// Neither the Enter that ended the line of the page before, and comes twice, nor one after fewer characters than any
    /// code has.
    void enter_afterAFewCharactersOnAPageThatHasJustCome_doesNotCount()
    {
        hurry();
        show(State::NumberEntry);
        typeFromOutside(QStringLiteral("0900000017"));
        QTest::keyClick(&window(), Qt::Key_Return);
        QCOMPARE(session().state(), State::Identify);
        for (const QChar digit : QStringLiteral("000017"))
            m_stage.kiosk().card()->press(digit);

        QTest::keyClick(&window(), Qt::Key_Return);
        QCOMPARE(session().state(), State::Identify);
        m_stage.kiosk().card()->erase();
        typeFromOutside(QStringLiteral("7"));
        QTest::keyClick(&window(), Qt::Key_Return);

        QCOMPARE(session().state(), State::Identify);
    }

    /// The rest of a code that was scanned into the page before is no code.
    void enter_ofAScanThatBeganOnThePageBefore_doesNotCount()
    {
        hurry();
        show(State::NumberEntry);
        typeFromOutside(QStringLiteral("099199"));
        show(State::Identify);
        typeFromOutside(QStringLiteral("000017"));

        QTest::keyClick(&window(), Qt::Key_Return);

        QCOMPARE(session().state(), State::Identify);
    }

    /// Whatever is scanned there: a page that takes no characters is not answered by one.
    void enter_ofAScannerOnAPageToConfirm_doesNotCount()
    {
        hurry();
        show(State::Review);
        typeFromOutside(QStringLiteral("0900000017"));

        QTest::keyClick(&window(), Qt::Key_Return);

        QCOMPARE(session().state(), State::Review);
    }

    /// The touch that ended the question took its answers away before it had met one.
    void endNow_whenAskedWhetherAnybodyIsThere_ends()
    {
        show(State::Review);
        emit session().idleWarning(30);
        m_stage.settle();

        QVERIFY(hand().use(QStringLiteral("end-now")));

        QCOMPARE(session().state(), State::Greeting);
    }

    /// It then met what lay below the question.
    void stillHere_byTouch_meetsNothingOfThePageBelow()
    {
        show(State::NumberEntry);
        emit session().idleWarning(30);
        m_stage.settle();

        for (const QString answer : {"still-here", "still-here"}) {
            hand().use(answer);
            QCoreApplication::processEvents();
        }

        QVERIFY(!m_stage.kiosk().idle()->asking());
        QCOMPARE(m_stage.kiosk().phone()->shown(), QString());
    }

    void stillHere_byKey_meetsNothingOfThePageBelow()
    {
        show(State::SignatureOffer);
        emit session().idleWarning(30);
        m_stage.settle();

        QKeyEvent down(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
        QCoreApplication::sendEvent(&window(), &down);
        QKeyEvent up(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
        QCoreApplication::sendEvent(&window(), &up);

        QTRY_VERIFY(!m_stage.kiosk().idle()->asking());
        QVERIFY(!hand().find(QStringLiteral("tick"))->property("ticked").toBool());
    }

    /// Who changed the language and went away left it to the next person: there was no session that could end.
    void greeting_thatSomebodyLeft_comesBackAsItWas()
    {
        app::SessionParts parts;
        parts.policy.idlePatience = std::chrono::milliseconds(20);
        m_stage.openFor(std::move(parts), {1366, 768}, QStringLiteral("vi"));
        m_stage.kiosk().comfort()->setLargeText(true);

        QVERIFY(hand().use(QStringLiteral("language-en")));

        QCOMPARE(m_stage.kiosk().language(), QStringLiteral("en"));
        QTRY_COMPARE(m_stage.kiosk().language(), QStringLiteral("vi"));
        QVERIFY(!m_stage.kiosk().comfort()->largeText());
        m_stage.close();
    }

    /// The trail had a sign-in that nobody signed out of.
    void staff_whoLeftWhileThePinWasLookedAt_areSignedOut()
    {
        const auto office = std::make_shared<scripted::InventedOffice>();
        ui::StaffDesk& desk = *m_stage.kiosk().staff();
        scripted::show(session(), State::Greeting);
        desk.setOffice(office);
        QTRY_VERIFY(desk.available() && !desk.busy());
        desk.enter();
        for (const QChar digit : QStringLiteral("2041"))
            desk.type(digit);
        desk.goOn();
        for (const QChar digit : QStringLiteral("736412"))
            desk.type(digit);

        desk.goOn();
        desk.leave();

        QTRY_COMPARE(office->out, QStringList{QStringLiteral("2041 button")});
        QVERIFY(!desk.signedIn() && desk.serving().isEmpty());
        m_stage.close();
    }

    /// "I do not know the others" goes away when it was touched, and still had the focus: Space answered it.
    void control_thatGoesAway_leavesTheFocusToTheNext()
    {
        show(State::ChooseNumbers);
        scripted::alter(session(), [](app::SessionFacts& facts) {
            for (auto& each : facts.numbers)
                each.answer = Answer::Open;
        });
        m_stage.settle();
        while (!hand().find(QStringLiteral("secondary")) && hand().use(QStringLiteral("more")))
            m_stage.settle();
        QVERIFY(QTest::qWaitFor([this] { return hand().use(QStringLiteral("secondary")); }));

        QVERIFY(!hand().find(QStringLiteral("secondary")));
        QVERIFY(window().activeFocusItem() && window().activeFocusItem()->isVisible());
    }
};

QTEST_MAIN(TestHastyInput)
#include "tst_hasty_input.moc"
