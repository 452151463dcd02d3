// Single pages in the states that went wrong once, and those that only one page has.

#include "app/settings/language.h"
#include "tests/ui/page_rows.h"
#include "tests/ui/page_stage.h"
#include "tests/ui/scripted/drawn_face.h"
#include "tests/ui/scripted/scripted_session.h"
#include "tests/ui/scripted/usual_data.h"
#include "ui/walk/hand.h"
#include "ui/walk/page_pictures.h"

#include <QtTest>

#include <functional>

using namespace chinhchu;
using State = app::Session::State;

class TestPageCases : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { (void)scripted::PageStage::takeWarnings(); }
    void init();
    void cleanup();
    void cleanupTestCase();
    void match_beforeItsResult_doesNotSayThatItIsTheHolder();
    void numbers_belowTheScreensEdge_keepTheWayOnShut();
    void consent_inTheLargestText_keepsRoomAroundItsWords_data();
    void consent_inTheLargestText_keepsRoomAroundItsWords();
    void identify_whileTheCameraLooks_showsEverything_data();
    void identify_whileTheCameraLooks_showsEverything();
    void identify_withACodeThatWasRead_canGoOnAndShowsNoPictureOfIt();
    void page_inTheCarriersColours_showsEverything_data();
    void page_inTheCarriersColours_showsEverything();

private:
    scripted::PageStage m_stage;
};

void TestPageCases::init()
{
    (void)scripted::PageStage::takeWarnings();
    scripted::fillGenerously(false);
}

void TestPageCases::cleanup()
{
    if (QTest::currentTestFailed())
        m_stage.close();
    QCOMPARE(scripted::PageStage::takeWarnings(), QStringList());
}

void TestPageCases::cleanupTestCase()
{
    m_stage.close();
    QCOMPARE(scripted::PageStage::takeWarnings(), QStringList());
}

/// The page opened with "It is you" while another person's face was still being compared.
void TestPageCases::match_beforeItsResult_doesNotSayThatItIsTheHolder()
{
    m_stage.open(scripted::sizes().first(), QStringLiteral("en"));
    scripted::show(m_stage.session(), State::Match);
    const ui::Hand eye(m_stage.window(), ui::WalkPlan::Input::Touch);
    QVERIFY(eye.find(QStringLiteral("matched-sign")));

    scripted::forgetMatch(m_stage.session());

    QVERIFY(!eye.find(QStringLiteral("matched-sign")));
    QVERIFY(!eye.find(QStringLiteral("primary")));
    m_stage.judge(QStringLiteral("match-pending.png"));
}

/// On an upright screen the way on was open before the last number had been on the screen.
void TestPageCases::numbers_belowTheScreensEdge_keepTheWayOnShut()
{
    m_stage.open({1080, 1920}, QStringLiteral("vi"));
    scripted::show(m_stage.session(), State::ChooseNumbers);
    ui::Hand hand(m_stage.window(), ui::WalkPlan::Input::Touch);
    QTRY_VERIFY(hand.find(QStringLiteral("more")));
    QVERIFY(!hand.find(QStringLiteral("primary"))->isEnabled());

    QVERIFY(hand.use(QStringLiteral("more")));

    QTRY_VERIFY(hand.find(QStringLiteral("primary"))->isEnabled());
}

void TestPageCases::consent_inTheLargestText_keepsRoomAroundItsWords_data()
{
    scripted::addFormats();
    for (const QSize& size : scripted::sizes())
        for (const QString& language : app::languages())
            QTest::addRow("%s %s", qPrintable(scripted::sizeName(size)), qPrintable(language)) << size << language;
}

/// The words touched the lower edge of their tiles.
void TestPageCases::consent_inTheLargestText_keepsRoomAroundItsWords()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    m_stage.open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(m_stage.session(), State::Consent);
    m_stage.speak(language);
    m_stage.kiosk().comfort()->setLargeText(true);
    m_stage.settle();

    QList<const QQuickItem*> words;
    const std::function<void(const QQuickItem*)> collect = [&](const QQuickItem* item) {
        if (item->objectName() == QStringLiteral("tile-words"))
            words << item;
        for (const QQuickItem* child : item->childItems())
            collect(child);
    };
    collect(m_stage.window().contentItem());

    QCOMPARE(words.size(), 4);
    const double millimetre = std::min(size.width(), size.height()) / 180.0;
    for (const QQuickItem* each : words) {
        QVERIFY2(each->y() >= millimetre, qPrintable(QString::number(each->y() / millimetre)));
        QVERIFY(each->y() + each->height() <= each->parentItem()->height() - millimetre);
    }
}

