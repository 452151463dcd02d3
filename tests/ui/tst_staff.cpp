// The staff's pages: nobody gets in without number and PIN, each role sees its own lists, and leaving leaves nothing.

#include "app/settings/language.h"
#include "tests/ui/accessibility_check.h"
#include "tests/ui/invented_office.h"
#include "tests/ui/layout_check.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/walk/hand.h"
#include "ui/window/kiosk_window.h"

#include <QtQuickTest/quicktest.h>
#include <QtTest>

using namespace chinhchu;
using scripted::InventedOffice;
using Role = app::StaffRole;
using Tone = ui::StaffLine::Tone;

Q_DECLARE_METATYPE(chinhchu::app::StaffRole)

class TestStaff : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void greeting_withoutMembers_hasNoWayIn();
    void signIn_withTheRightPin_showsTheLists();
    void signIn_withAWrongPin_saysSoAndForgetsIt();
    void signIn_whileBlocked_saysHowLong();
    void lists_ofEachRole_areThoseItMaySee_data();
    void lists_ofEachRole_areThoseItMaySee();
    void pin_whileTyped_isNeverShown();
    void health_withLinesOfTheWindow_showsBoth();
    void leaving_bySignOut_returnsToTheGreeting();
    void signIn_ofWhoMayServe_makesTheNextSessionsAssisted();
    void signIn_ofWhoMayNotServe_leavesTheKioskAsItWas();
    void signOut_atTheGreeting_endsTheService();
    void signOut_ofWhoNeverServed_isWrittenDownToo();
    void setting_whenChanged_showsItsNextValueAndHoldsForTheNextPerson();
    void pages_atEverySize_showEverything_data();
    void pages_atEverySize_showEverything();

private:
    void open(const QSize& size = {1366, 768}, const QString& language = QStringLiteral("vi"));
    void typeIn(const QString& digits);
    void signIn(const QString& pin = QStringLiteral("736412"));
    ui::StaffDesk& desk() { return *m_kiosk->staff(); }

    std::shared_ptr<InventedOffice> m_office;
    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<ui::Kiosk> m_kiosk;
    std::unique_ptr<ui::KioskWindow> m_window;
    std::unique_ptr<ui::Hand> m_hand;
};

void TestStaff::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("\\.qml")));
    m_office = std::make_shared<InventedOffice>();
}

void TestStaff::open(const QSize& size, const QString& language)
{
    m_hand.reset();
    m_window.reset();
    m_kiosk.reset();
    m_session.reset();
    app::installTranslation(language);
    m_session = std::make_unique<app::Session>(app::SessionParts{});
    m_kiosk = std::make_unique<ui::Kiosk>(*m_session);
    m_window = std::make_unique<ui::KioskWindow>(*m_kiosk, ui::KioskWindow::Options{.still = true, .size = size});
    QVERIFY(m_window->window());
    m_window->window()->show();
    m_hand = std::make_unique<ui::Hand>(*m_window->window(), ui::WalkPlan::Input::Touch);
    desk().setOffice(m_office);
    QTRY_VERIFY(!desk().busy());
}

void TestStaff::typeIn(const QString& digits)
{
    for (const QChar digit : digits)
        QVERIFY(m_hand->use(QStringLiteral("key-") + digit));
}

void TestStaff::signIn(const QString& pin)
{
    QVERIFY(m_hand->use(QStringLiteral("staff")));
    QVERIFY(QQuickTest::qWaitForPolish(m_window->window()));
    typeIn(QStringLiteral("2041"));
    QVERIFY(m_hand->use(QStringLiteral("primary")));
    typeIn(pin);
    QVERIFY(m_hand->use(QStringLiteral("primary")));
    QTRY_VERIFY(!desk().busy());
}

void TestStaff::greeting_withoutMembers_hasNoWayIn()
{
    m_office->members = false;
    open();

    QVERIFY(!m_hand->find(QStringLiteral("staff")));
    desk().enter();
    QCOMPARE(m_kiosk->page(), QStringLiteral("Greeting"));
}

void TestStaff::signIn_withTheRightPin_showsTheLists()
{
    open();

    signIn();

    QVERIFY(desk().signedIn());
    QCOMPARE(desk().name(), QStringLiteral("Trần Thị Kiểm Thử"));
    QCOMPARE(desk().list(), QStringLiteral("Today"));
    QCOMPARE(desk().lines().first().toMap().value(QStringLiteral("value")).toString(), QStringLiteral("17"));
    QVERIFY(m_hand->use(QStringLiteral("list-Queue")));
    QTRY_VERIFY(!desk().busy());
    QCOMPARE(desk().list(), QStringLiteral("Queue"));
}

