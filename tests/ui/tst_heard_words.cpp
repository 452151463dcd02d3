// Who only hears a page is told what who only reads its large text is told: on every page of a session, after every
// failure, on the staff's pages, and on the question whether somebody is there.

#include "app/settings/language.h"
#include "tests/ui/invented_office.h"
#include "tests/ui/scripted/scripted_session.h"
#include "tests/ui/speech_stage.h"
#include "ui/walk/hand.h"

#include <QMetaEnum>
#include <QtTest>

using namespace chinhchu;
using State = app::Session::State;

class TestHeardWords : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_stage.open(); }
    void cleanup() { m_stage.close(); }
    void page_inEachLanguage_saysWhatItsLargeTextSays_data();
    void page_inEachLanguage_saysWhatItsLargeTextSays();
    void page_ofTheGuardian_saysWhatItsLargeTextSays_data();
    void page_ofTheGuardian_saysWhatItsLargeTextSays();
    void password_inEveryTrouble_saysWhatIsTheMatter_data();
    void password_inEveryTrouble_saysWhatIsTheMatter();
    void problem_ofEveryCode_saysWhatItsLargeTextSays_data() { addLanguages(); }
    void problem_ofEveryCode_saysWhatItsLargeTextSays();
    void staff_inEachStep_hearWhatTheLargeTextSays_data();
    void staff_inEachStep_hearWhatTheLargeTextSays();
    void idleQuestion_inEachLanguage_saysWhatItsLargeTextSays_data() { addLanguages(); }
    void idleQuestion_inEachLanguage_saysWhatItsLargeTextSays();

private:
    static void addLanguages();
    void judgeWhatWasSaid(const QString& language);
    void signIn(const QString& number, const QString& pin);

    scripted::SpeechStage m_stage;
};

void TestHeardWords::addLanguages()
{
    QTest::addColumn<QString>("language");
    for (const QString& language : app::languages())
        QTest::addRow("%s", qPrintable(language)) << language;
}

/// In the language of the page, and under keys that can be names of files.
void TestHeardWords::judgeWhatWasSaid(const QString& language)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_.-]+\\z"));
    for (const auto& each : m_stage.voice().said) {
        QCOMPARE(each.utterance.language, language);
        QVERIFY2(plain.match(each.utterance.key).hasMatch(), qPrintable(each.utterance.key));
    }
}

void TestHeardWords::page_inEachLanguage_saysWhatItsLargeTextSays_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<State>("state");
    const auto states = QMetaEnum::fromType<State>();
    for (const QString& language : app::languages())
        for (int i = 0; i < static_cast<int>(State::Problem); ++i)
            QTest::addRow("%s %s", qPrintable(language), states.key(i)) << language << static_cast<State>(i);
}

void TestHeardWords::page_inEachLanguage_saysWhatItsLargeTextSays()
{
    QFETCH(QString, language);
    QFETCH(State, state);
    // Each new person begins with the first language: the other is chosen on the page.
    scripted::show(m_stage.session(), state);
    m_stage.kiosk().speak(language == u"vi" ? QStringLiteral("en") : QStringLiteral("vi"));
    m_stage.settle();
    m_stage.voice().said.clear();

    m_stage.kiosk().speak(language);
    if (state == State::ReadChip)
        emit m_stage.session().readProgress({nfc::ReadProgress::Phase::ReadingFiles, "DG2", 12800, 21500});
    if (state == State::CaptureFace)
        emit m_stage.session().faceHint(QStringLiteral("TURN_LEFT"), 0.35);
    m_stage.settle();

    QCOMPARE(m_stage.unheard(), QStringList());
    QVERIFY(!m_stage.instructions().isEmpty());
    const QString instruction =
        m_stage.window().property("page").value<QQuickItem*>()->property("instruction").toString();
    constexpr int mostWords = 25;
    QVERIFY2(instruction.split(u' ').size() <= mostWords, qPrintable(instruction));
    judgeWhatWasSaid(language);
}

void TestHeardWords::page_ofTheGuardian_saysWhatItsLargeTextSays_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<State>("state");
    const auto states = QMetaEnum::fromType<State>();
    for (const QString& language : app::languages())
        for (const State state : {State::Identify, State::PlaceCard, State::ReadChip, State::CaptureFace, State::Match})
            QTest::addRow("%s %s", qPrintable(language), states.valueToKey(static_cast<int>(state)))
                << language << state;
}

/// Whose card and whose face: the pages of the second person say so.
void TestHeardWords::page_ofTheGuardian_saysWhatItsLargeTextSays()
{
    QFETCH(QString, language);
    QFETCH(State, state);
    scripted::show(m_stage.session(), State::GuardianConsent);
    m_stage.session().giveGuardianConsent(m_stage.kiosk().guardianConsent(), language);
    scripted::show(m_stage.session(), State::GuardianConsent);
    m_stage.kiosk().speak(language);
    m_stage.settle();
    m_stage.voice().said.clear();

    scripted::show(m_stage.session(), state);
    m_stage.settle();

    QVERIFY(m_stage.kiosk().guardianTurn());
    QCOMPARE(m_stage.unheard(), QStringList());
    QVERIFY(!m_stage.instructions().isEmpty());
}

void TestHeardWords::password_inEveryTrouble_saysWhatIsTheMatter_data()
{
    using Password = app::SessionFacts::Password;
    QTest::addColumn<QString>("language");
    QTest::addColumn<Password::Stage>("stage");
    QTest::addColumn<Password::Trouble>("trouble");
    for (const QString& language : app::languages()) {
        QTest::addRow("%s sending", qPrintable(language))
            << language << Password::Stage::Sending << Password::Trouble::None;
        QTest::addRow("%s wrong", qPrintable(language))
            << language << Password::Stage::Awaited << Password::Trouble::Wrong;
        QTest::addRow("%s too old", qPrintable(language))
            << language << Password::Stage::Awaited << Password::Trouble::TooOld;
        QTest::addRow("%s not sent", qPrintable(language))
            << language << Password::Stage::Awaited << Password::Trouble::NotSent;
    }
}

