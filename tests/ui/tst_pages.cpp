// Every page and every failure, at the three sizes, in both languages: nothing cut off, nothing overlaps, no QML
// warning. CHINHCHU_SCREENSHOTS=<folder> writes a picture of each.
//
// CHINHCHU_EVERY_PAGE=1 multiplies everything by everything (the test pages_everywhere). Without it each page, failure,
// size, language, text size and contrast is there, but of what differs by its text alone only the longest ones.

#include "app/session/failure_text.h"
#include "app/settings/language.h"
#include "tests/ui/accessibility_check.h"
#include "tests/ui/layout_check.h"
#include "tests/ui/scripted/drawn_face.h"
#include "tests/ui/scripted/scripted_session.h"
#include "tests/ui/scripted/usual_data.h"
#include "ui/walk/hand.h"
#include "ui/walk/page_pictures.h"
#include "ui/window/kiosk_window.h"

#include <QMetaEnum>
#include <QtQuickTest/quicktest.h>
#include <QtTest>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

using namespace chinhchu;
using State = app::Session::State;

Q_DECLARE_METATYPE(chinhchu::FailureCode)

class TestPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void page_atEverySizeAndLanguage_showsEverything_data();
    void page_atEverySizeAndLanguage_showsEverything();
    void page_inLargeTextAndEveryContrast_showsEverything_data();
    void page_inLargeTextAndEveryContrast_showsEverything();
    void sheet_overAPage_showsEverything_data();
    void sheet_overAPage_showsEverything();
    void capture_withALongHint_showsEverything_data();
    void capture_withALongHint_showsEverything();
    void consent_inTheLargestText_keepsRoomAroundItsWords_data();
    void consent_inTheLargestText_keepsRoomAroundItsWords();
    void identify_whileTheCameraLooks_showsEverything_data();
    void identify_whileTheCameraLooks_showsEverything();
    void identify_withACodeThatWasRead_canGoOnAndShowsNoPictureOfIt();
    void page_inTheCarriersColours_showsEverything_data();
    void page_inTheCarriersColours_showsEverything();
    void problem_forEveryCode_showsEverything_data();
    void problem_forEveryCode_showsEverything();
    void password_inEveryTrouble_showsEverything_data();
    void password_inEveryTrouble_showsEverything();
    void match_beforeItsResult_doesNotSayThatItIsTheHolder();
    void numbers_belowTheScreensEdge_keepTheWayOnShut();
    void page_toAnAssistiveTechnology_namesEveryControl_data();
    void page_toAnAssistiveTechnology_namesEveryControl();

private:
    void open(const QSize& size, const QString& language);
    void speak(const QString& language);
    void judge(const QString& picture);

    void close();

    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<ui::Kiosk> m_kiosk;
    std::unique_ptr<ui::KioskWindow> m_window;
    static inline QStringList s_warnings;
};

namespace {

const QList<QSize> sizes = {{1920, 1080}, {1366, 768}, {1080, 1920}};

void addFormats()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
}

bool everyPage()
{
    return qEnvironmentVariableIntValue("CHINHCHU_EVERY_PAGE") > 0;
}

/// The codes with the longest title, the longest advice and the longest whole in the language that is installed.
std::set<FailureCode> longestTexts(const std::vector<FailureCode>& codes)
{
    constexpr std::size_t ofEach = 2;
    const std::array<std::function<qsizetype(const app::FailureText&)>, 4> measures = {
        [](const app::FailureText& text) { return text.happened.size(); },
        [](const app::FailureText& text) { return text.todo.size(); },
        [](const app::FailureText& text) { return text.help.size(); },
        [](const app::FailureText& text) { return text.happened.size() + text.todo.size() + text.help.size(); }};
    std::set<FailureCode> longest;
    for (const auto& measure : measures) {
        std::vector<FailureCode> sorted = codes;
        std::ranges::sort(sorted, std::greater{},
                          [&measure](FailureCode code) { return measure(app::failureText(code)); });
        longest.insert(sorted.begin(), sorted.begin() + ofEach);
    }
    return longest;
}

QString sizeName(const QSize& size)
{
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

} // namespace

void TestPages::initTestCase()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
        if (type == QtWarningMsg && text.contains(QStringLiteral(".qml")))
            s_warnings << text;
        std::fprintf(stderr, "%s\n", qPrintable(text));
    });
}

void TestPages::init()
{
    s_warnings.clear();
    scripted::fillGenerously(false);
}

void TestPages::cleanup()
{
    if (QTest::currentTestFailed())
        close();
    QCOMPARE(s_warnings, QStringList());
}

