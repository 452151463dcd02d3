// Every page and every failure, at the three sizes, in both languages: nothing cut off, nothing overlaps, no QML
// warning. CHINHCHU_SCREENSHOTS=<folder> writes a picture of each; tests/ui/page_rows.h says which there are.

#include "app/settings/language.h"
#include "tests/ui/accessibility_check.h"
#include "tests/ui/page_rows.h"
#include "tests/ui/page_stage.h"
#include "tests/ui/scripted/drawn_face.h"
#include "tests/ui/scripted/scripted_session.h"
#include "tests/ui/scripted/usual_data.h"
#include "ui/walk/hand.h"
#include "ui/walk/page_pictures.h"

#include <QtTest>

using namespace chinhchu;
using State = app::Session::State;

class TestPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { (void)scripted::PageStage::takeWarnings(); }
    void init();
    void cleanup();
    void cleanupTestCase();
    void page_atEverySizeAndLanguage_showsEverything_data() { scripted::addPages(); }
    void page_atEverySizeAndLanguage_showsEverything();
    void page_inLargeTextAndEveryContrast_showsEverything_data() { scripted::addPagesInLargeText(); }
    void page_inLargeTextAndEveryContrast_showsEverything();
    void sheet_overAPage_showsEverything_data() { scripted::addSheets(); }
    void sheet_overAPage_showsEverything();
    void capture_withALongHint_showsEverything_data() { scripted::addHints(); }
    void capture_withALongHint_showsEverything();
    void problem_forEveryCode_showsEverything_data() { scripted::addProblems(); }
    void problem_forEveryCode_showsEverything();
    void password_inEveryTrouble_showsEverything_data() { scripted::addPasswords(); }
    void password_inEveryTrouble_showsEverything();
    void page_toAnAssistiveTechnology_namesEveryControl_data() { scripted::addStates(); }
    void page_toAnAssistiveTechnology_namesEveryControl();

private:
    scripted::PageStage m_stage;
};

void TestPages::init()
{
    (void)scripted::PageStage::takeWarnings();
    scripted::fillGenerously(false);
}

void TestPages::cleanup()
{
    if (QTest::currentTestFailed())
        m_stage.close();
    QCOMPARE(scripted::PageStage::takeWarnings(), QStringList());
}

void TestPages::cleanupTestCase()
{
    m_stage.close();
    QCOMPARE(scripted::PageStage::takeWarnings(), QStringList());
}

void TestPages::page_atEverySizeAndLanguage_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, generous);
    QFETCH(State, state);
    m_stage.open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::fillGenerously(generous);

    scripted::show(m_stage.session(), state);
    m_stage.speak(language);
    scripted::useAsUsual(m_stage.session(), m_stage.kiosk(), state);

    const QString folder = scripted::sizeName(size) + u'-' + language + (generous ? "-long/" : "/");
    m_stage.judge(folder + ui::PagePictures::fileName(m_stage.kiosk().page()));
}

void TestPages::page_inLargeTextAndEveryContrast_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(int, contrast);
    QFETCH(State, state);
    m_stage.open(size, language);
    if (QTest::currentTestFailed())
        return;

    scripted::show(m_stage.session(), state);
    m_stage.speak(language);
    m_stage.kiosk().comfort()->setLargeText(true);
    m_stage.kiosk().comfort()->setContrast(contrast);
    scripted::useAsUsual(m_stage.session(), m_stage.kiosk(), state);

    m_stage.judge(scripted::sizeName(size) + u'-' + language + QStringLiteral("-large-%1/").arg(contrast) +
                  ui::PagePictures::fileName(m_stage.kiosk().page()));
}

void TestPages::sheet_overAPage_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, large);
    QFETCH(bool, idle);
    m_stage.open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(m_stage.session(), State::NumberEntry);
    m_stage.kiosk().comfort()->setLargeText(large);

    if (idle) {
        emit m_stage.session().idleWarning(20);
    } else {
        ui::Hand hand(m_stage.window(), ui::WalkPlan::Input::Touch);
        QVERIFY(hand.use(QStringLiteral("comfort")));
    }

    ui::Hand hand(m_stage.window(), ui::WalkPlan::Input::Touch);
    QVERIFY(hand.find(idle ? QStringLiteral("still-here") : QStringLiteral("close")));
    m_stage.judge(scripted::sizeName(size) + u'-' + language + "-sheets/" + (idle ? "idle" : "comfort") +
                  (large ? "-large.png" : ".png"));
    QVERIFY(hand.use(idle ? QStringLiteral("still-here") : QStringLiteral("close")));
    QVERIFY(!hand.find(idle ? QStringLiteral("still-here") : QStringLiteral("close")));
}

void TestPages::capture_withALongHint_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(QString, hint);
    QFETCH(bool, large);
    m_stage.open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(m_stage.session(), State::CaptureFace);
    m_stage.kiosk().comfort()->setLargeText(large);
    scripted::useAsUsual(m_stage.session(), m_stage.kiosk(), State::CaptureFace);

    emit m_stage.session().faceHint(hint, 0.6);

    m_stage.judge(scripted::sizeName(size) + u'-' + language + "-hints/" + hint.toLower() +
                  (large ? "-large.png" : ".png"));
}

void TestPages::problem_forEveryCode_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(FailureCode, code);
    QFETCH(bool, large);
    m_stage.open(size, language);
    if (QTest::currentTestFailed())
        return;

    m_stage.kiosk().comfort()->setLargeText(large);
    scripted::fail(m_stage.session(), code);

    m_stage.judge(scripted::sizeName(size) + u'-' + language + (large ? "/problems-large/" : "/problems/") +
                  m_stage.kiosk().problem()->code().toLower() + ".png");
}

void TestPages::password_inEveryTrouble_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(app::SessionFacts::Password::Stage, stage);
    QFETCH(app::SessionFacts::Password::Trouble, trouble);
    m_stage.open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(m_stage.session(), State::Possession);
    m_stage.kiosk().comfort()->setLargeText(true);

    scripted::trouble(m_stage.session(), stage, trouble);

    QVERIFY(!m_stage.kiosk().password()->advice().isEmpty());
    m_stage.judge(scripted::sizeName(size) + u'-' + language + "-passwords/" + QTest::currentDataTag() + ".png");
}

void TestPages::page_toAnAssistiveTechnology_namesEveryControl()
{
    QFETCH(QString, language);
    QFETCH(State, state);
    m_stage.open(scripted::sizes().at(1), language);
    if (QTest::currentTestFailed())
        return;

    if (state == State::Problem)
        scripted::fail(m_stage.session(), FailureCode::CardRemoved);
    else
        scripted::show(m_stage.session(), state);
    m_stage.speak(language);
    scripted::useAsUsual(m_stage.session(), m_stage.kiosk(), state);

    const QStringList faults = scripted::accessibilityFaults(m_stage.window());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