void TestHeardWords::password_inEveryTrouble_saysWhatIsTheMatter()
{
    QFETCH(QString, language);
    QFETCH(app::SessionFacts::Password::Stage, stage);
    QFETCH(app::SessionFacts::Password::Trouble, trouble);
    scripted::show(m_stage.session(), State::Possession);
    m_stage.kiosk().speak(language);
    m_stage.settle();
    m_stage.voice().said.clear();

    scripted::trouble(m_stage.session(), stage, trouble);
    m_stage.settle();

    const QString advice = m_stage.kiosk().password()->advice();
    QVERIFY(!advice.isEmpty());
    QVERIFY2(m_stage.voice().everything().contains(advice),
             qPrintable(advice + QStringLiteral(" in: ") + m_stage.voice().everything()));
}

/// One after the other, as a session fails again: a greeting between them would take half of the time.
void TestHeardWords::problem_ofEveryCode_saysWhatItsLargeTextSays()
{
    QFETCH(QString, language);
    m_stage.kiosk().speak(language);
    m_stage.settle();
    const ui::ProblemView& problem = *m_stage.kiosk().problem();
    for (const FailureCode code : {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) FailureCode::enumerator,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
         }) {
        m_stage.voice().said.clear();

        scripted::fail(m_stage.session(), code);
        m_stage.settle();

        const char* name = codeName(code).data();
        QVERIFY2(m_stage.unheard().isEmpty(), name);
        QVERIFY2(!m_stage.instructions().isEmpty(), name);
        QVERIFY2(m_stage.voice().said.size() == 1, name);
        judgeWhatWasSaid(language);
        const QString heard = m_stage.voice().everything();
        for (const QString& sentence : {problem.happened(), problem.todo(), problem.help()})
            QVERIFY2(!sentence.isEmpty() && heard.contains(sentence), name);
        QCOMPARE(m_stage.voice().said.first().utterance.key, QStringLiteral("Problem.") + QLatin1String(name));
    }
}

void TestHeardWords::staff_inEachStep_hearWhatTheLargeTextSays_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("step");
    for (const QString& language : app::languages())
        for (const char* step : {"number", "pin", "wrong", "blocked", "Today", "Queue", "Health", "Settings"})
            QTest::addRow("%s %s", qPrintable(language), step) << language << QString::fromLatin1(step);
}

void TestHeardWords::signIn(const QString& number, const QString& pin)
{
    ui::StaffDesk& desk = *m_stage.kiosk().staff();
    for (const QString& typed : {number, pin}) {
        for (const QChar digit : typed)
            desk.type(digit);
        desk.goOn();
        m_stage.settle();
    }
    QTRY_VERIFY(!desk.busy());
}

void TestHeardWords::staff_inEachStep_hearWhatTheLargeTextSays()
{
    QFETCH(QString, language);
    QFETCH(QString, step);
    const auto office = std::make_shared<scripted::InventedOffice>();
    office->blocked = step == u"blocked";
    ui::StaffDesk& desk = *m_stage.kiosk().staff();
    desk.setOffice(office);
    QTRY_VERIFY(desk.available() && !desk.busy());
    m_stage.kiosk().speak(language);
    m_stage.settle();
    m_stage.voice().said.clear();

    desk.enter();
    m_stage.settle();
    if (step == u"pin")
        signIn(QStringLiteral("2041"), {});
    else if (step != u"number")
        signIn(QStringLiteral("2041"), step == u"wrong" ? QStringLiteral("111111") : QStringLiteral("736412"));
    if (desk.signedIn()) {
        desk.show(step);
        QTRY_VERIFY(!desk.busy());
        QCOMPARE(desk.list(), step);
    }
    m_stage.settle();

    QCOMPARE(m_stage.unheard(), QStringList());
    QVERIFY(!m_stage.instructions().isEmpty());
    judgeWhatWasSaid(language);
    const QString heard = m_stage.voice().everything();
    QCOMPARE(desk.wrong(), step == u"wrong" || step == u"blocked");
    if (desk.wrong())
        QVERIFY2(heard.contains(desk.advice()), qPrintable(desk.advice() + QStringLiteral(" in: ") + heard));
    // Others stand by when somebody signs in.
    QVERIFY(!heard.contains(QStringLiteral("Kiểm Thử")) && !heard.contains(QStringLiteral("2041")));
    desk.leave();
}

void TestHeardWords::idleQuestion_inEachLanguage_saysWhatItsLargeTextSays()
{
    QFETCH(QString, language);
    scripted::show(m_stage.session(), State::PlaceCard);
    m_stage.kiosk().speak(language);
    m_stage.settle();
    m_stage.voice().said.clear();

    emit m_stage.session().idleWarning(20);
    m_stage.settle();

    const ui::Hand eye(m_stage.window(), ui::WalkPlan::Input::Touch);
    const QQuickItem* answer = eye.find(QStringLiteral("still-here"));
    QVERIFY(answer);
    QVERIFY(!m_stage.instructions(answer->parentItem()).isEmpty());
    QCOMPARE(m_stage.unheard(answer->parentItem()), QStringList());
    judgeWhatWasSaid(language);
    m_stage.kiosk().stillHere();
}

QTEST_MAIN(TestHeardWords)
#include "tst_heard_words.moc"
