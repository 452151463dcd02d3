// Every page in each of the four themes: words and signs stand out from what is behind them, the focus of the keyboard
// is seen, and everything to touch has room for a finger.

#include "tests/ui/contrast_check.h"
#include "tests/ui/invented_office.h"
#include "tests/ui/page_rows.h"
#include "tests/ui/page_test.h"
#include "tests/ui/scripted/scripted_session.h"
#include "tests/ui/scripted/usual_data.h"
#include "ui/walk/hand.h"

#include <QMetaEnum>
#include <QtTest>

using namespace chinhchu;
using State = app::Session::State;

namespace {

/// As Theme.Contrast.
constexpr const char* themes[] = {"light", "strong", "dark", "strong dark"};

QSize leastRoom()
{
    return scripted::sizes().at(1);
}

bool isStrong(int theme)
{
    return theme % 2 == 1;
}

} // namespace

class TestContrast : public scripted::PageTest
{
    Q_OBJECT

private slots:
    void page_inEveryTheme_canBeRead_data();
    void page_inEveryTheme_canBeRead();
    void sheet_inEveryTheme_canBeRead_data() { addThemes(); }
    void sheet_inEveryTheme_canBeRead();
    void staff_inEveryTheme_canBeRead_data() { addThemes(); }
    void staff_inEveryTheme_canBeRead();
    void page_inTheFaintestColoursOfACarrier_canBeRead();
    void check_ofAPageThatCannotBeRead_findsIt();

private:
    static void addThemes();
    void judge(int theme);
};

void TestContrast::addThemes()
{
    QTest::addColumn<int>("theme");
    for (int theme = 0; theme < int(ui::Comfort::contrasts); ++theme)
        QTest::addRow("%s", themes[theme]) << theme;
}

void TestContrast::judge(int theme)
{
    stage().judge(QStringLiteral("contrast/%1.png").arg(QString::fromLatin1(QTest::currentDataTag())));
    if (QTest::currentTestFailed())
        return;
    // WCAG 2.2: 1.4.3 (AA), and 1.4.6 (AAA) for who asked for strong contrast.
    const QStringList faults =
        scripted::contrastFaults(window(), isStrong(theme) ? 7 : 4.5) + scripted::focusFaults(window());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestContrast::page_inEveryTheme_canBeRead_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("theme");
    QTest::addColumn<State>("state");
    QTest::addColumn<bool>("used");
    const auto states = QMetaEnum::fromType<State>();
    for (int theme = 0; theme < int(ui::Comfort::contrasts); ++theme)
        for (int i = 0; i <= static_cast<int>(State::Problem); ++i)
            for (const bool used : {false, true})
                // Few pages look otherwise once something was typed or seen.
                if (!used || i == static_cast<int>(State::NumberEntry) || i == static_cast<int>(State::Identify) ||
                    i == static_cast<int>(State::Possession) || i == static_cast<int>(State::CaptureFace))
                    QTest::addRow("%s %s%s", themes[theme], states.key(i), used ? " in use" : "")
                        << leastRoom() << theme << static_cast<State>(i) << used;
    // Colours are the same upright; what lies beside what is not.
    for (int i = 0; i <= static_cast<int>(State::Problem); ++i)
        QTest::addRow("upright %s", states.key(i)) << scripted::sizes().last() << 0 << static_cast<State>(i) << false;
}

void TestContrast::page_inEveryTheme_canBeRead()
{
    QFETCH(QSize, size);
    QFETCH(int, theme);
    QFETCH(State, state);
    QFETCH(bool, used);
    stage().open(size, QStringLiteral("vi"));
    if (QTest::currentTestFailed())
        return;
    scripted::fillGenerously(!used);
    if (state == State::Problem)
        scripted::fail(session(), FailureCode::CardRemoved);
    else
        scripted::show(session(), state);
    kiosk().comfort()->setContrast(theme);
    if (used)
        scripted::useAsUsual(session(), kiosk(), state);

    judge(theme);
}

void TestContrast::sheet_inEveryTheme_canBeRead()
{
    QFETCH(int, theme);
    stage().open(leastRoom(), QStringLiteral("vi"));
    if (QTest::currentTestFailed())
        return;
    scripted::show(session(), State::Consent);
    kiosk().comfort()->setContrast(theme);
    ui::Hand hand(window(), ui::WalkPlan::Input::Touch);
    QVERIFY(hand.use(QStringLiteral("comfort")));
    judge(theme);
    QVERIFY(hand.use(QStringLiteral("close")));

    emit session().idleWarning(20);

    judge(theme);
    kiosk().stillHere();
}

void TestContrast::staff_inEveryTheme_canBeRead()
{
    QFETCH(int, theme);
    stage().openFor({}, leastRoom(), QStringLiteral("vi"));
    if (QTest::currentTestFailed())
        return;
    ui::StaffDesk& desk = *kiosk().staff();
    desk.setOffice(std::make_shared<scripted::InventedOffice>());
    QTRY_VERIFY(desk.available() && !desk.busy());
    kiosk().comfort()->setContrast(theme);
    judge(theme); // the greeting with the door for the staff
    desk.enter();
    judge(theme);
    const auto type = [&desk](const QString& digits) {
        for (const QChar digit : digits)
            desk.type(digit);
        desk.goOn();
    };
    type(QStringLiteral("2041"));
    type(QStringLiteral("111111"));
    QTRY_VERIFY(!desk.busy());
    judge(theme);
    type(QStringLiteral("736412"));
    QTRY_VERIFY(!desk.busy());
    for (const char* list : {"Today", "Queue", "Health", "Settings"}) {
        desk.show(QString::fromLatin1(list));
        QTRY_VERIFY(!desk.busy());
        judge(theme);
        if (QTest::currentTestFailed())
            break;
    }
    stage().close();
}

/// The faintest grey that a carrier's policy may ask for: 4.6:1 on a page (app/settings/brand.h).
void TestContrast::page_inTheFaintestColoursOfACarrier_canBeRead()
{
    app::SessionParts parts;
    parts.policy.brand = {
        QStringLiteral("Mạng Di Động Minh Họa"), {}, app::Colour{0x6f, 0x6f, 0x6f}, app::Colour{0x6f, 0x6f, 0x6f}};
    stage().openFor(std::move(parts), leastRoom(), QStringLiteral("vi"));
    if (QTest::currentTestFailed())
        return;
    QVERIFY(kiosk().brand()->coloured());
    for (const State state : {State::Greeting, State::Identify, State::Verdict, State::ChooseNumbers, State::Review}) {
        scripted::show(session(), state);
        judge(0);
        if (QTest::currentTestFailed())
            break;
    }
    stage().close();
}

/// A check that finds nothing could as well look at nothing.
void TestContrast::check_ofAPageThatCannotBeRead_findsIt()
{
    stage().open(leastRoom(), QStringLiteral("vi"));
    if (QTest::currentTestFailed())
        return;
    scripted::show(session(), State::PlaceCard);
    stage().settle();
    QCOMPARE(scripted::contrastFaults(window(), 4.5), QStringList());
    // Black on white is 21 to one, and the quiet words of the light theme are not.
    QVERIFY(!scripted::contrastFaults(window(), 21).isEmpty());

    const ui::Hand eye(window(), ui::WalkPlan::Input::Touch);
    for (QQuickItem* part : eye.find(QStringLiteral("end"))->findChildren<QQuickItem*>())
        if (part->property("fact").isValid())
            part->setProperty("color", QColor(0xb0, 0xb0, 0xb0)); // 2.2 to one on white

    QCOMPARE(scripted::contrastFaults(window(), 4.5).size(), 1);
    stage().close();
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
