// After a session nothing of the person is left: not in a view model, not in a picture, not in any property of any
// object of the window. And on a screen that others see, numbers are covered until they are touched.

#include "app/settings/language.h"
#include "tests/ui/object_search.h"
#include "tests/ui/scripted/drawn_face.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/walk/hand.h"
#include "ui/window/kiosk_window.h"

#include <QMetaEnum>
#include <QtTest>

using namespace chinhchu;
using scripted::Search;
using State = app::Session::State;

namespace {

/// What the scripted person can be known by (tests/ui/scripted), as stored and as shown.
const QStringList traces = {"Hồng Thắm", "001152000017", "08/03/1952", "1952-03-08", "Quảng Khê", "0900000017",
                            "900000017", "912345678",    "387654321",  "0900•••017", "1952",      "731842"};

} // namespace

class TestPrivacy : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void session_whileItRuns_isFoundByTheSearch();
    void session_whenOver_leavesNothing_data();
    void session_whenOver_leavesNothing();
    void number_onAnAssistedScreen_isCoveredUntilTouched();
    void number_onAnAssistedScreen_isCoveredInTheReview();

private:
    void open(const QString& mode = QStringLiteral("self-service"));
    void walkTo(State last);
    Search search();

    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<ui::Kiosk> m_kiosk;
    std::unique_ptr<ui::KioskWindow> m_window;
};

void TestPrivacy::init()
{
    m_window.reset();
    m_kiosk.reset();
    m_session.reset();
    scripted::fillGenerously(false);
}

void TestPrivacy::open(const QString& mode)
{
    app::installTranslation(QStringLiteral("vi"));
    app::SessionParts parts;
    parts.enrolment.kind = app::Enrolment::Kind::Demo;
    parts.mode = mode;
    m_session = std::make_unique<app::Session>(std::move(parts));
    m_kiosk = std::make_unique<ui::Kiosk>(*m_session);
    m_window =
        std::make_unique<ui::KioskWindow>(*m_kiosk, ui::KioskWindow::Options{.still = true, .size = {1366, 768}});
    QVERIFY(m_window->window());
    m_window->window()->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window->window()));
}

/// Through the pages in their order, with everything typed and seen on the way.
void TestPrivacy::walkTo(State last)
{
    ui::Hand hand(*m_window->window(), ui::WalkPlan::Input::Touch);
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const auto state = static_cast<State>(i);
        scripted::show(*m_session, state);
        if (state == State::NumberEntry)
            for (const QString number : {"0900000017", "0912345678"}) {
                for (const QChar digit : number)
                    hand.type(digit);
                hand.use(QStringLiteral("another"));
            }
        if (state == State::Identify)
            for (const QChar digit : QStringLiteral("001152000017"))
                hand.type(digit);
        if (state == State::Possession)
            for (const QChar digit : QStringLiteral("731842"))
                hand.type(digit);
        if (state == State::CaptureFace || state == State::DocumentPictures || (last == State::Identify && state == last)) {
            auto frame = std::make_shared<biometrics::Frame>();
            frame->image = scripted::drawnFace(640, 360);
            emit m_session->frame(frame);
        }
        QCoreApplication::processEvents();
    }
    m_window->window()->grabWindow();
}

Search TestPrivacy::search()
{
    return scripted::searchAll(*m_window, *m_kiosk);
}

/// A search that finds nothing must be able to find.
void TestPrivacy::session_whileItRuns_isFoundByTheSearch()
{
    open();
    walkTo(State::Review);
    const Search review = search();
    QVERIFY(!review.holding(QStringLiteral("Hồng Thắm")).isEmpty());
    QVERIFY(!review.holding(QStringLiteral("0912345678")).isEmpty());

    scripted::show(*m_session, State::Verdict);
    const Search verdict = search();
    QVERIFY(!verdict.pictures().isEmpty());
    QVERIFY(!verdict.holding(QStringLiteral("08/03/1952")).isEmpty());
}

void TestPrivacy::session_whenOver_leavesNothing_data()
{
    QTest::addColumn<State>("last");
    for (const State last :
         {State::Identify, State::CaptureFace, State::ChooseNumbers, State::Possession, State::Receipt})
        QTest::addRow("%s", QMetaEnum::fromType<State>().valueToKey(static_cast<int>(last))) << last;
}

void TestPrivacy::session_whenOver_leavesNothing()
{
    QFETCH(State, last);
    open();
    walkTo(last);

    m_kiosk->end();

    const Search found = search();
    QVERIFY(found.objects() > 100);
    QCOMPARE(found.pictures(), QStringList());
    QVERIFY(!m_kiosk->face()->frame());
    for (const QString& trace : traces)
        QVERIFY2(found.holding(trace).isEmpty(), qPrintable(trace + QStringLiteral(" in: ") + found.holding(trace)));
}

void TestPrivacy::number_onAnAssistedScreen_isCoveredUntilTouched()
{
    open(QStringLiteral("assisted"));
    scripted::show(*m_session, State::ChooseNumbers);
    QCoreApplication::processEvents();
    m_window->window()->grabWindow();
    ui::Hand hand(*m_window->window(), ui::WalkPlan::Input::Touch);
    const auto shown = [&] {
        return hand.find(QStringLiteral("number-0"))->parentItem()->property("shown").toString();
    };
    QVERIFY(shown().contains(QStringLiteral("•••")));

    QVERIFY(hand.use(QStringLiteral("number-0")));

    QCOMPARE(shown(), QStringLiteral("0900 000 017").replace(u' ', QChar::Nbsp));
}

void TestPrivacy::number_onAnAssistedScreen_isCoveredInTheReview()
{
    open(QStringLiteral("assisted"));
    scripted::show(*m_session, State::Review);
    QCoreApplication::processEvents();
    m_window->window()->grabWindow();
    Search page;
    page.from(m_window->window()->property("page").value<QObject*>());

    QStringList texts = page.texts();
    texts.removeIf([](const QString& text) { return !text.contains(QStringLiteral("•••")); });

    QVERIFY(!texts.isEmpty());
}

QTEST_MAIN(TestPrivacy)
#include "tst_privacy.moc"