void TestPages::cleanupTestCase()
{
    close();
    QCOMPARE(s_warnings, QStringList());
}

void TestPages::close()
{
    m_window.reset();
    m_kiosk.reset();
    m_session.reset();
}

/// One window for all: a kiosk's stays open from one person to the next too. Making one costs more than a hundred
/// pages.
void TestPages::open(const QSize& size, const QString& language)
{
    if (!m_window) {
        app::installTranslation(language);
        app::SessionParts parts;
        parts.enrolment.kind = app::Enrolment::Kind::Demo;
        parts.enrolment.place = QStringLiteral("Nhà văn hóa thôn 3, xã Quảng Khê");
        m_session = std::make_unique<app::Session>(std::move(parts));
        m_kiosk = std::make_unique<ui::Kiosk>(*m_session);
        m_window = std::make_unique<ui::KioskWindow>(*m_kiosk, ui::KioskWindow::Options{.still = true, .size = size});
        QVERIFY(m_window->window());
        m_window->window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window->window()));
    }
    m_kiosk->phone()->wipe();
    m_kiosk->card()->wipe();
    m_kiosk->comfort()->reset();
    if (m_window->window()->size() != size) {
        m_window->window()->resize(size);
        // The pages hear of it through the event loop.
        QCoreApplication::processEvents();
    }
    speak(language);
}

/// The greeting always comes in the kiosk's first language.
void TestPages::speak(const QString& language)
{
    if (m_kiosk->language() != language)
        m_kiosk->speak(language);
}

void TestPages::judge(const QString& picture)
{
    QQuickWindow& window = *m_window->window();
    // Painting is most of the time, and the places of things are known before it.
    QVERIFY(QQuickTest::qWaitForPolish(&window));
    if (const QString folder = qEnvironmentVariable("CHINHCHU_SCREENSHOTS"); !folder.isEmpty()) {
        const QString file = folder + u'/' + picture;
        QDir().mkpath(QFileInfo(file).path());
        window.grabWindow().save(file);
    }
    const QStringList faults = scripted::layoutFaults(window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestPages::page_atEverySizeAndLanguage_showsEverything_data()
{
    addFormats();
    QTest::addColumn<bool>("generous");
    QTest::addColumn<State>("state");
    const auto states = QMetaEnum::fromType<State>();
    for (const QSize& size : sizes)
        for (const QString& language : app::languages())
            for (int i = 0; i < static_cast<int>(State::Problem); ++i)
                for (const bool generous : {false, true})
                    if (everyPage() || generous || (size == sizes.at(1) && language == u"vi"))
                        QTest::addRow("%s %s %s%s", qPrintable(sizeName(size)), qPrintable(language), states.key(i),
                                      generous ? " with long data" : "")
                            << size << language << generous << static_cast<State>(i);
}

void TestPages::page_atEverySizeAndLanguage_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, generous);
    QFETCH(State, state);
    open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::fillGenerously(generous);

    scripted::show(*m_session, state);
    speak(language);
    scripted::useAsUsual(*m_session, *m_kiosk, state);

    const QString folder = sizeName(size) + u'-' + language + (generous ? "-long/" : "/");
    judge(folder + ui::PagePictures::fileName(m_kiosk->page()));
}

/// The page opened with "It is you" while another person's face was still being compared.
void TestPages::match_beforeItsResult_doesNotSayThatItIsTheHolder()
{
    open(sizes.first(), QStringLiteral("en"));
    scripted::show(*m_session, State::Match);
    const ui::Hand eye(*m_window->window(), ui::WalkPlan::Input::Touch);
    QVERIFY(eye.find(QStringLiteral("matched-sign")));

    scripted::forgetMatch(*m_session);

    QVERIFY(!eye.find(QStringLiteral("matched-sign")));
    QVERIFY(!eye.find(QStringLiteral("primary")));
    judge(QStringLiteral("match-pending.png"));
}

/// On an upright screen the way on was open before the last number had been on the screen.
void TestPages::numbers_belowTheScreensEdge_keepTheWayOnShut()
{
    open({1080, 1920}, QStringLiteral("vi"));
    scripted::show(*m_session, State::ChooseNumbers);
    ui::Hand hand(*m_window->window(), ui::WalkPlan::Input::Touch);
    QTRY_VERIFY(hand.find(QStringLiteral("more")));
    QVERIFY(!hand.find(QStringLiteral("primary"))->isEnabled());

    QVERIFY(hand.use(QStringLiteral("more")));

    QTRY_VERIFY(hand.find(QStringLiteral("primary"))->isEnabled());
}