void TestStaff::signIn_withAWrongPin_saysSoAndForgetsIt()
{
    open();

    signIn(QStringLiteral("736413"));

    QVERIFY(!desk().signedIn());
    QVERIFY(desk().wrong());
    QVERIFY(!desk().advice().isEmpty());
    QVERIFY(desk().shown().isEmpty());
    QVERIFY(!desk().canGoOn());
}

void TestStaff::signIn_whileBlocked_saysHowLong()
{
    m_office->blocked = true;
    open();

    signIn();

    QVERIFY(!desk().signedIn());
    QVERIFY(desk().advice().contains(QStringLiteral("15 s")));
}

void TestStaff::lists_ofEachRole_areThoseItMaySee_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QStringList>("expected");
    QTest::addRow("helper") << Role::Helper << QStringList{"Health"};
    QTest::addRow("clerk") << Role::Clerk << QStringList{"Today", "Queue", "Health"};
    QTest::addRow("supervisor") << Role::Supervisor << QStringList{"Today", "Queue", "Health", "Settings"};
    QTest::addRow("technician") << Role::Technician << QStringList{"Queue", "Health", "Settings"};
}

void TestStaff::lists_ofEachRole_areThoseItMaySee()
{
    QFETCH(Role, role);
    QFETCH(QStringList, expected);
    m_office->role = role;
    open();

    signIn();

    QStringList seen;
    for (const QVariant& each : desk().lists())
        seen << each.toMap().value(QStringLiteral("list")).toString();
    QCOMPARE(seen, expected);
    // What is not shown cannot be asked for either.
    for (const char* list : {"Today", "Queue", "Health", "Settings"}) {
        desk().show(QString::fromLatin1(list));
        QTRY_VERIFY(!desk().busy());
        QVERIFY(expected.contains(desk().list()));
    }
}

void TestStaff::pin_whileTyped_isNeverShown()
{
    open();
    QVERIFY(m_hand->use(QStringLiteral("staff")));
    QVERIFY(QQuickTest::qWaitForPolish(m_window->window()));
    typeIn(QStringLiteral("2041"));
    QVERIFY(m_hand->use(QStringLiteral("primary")));

    typeIn(QStringLiteral("7364"));

    QCOMPARE(desk().shown(), QString(4, QChar(0x2022)));
    QVERIFY(!desk().canGoOn());
}

void TestStaff::health_withLinesOfTheWindow_showsBoth()
{
    open();
    desk().setOwnHealth([] { return std::vector<ui::StaffLine>{{"Cửa sổ", "12 ms", {}, Tone::Good}}; });
    signIn();

    desk().show(QStringLiteral("Health"));

    QTRY_VERIFY(!desk().busy());
    QCOMPARE(desk().lines().size(), 10);
    QCOMPARE(desk().lines().last().toMap().value(QStringLiteral("value")).toString(), QStringLiteral("12 ms"));
}

void TestStaff::leaving_bySignOut_returnsToTheGreeting()
{
    open();
    signIn();
    QVERIFY(QQuickTest::qWaitForPolish(m_window->window()));

    QVERIFY(m_hand->use(QStringLiteral("end")));

    QCOMPARE(m_kiosk->page(), QStringLiteral("Greeting"));
    QVERIFY(!desk().signedIn());
    QVERIFY(desk().name().isEmpty() && desk().lines().isEmpty() && desk().shown().isEmpty());
}

void TestStaff::signIn_ofWhoMayServe_makesTheNextSessionsAssisted()
{
    open();
    signIn();
    QVERIFY(QQuickTest::qWaitForPolish(m_window->window()));

    QVERIFY(m_hand->use(QStringLiteral("primary")));

    QCOMPARE(m_kiosk->page(), QStringLiteral("Greeting"));
    QVERIFY(m_kiosk->assisted());
    QCOMPARE(m_session->parts().mode, QStringLiteral("assisted"));
    QCOMPARE(m_session->parts().staff->id, QStringLiteral("2041"));
    // Nothing that needs a PIN stays open behind the greeting.
    QVERIFY(!desk().signedIn() && desk().name().isEmpty());
    desk().enter();
    QCOMPARE(m_kiosk->page(), QStringLiteral("Greeting"));
    // One session after the other.
    scripted::show(*m_session, app::Session::State::Consent);
    m_kiosk->end();
    QVERIFY(m_kiosk->assisted());
    QVERIFY(m_office->out.isEmpty());
}