void TestPageCases::identify_whileTheCameraLooks_showsEverything_data()
{
    scripted::addFormats();
    QTest::addColumn<bool>("large");
    QTest::addColumn<bool>("foreign");
    for (const QSize& size : scripted::sizes())
        for (const QString& language : app::languages())
            for (const bool large : {false, true})
                QTest::addRow("%s %s%s", qPrintable(scripted::sizeName(size)), qPrintable(language),
                              large ? " large" : "")
                    << size << language << large << !large;
}

void TestPageCases::identify_whileTheCameraLooks_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, large);
    QFETCH(bool, foreign);
    m_stage.open(size, language);
    if (QTest::currentTestFailed())
        return;

    scripted::show(m_stage.session(), State::Identify);
    m_stage.kiosk().comfort()->setLargeText(large);
    auto frame = std::make_shared<biometrics::Frame>();
    frame->image = scripted::drawnFace(1280, 720);
    emit m_stage.session().frame(frame);
    emit m_stage.session().cardCode({foreign ? app::CardCode::State::Foreign : app::CardCode::State::Looking, {}});

    m_stage.judge(scripted::sizeName(size) + u'-' + language + "-looking/" + (large ? "large.png" : "foreign.png"));
    const ui::Hand eye(m_stage.window(), ui::WalkPlan::Input::Touch);
    QVERIFY(eye.find(QStringLiteral("code-picture")));
    // The digits are there as well, at any time.
    QVERIFY(eye.find(QStringLiteral("key-1")));
    QCOMPARE(m_stage.kiosk().card()->foreign(), foreign);
}

void TestPageCases::identify_withACodeThatWasRead_canGoOnAndShowsNoPictureOfIt()
{
    m_stage.open(scripted::sizes().at(1), QStringLiteral("vi"));
    scripted::show(m_stage.session(), State::Identify);
    m_stage.kiosk().card()->press(QStringLiteral("1"));
    auto frame = std::make_shared<biometrics::Frame>();
    frame->image = scripted::drawnFace(1280, 720);
    emit m_stage.session().frame(frame);

    emit m_stage.session().cardCode({app::CardCode::State::Read, {nfc::CanKey{"000017"}}});

    QVERIFY(m_stage.kiosk().card()->scanned());
    QVERIFY(!m_stage.kiosk().face()->frame());
    const ui::Hand eye(m_stage.window(), ui::WalkPlan::Input::Touch);
    QVERIFY(!eye.find(QStringLiteral("code-picture")));
    QVERIFY(eye.find(QStringLiteral("primary"))->isEnabled());
    m_stage.judge(QStringLiteral("identify-read.png"));
    QCOMPARE(m_stage.kiosk().card()->keys()->size(), std::size_t(1));
    // Put away, it is looked for again.
    m_stage.kiosk().card()->erase();
    QVERIFY(m_stage.kiosk().card()->looking());
    QVERIFY(eye.find(QStringLiteral("code-picture")));
}

void TestPageCases::page_inTheCarriersColours_showsEverything_data()
{
    scripted::addFormats();
    QTest::addColumn<int>("contrast");
    for (const QSize& size : scripted::sizes())
        for (int contrast = 0; contrast < (size == scripted::sizes().at(1) ? int(ui::Comfort::contrasts) : 1);
             ++contrast)
            QTest::addRow("%s %d", qPrintable(scripted::sizeName(size)), contrast)
                << size << QStringLiteral("vi") << contrast;
}

/// A window of a carrier of its own: colours are known when it is made.
void TestPageCases::page_inTheCarriersColours_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(int, contrast);
    app::SessionParts parts;
    parts.policy.brand = {
        QStringLiteral("Mạng Di Động Minh Họa"), {}, app::Colour{0x1b, 0x4f, 0x9c}, app::Colour{0x7a, 0x3e, 0x9d}};
    m_stage.openFor(std::move(parts), size, language);
    if (QTest::currentTestFailed())
        return;
    m_stage.kiosk().brand()->setLogo(scripted::drawnFace(300, 100));
    for (const State state : {State::Greeting, State::Identify, State::CaptureFace, State::Receipt}) {
        scripted::show(m_stage.session(), state);
        m_stage.kiosk().comfort()->setContrast(contrast);
        scripted::useAsUsual(m_stage.session(), m_stage.kiosk(), state);
        m_stage.judge(scripted::sizeName(size) + QStringLiteral("-carrier-%1/").arg(contrast) +
                      ui::PagePictures::fileName(m_stage.kiosk().page()));
        if (QTest::currentTestFailed())
            break;
        // High contrast and dark keep their own colours.
        const ui::Hand eye(m_stage.window(), ui::WalkPlan::Input::Touch);
        if (const QQuickItem* primary = eye.find(QStringLiteral("primary")); primary && primary->isEnabled())
            QCOMPARE(primary->property("ground").value<QColor>() == QColor(0x1b, 0x4f, 0x9c), contrast == 0);
    }
    m_stage.close();
}

QTEST_MAIN(TestPageCases)
#include "tst_page_cases.moc"