void TestPages::page_toAnAssistiveTechnology_namesEveryControl_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<State>("state");
    const auto states = QMetaEnum::fromType<State>();
    for (const QString& language : app::languages())
        for (int i = 0; i <= static_cast<int>(State::Problem); ++i)
            QTest::addRow("%s %s", qPrintable(language), states.key(i)) << language << static_cast<State>(i);
}

void TestPages::page_toAnAssistiveTechnology_namesEveryControl()
{
    QFETCH(QString, language);
    QFETCH(State, state);
    open(sizes.at(1), language);
    if (QTest::currentTestFailed())
        return;

    if (state == State::Problem)
        scripted::fail(*m_session, FailureCode::CardRemoved);
    else
        scripted::show(*m_session, state);
    speak(language);
    scripted::useAsUsual(*m_session, *m_kiosk, state);

    const QStringList faults = scripted::accessibilityFaults(*m_window->window());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestPages::page_inLargeTextAndEveryContrast_showsEverything_data()
{
    addFormats();
    QTest::addColumn<int>("contrast");
    QTest::addColumn<State>("state");
    const auto states = QMetaEnum::fromType<State>();
    for (const QSize& size : sizes)
        for (const QString& language : app::languages())
            // Contrast changes colours and the width of a line: one size and language tells.
            for (int contrast = 0;
                 contrast <
                 (everyPage() || (size == sizes.first() && language == u"vi") ? int(ui::Comfort::contrasts) : 1);
                 ++contrast)
                for (int i = 0; i < static_cast<int>(State::Problem); ++i)
                    QTest::addRow("%s %s %d %s", qPrintable(sizeName(size)), qPrintable(language), contrast,
                                  states.key(i))
                        << size << language << contrast << static_cast<State>(i);
}

void TestPages::page_inLargeTextAndEveryContrast_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(int, contrast);
    QFETCH(State, state);
    open(size, language);
    if (QTest::currentTestFailed())
        return;

    scripted::show(*m_session, state);
    speak(language);
    m_kiosk->comfort()->setLargeText(true);
    m_kiosk->comfort()->setContrast(contrast);
    scripted::useAsUsual(*m_session, *m_kiosk, state);

    judge(sizeName(size) + u'-' + language + QStringLiteral("-large-%1/").arg(contrast) +
          ui::PagePictures::fileName(m_kiosk->page()));
}

void TestPages::sheet_overAPage_showsEverything_data()
{
    addFormats();
    QTest::addColumn<bool>("large");
    QTest::addColumn<bool>("idle");
    for (const QSize& size : sizes)
        for (const QString& language : app::languages())
            for (const bool large : {false, true})
                for (const bool idle : {false, true})
                    QTest::addRow("%s %s %s%s", qPrintable(sizeName(size)), qPrintable(language),
                                  idle ? "idle" : "comfort", large ? " large" : "")
                        << size << language << large << idle;
}

void TestPages::sheet_overAPage_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, large);
    QFETCH(bool, idle);
    open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(*m_session, State::NumberEntry);
    m_kiosk->comfort()->setLargeText(large);

    if (idle) {
        emit m_session->idleWarning(20);
    } else {
        ui::Hand hand(*m_window->window(), ui::WalkPlan::Input::Touch);
        QVERIFY(hand.use(QStringLiteral("comfort")));
    }

    ui::Hand hand(*m_window->window(), ui::WalkPlan::Input::Touch);
    QVERIFY(hand.find(idle ? QStringLiteral("still-here") : QStringLiteral("close")));
    judge(sizeName(size) + u'-' + language + "-sheets/" + (idle ? "idle" : "comfort") +
          (large ? "-large.png" : ".png"));
    QVERIFY(hand.use(idle ? QStringLiteral("still-here") : QStringLiteral("close")));
    QVERIFY(!hand.find(idle ? QStringLiteral("still-here") : QStringLiteral("close")));
}

void TestPages::capture_withALongHint_showsEverything_data()
{
    addFormats();
    QTest::addColumn<QString>("hint");
    QTest::addColumn<bool>("large");
    for (const QSize& size : sizes)
        for (const QString& language : app::languages())
            for (const char* hint : {"TURN_RIGHT"})
                for (const bool large : {false, true})
                    QTest::addRow("%s %s %s%s", qPrintable(sizeName(size)), qPrintable(language), hint,
                                  large ? " large" : "")
                        << size << language << QString::fromLatin1(hint) << large;
}

