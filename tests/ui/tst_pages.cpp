// Every page and every failure, at the three sizes, in both languages: nothing cut off, nothing overlaps, no QML
// warning. CHINHCHU_SCREENSHOTS=<folder> writes a picture of each; tests/ui/page_rows.h says which there are.

#include "app/settings/language.h"
#include "tests/ui/accessibility_check.h"
#include "tests/ui/page_rows.h"
#include "tests/ui/page_test.h"
#include "tests/ui/scripted/drawn_face.h"
#include "tests/ui/scripted/scripted_session.h"
#include "tests/ui/scripted/usual_data.h"
#include "ui/walk/hand.h"
#include "ui/walk/page_pictures.h"

#include <QtTest>

using namespace chinhchu;
using State = app::Session::State;

class TestPages : public scripted::PageTest
{
    Q_OBJECT

private slots:
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
    void judgeAccessibility();
};

void TestPages::judgeAccessibility()
{
    const QStringList faults = scripted::accessibilityFaults(window());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestPages::page_atEverySizeAndLanguage_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, generous);
    QFETCH(State, state);
    stage().open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::fillGenerously(generous);

    scripted::show(session(), state);
    stage().speak(language);
    scripted::useAsUsual(session(), kiosk(), state);

    const QString folder = scripted::sizeName(size) + u'-' + language + (generous ? "-long/" : "/");
    stage().judge(folder + ui::PagePictures::fileName(kiosk().page()));
}

void TestPages::page_inLargeTextAndEveryContrast_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(int, contrast);
    QFETCH(State, state);
    stage().open(size, language);
    if (QTest::currentTestFailed())
        return;

    scripted::show(session(), state);
    stage().speak(language);
    kiosk().comfort()->setLargeText(true);
    kiosk().comfort()->setContrast(contrast);
    scripted::useAsUsual(session(), kiosk(), state);

    stage().judge(scripted::sizeName(size) + u'-' + language + QStringLiteral("-large-%1/").arg(contrast) +
                  ui::PagePictures::fileName(kiosk().page()));
}

void TestPages::sheet_overAPage_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, large);
    QFETCH(bool, idle);
    stage().open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(session(), State::NumberEntry);
    kiosk().comfort()->setLargeText(large);

    if (idle) {
        emit session().idleWarning(20);
    } else {
        ui::Hand hand(window(), ui::WalkPlan::Input::Touch);
        QVERIFY(hand.use(QStringLiteral("comfort")));
    }

    ui::Hand hand(window(), ui::WalkPlan::Input::Touch);
    QVERIFY(hand.find(idle ? QStringLiteral("still-here") : QStringLiteral("close")));
    stage().judge(scripted::sizeName(size) + u'-' + language + "-sheets/" + (idle ? "idle" : "comfort") +
                  (large ? "-large.png" : ".png"));
    judgeAccessibility();
    QVERIFY(hand.use(idle ? QStringLiteral("still-here") : QStringLiteral("close")));
    QVERIFY(!hand.find(idle ? QStringLiteral("still-here") : QStringLiteral("close")));
}

void TestPages::capture_withALongHint_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(QString, hint);
    QFETCH(bool, large);
    stage().open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(session(), State::CaptureFace);
    kiosk().comfort()->setLargeText(large);
    scripted::useAsUsual(session(), kiosk(), State::CaptureFace);

    emit session().faceHint(hint, 0.6);

    stage().judge(scripted::sizeName(size) + u'-' + language + "-hints/" + hint.toLower() +
                  (large ? "-large.png" : ".png"));
}

void TestPages::problem_forEveryCode_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(FailureCode, code);
    QFETCH(bool, large);
    stage().open(size, language);
    if (QTest::currentTestFailed())
        return;

    kiosk().comfort()->setLargeText(large);
    scripted::fail(session(), code);

    stage().judge(scripted::sizeName(size) + u'-' + language + (large ? "/problems-large/" : "/problems/") +
                  kiosk().problem()->code().toLower() + ".png");
    judgeAccessibility();
}

void TestPages::password_inEveryTrouble_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(app::SessionFacts::Password::Stage, stage);
    QFETCH(app::SessionFacts::Password::Trouble, trouble);
    this->stage().open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(session(), State::Possession);
    kiosk().comfort()->setLargeText(true);

    scripted::trouble(session(), stage, trouble);

    QVERIFY(!kiosk().password()->advice().isEmpty());
    this->stage().judge(scripted::sizeName(size) + u'-' + language + "-passwords/" + QTest::currentDataTag() + ".png");
}

void TestPages::page_toAnAssistiveTechnology_namesEveryControl()
{
    QFETCH(QString, language);
    QFETCH(State, state);
    stage().open(scripted::sizes().at(1), language);
    if (QTest::currentTestFailed())
        return;

    if (state == State::Problem)
        scripted::fail(session(), FailureCode::CardRemoved);
    else
        scripted::show(session(), state);
    stage().speak(language);
    scripted::useAsUsual(session(), kiosk(), state);

    judgeAccessibility();
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