void TestStaff::signIn_ofWhoMayNotServe_leavesTheKioskAsItWas()
{
    m_office->role = Role::Technician;
    open();

    signIn();

    QVERIFY(desk().signedIn());
    QVERIFY(desk().serving().isEmpty());
    QVERIFY(!m_kiosk->assisted());
    QVERIFY(!m_hand->find(QStringLiteral("primary")));
}

void TestStaff::signOut_atTheGreeting_endsTheService()
{
    open();
    signIn();
    QVERIFY(QQuickTest::qWaitForPolish(m_window->window()));
    QVERIFY(m_hand->use(QStringLiteral("primary")));
    QVERIFY(QQuickTest::qWaitForPolish(m_window->window()));

    QVERIFY(m_hand->use(QStringLiteral("staff")));

    QVERIFY(!m_kiosk->assisted());
    QVERIFY(!m_session->parts().staff);
    QTRY_COMPARE(m_office->out, QStringList{"2041 button"});
}

void TestStaff::signOut_ofWhoNeverServed_isWrittenDownToo()
{
    m_office->role = Role::Technician;
    open();
    signIn();
    QVERIFY(QQuickTest::qWaitForPolish(m_window->window()));

    QVERIFY(m_hand->use(QStringLiteral("end")));

    QTRY_COMPARE(m_office->out, QStringList{"2041 button"});
}

void TestStaff::setting_whenChanged_showsItsNextValueAndHoldsForTheNextPerson()
{
    open();
    signIn();
    desk().show(QStringLiteral("Settings"));
    QTRY_VERIFY(!desk().busy());
    QVERIFY(QQuickTest::qWaitForPolish(m_window->window()));
    QVERIFY(m_hand->find(QStringLiteral("change-language")));
    QCOMPARE(m_kiosk->language(), QStringLiteral("vi"));

    QVERIFY(m_hand->use(QStringLiteral("change-language")));

    QTRY_VERIFY(!desk().busy());
    QCOMPARE(desk().lines().first().toMap().value(QStringLiteral("value")).toString(), QStringLiteral("English"));
    QCOMPARE(m_kiosk->language(), QStringLiteral("vi")); // for the next person, not for this one
    desk().leave();
    QCOMPARE(m_kiosk->language(), QStringLiteral("en"));
    QVERIFY(m_kiosk->comfort()->largeText());
}

void TestStaff::pages_atEverySize_showEverything_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("large");
    for (const QSize size : {QSize(1920, 1080), QSize(1366, 768), QSize(1080, 1920)})
        for (const bool large : {false, true})
            QTest::addRow("%dx%d%s", size.width(), size.height(), large ? " large" : "")
                << size << (large ? QStringLiteral("vi") : QStringLiteral("en")) << large;
}

void TestStaff::pages_atEverySize_showEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, large);
    open(size, language);
    QQuickWindow& window = *m_window->window();
    int number = 0;
    const auto judge = [&] {
        QVERIFY(QQuickTest::qWaitForPolish(&window));
        if (const QString folder = qEnvironmentVariable("CHINHCHU_SCREENSHOTS"); !folder.isEmpty()) {
            QDir().mkpath(folder);
            window.grabWindow().save(QStringLiteral("%1/staff-%2-%3-%4.png")
                                         .arg(folder, QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'))
                                         .arg(++number)
                                         .arg(m_kiosk->page()));
        }
        const QStringList faults = scripted::layoutFaults(window) + scripted::accessibilityFaults(window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    };
    m_kiosk->comfort()->setLargeText(large);
    judge();
    QVERIFY(m_hand->use(QStringLiteral("staff")));
    m_kiosk->comfort()->setLargeText(large);
    judge();
    typeIn(QStringLiteral("2041"));
    QVERIFY(m_hand->use(QStringLiteral("primary")));
    typeIn(QStringLiteral("111111"));
    QVERIFY(m_hand->use(QStringLiteral("primary")));
    QTRY_VERIFY(!desk().busy());
    judge();
    typeIn(QStringLiteral("736412"));
    QVERIFY(m_hand->use(QStringLiteral("primary")));
    QTRY_VERIFY(!desk().busy());
    for (const char* list : {"Today", "Queue", "Health", "Settings"}) {
        desk().show(QString::fromLatin1(list));
        QTRY_VERIFY(!desk().busy());
        judge();
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_MAIN(TestStaff)
#include "tst_staff.moc"