void TestPages::capture_withALongHint_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(QString, hint);
    QFETCH(bool, large);
    open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(*m_session, State::CaptureFace);
    m_kiosk->comfort()->setLargeText(large);
    scripted::useAsUsual(*m_session, *m_kiosk, State::CaptureFace);

    emit m_session->faceHint(hint, 0.6);

    judge(sizeName(size) + u'-' + language + "-hints/" + hint.toLower() + (large ? "-large.png" : ".png"));
}

void TestPages::consent_inTheLargestText_keepsRoomAroundItsWords_data()
{
    addFormats();
    for (const QSize& size : sizes)
        for (const QString& language : app::languages())
            QTest::addRow("%s %s", qPrintable(sizeName(size)), qPrintable(language)) << size << language;
}

/// The words touched the lower edge of their tiles.
void TestPages::consent_inTheLargestText_keepsRoomAroundItsWords()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(*m_session, State::Consent);
    speak(language);
    m_kiosk->comfort()->setLargeText(true);
    QVERIFY(QQuickTest::qWaitForPolish(m_window->window()));

    QList<const QQuickItem*> words;
    const std::function<void(const QQuickItem*)> collect = [&](const QQuickItem* item) {
        if (item->objectName() == QStringLiteral("tile-words"))
            words << item;
        for (const QQuickItem* child : item->childItems())
            collect(child);
    };
    collect(m_window->window()->contentItem());

    QCOMPARE(words.size(), 4);
    const double millimetre = std::min(size.width(), size.height()) / 180.0;
    for (const QQuickItem* each : words) {
        QVERIFY2(each->y() >= millimetre, qPrintable(QString::number(each->y() / millimetre)));
        QVERIFY(each->y() + each->height() <= each->parentItem()->height() - millimetre);
    }
}

void TestPages::identify_whileTheCameraLooks_showsEverything_data()
{
    addFormats();
    QTest::addColumn<bool>("large");
    QTest::addColumn<bool>("foreign");
    for (const QSize& size : sizes)
        for (const QString& language : app::languages())
            for (const bool large : {false, true})
                QTest::addRow("%s %s%s", qPrintable(sizeName(size)), qPrintable(language), large ? " large" : "")
                    << size << language << large << !large;
}

void TestPages::identify_whileTheCameraLooks_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, large);
    QFETCH(bool, foreign);
    open(size, language);
    if (QTest::currentTestFailed())
        return;

    scripted::show(*m_session, State::Identify);
    m_kiosk->comfort()->setLargeText(large);
    auto frame = std::make_shared<biometrics::Frame>();
    frame->image = scripted::drawnFace(1280, 720);
    emit m_session->frame(frame);
    emit m_session->cardCode({foreign ? app::CardCode::State::Foreign : app::CardCode::State::Looking, {}});

    judge(sizeName(size) + u'-' + language + "-looking/" + (large ? "large.png" : "foreign.png"));
    const ui::Hand eye(*m_window->window(), ui::WalkPlan::Input::Touch);
    QVERIFY(eye.find(QStringLiteral("code-picture")));
    // The digits are there as well, at any time.
    QVERIFY(eye.find(QStringLiteral("key-1")));
    QCOMPARE(m_kiosk->card()->foreign(), foreign);
}

void TestPages::identify_withACodeThatWasRead_canGoOnAndShowsNoPictureOfIt()
{
    open(sizes.at(1), QStringLiteral("vi"));
    scripted::show(*m_session, State::Identify);
    m_kiosk->card()->press(QStringLiteral("1"));
    auto frame = std::make_shared<biometrics::Frame>();
    frame->image = scripted::drawnFace(1280, 720);
    emit m_session->frame(frame);

    emit m_session->cardCode({app::CardCode::State::Read, {nfc::CanKey{"000017"}}});

    QVERIFY(m_kiosk->card()->scanned());
    QVERIFY(!m_kiosk->face()->frame());
    const ui::Hand eye(*m_window->window(), ui::WalkPlan::Input::Touch);
    QVERIFY(!eye.find(QStringLiteral("code-picture")));
    QVERIFY(eye.find(QStringLiteral("primary"))->isEnabled());
    judge(QStringLiteral("identify-read.png"));
    QCOMPARE(m_kiosk->card()->keys()->size(), std::size_t(1));
    // Put away, it is looked for again.
    m_kiosk->card()->erase();
    QVERIFY(m_kiosk->card()->looking());
    QVERIFY(eye.find(QStringLiteral("code-picture")));
}

void TestPages::page_inTheCarriersColours_showsEverything_data()
{
    addFormats();
    QTest::addColumn<int>("contrast");
    for (const QSize& size : sizes)
        for (int contrast = 0; contrast < (size == sizes.at(1) ? int(ui::Comfort::contrasts) : 1); ++contrast)
            QTest::addRow("%s %d", qPrintable(sizeName(size)), contrast)
                << size << QStringLiteral("vi") << contrast;
}

/// A window of a carrier of its own: colours are known when it is made.
void TestPages::page_inTheCarriersColours_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(int, contrast);
    close();
    app::installTranslation(language);
    app::SessionParts parts;
    parts.policy.brand = {QStringLiteral("Mạng Di Động Minh Họa"), {}, app::Colour{0x1b, 0x4f, 0x9c},
                          app::Colour{0x7a, 0x3e, 0x9d}};
    m_session = std::make_unique<app::Session>(std::move(parts));
    m_kiosk = std::make_unique<ui::Kiosk>(*m_session);
    m_window = std::make_unique<ui::KioskWindow>(*m_kiosk, ui::KioskWindow::Options{.still = true, .size = size});
    m_window->window()->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window->window()));
    m_kiosk->brand()->setLogo(scripted::drawnFace(300, 100));
    for (const State state : {State::Greeting, State::Identify, State::CaptureFace, State::Receipt}) {
        scripted::show(*m_session, state);
        m_kiosk->comfort()->setContrast(contrast);
        scripted::useAsUsual(*m_session, *m_kiosk, state);
        judge(sizeName(size) + QStringLiteral("-carrier-%1/").arg(contrast) +
              ui::PagePictures::fileName(m_kiosk->page()));
        if (QTest::currentTestFailed())
            break;
        // High contrast and dark keep their own colours.
        const ui::Hand eye(*m_window->window(), ui::WalkPlan::Input::Touch);
        if (const QQuickItem* primary = eye.find(QStringLiteral("primary")); primary && primary->isEnabled())
            QCOMPARE(primary->property("ground").value<QColor>() == QColor(0x1b, 0x4f, 0x9c), contrast == 0);
    }
    close();
}

void TestPages::problem_forEveryCode_showsEverything_data()
{
    addFormats();
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<bool>("large");
    const std::vector<FailureCode> codes = {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) FailureCode::enumerator,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
    };
    for (const QString& language : app::languages()) {
        app::installTranslation(language);
        const std::set<FailureCode> longest = longestTexts(codes);
        for (const QSize& size : sizes)
            for (const FailureCode code : codes)
                for (const bool large : {false, true})
                    // Each code once at least: in the official language, at the size with the least room.
                    if (everyPage() || longest.count(code) > 0 || (size == sizes.at(1) && language == u"vi" && large))
                        QTest::addRow("%s %s %s%s", qPrintable(sizeName(size)), qPrintable(language),
                                      codeName(code).data(), large ? " large" : "")
                            << size << language << code << large;
    }
}

void TestPages::problem_forEveryCode_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(FailureCode, code);
    QFETCH(bool, large);
    open(size, language);
    if (QTest::currentTestFailed())
        return;

    m_kiosk->comfort()->setLargeText(large);
    scripted::fail(*m_session, code);

    judge(sizeName(size) + u'-' + language + (large ? "/problems-large/" : "/problems/") +
          m_kiosk->problem()->code().toLower() + ".png");
}

void TestPages::password_inEveryTrouble_showsEverything_data()
{
    using Password = app::SessionFacts::Password;
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<Password::Stage>("stage");
    QTest::addColumn<Password::Trouble>("trouble");
    for (const QSize& size : sizes)
        for (const QString& language : app::languages()) {
            const auto row = [&](const char* name, Password::Stage stage, Password::Trouble trouble) {
                QTest::addRow("%s %s %s", qPrintable(sizeName(size)), qPrintable(language), name)
                    << size << language << stage << trouble;
            };
            row("sending", Password::Stage::Sending, Password::Trouble::None);
            row("checking", Password::Stage::Checking, Password::Trouble::None);
            row("wrong", Password::Stage::Awaited, Password::Trouble::Wrong);
            row("too old", Password::Stage::Awaited, Password::Trouble::TooOld);
            row("not sent", Password::Stage::Awaited, Password::Trouble::NotSent);
        }
}

void TestPages::password_inEveryTrouble_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(app::SessionFacts::Password::Stage, stage);
    QFETCH(app::SessionFacts::Password::Trouble, trouble);
    open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(*m_session, State::Possession);
    m_kiosk->comfort()->setLargeText(true);

    scripted::trouble(*m_session, stage, trouble);

    QVERIFY(!m_kiosk->password()->advice().isEmpty());
    judge(sizeName(size) + u'-' + language + "-passwords/" + QTest::currentDataTag() + ".png");
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
