// How it is heard: recordings win, hints wait, what is typed stays unsaid, and without a voice nothing breaks. What is
// heard: tst_heard_words.

#include "tests/ui/scripted/scripted_session.h"
#include "tests/ui/speech_stage.h"
#include "ui/speech/clip_voice.h"
#include "ui/view_models/face_hints.h"
#include "ui/walk/hand.h"

#include <QtTest>

using namespace chinhchu;
using State = app::Session::State;

class TestSpeech : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_stage.open(); }
    void cleanup() { m_stage.close(); }
    void hint_ofEveryCode_hasWordsOfItsOwn_data();
    void hint_ofEveryCode_hasWordsOfItsOwn();
    void hint_whilePageIsSaid_waitsAndOnlyTheNewestIsHeard();
    void hint_forTurning_showsAnArrowThere();
    void page_whileAnotherIsSaid_interruptsIt();
    void language_whenChanged_saysThePageAgain();
    void volume_whenOff_saysNothing();
    void volume_whenChosen_isPassedOn();
    void repetition_onRequest_saysThePageAgain();
    void recording_withTheKey_winsOverTheSyntheticVoice();
    void recording_withAKeyOutOfItsFolder_isNotFound();
    void noVoice_atAll_isSilentAndSaysSo();
    void control_reachedByKeyboard_saysItsName();
    void idleQuestion_overAPage_isHeard();
    void cardNumber_whenComplete_isNotReadAloud();
    void identify_withoutACamera_saysTheOtherWords();
    void identify_withACode_saysWhatCameOfIt();

private:
    scripted::SpeechStage m_stage;
};

void TestSpeech::hint_ofEveryCode_hasWordsOfItsOwn_data()
{
    QTest::addColumn<QString>("code");
    // As biometrics and the capture send them.
    for (const char* code : {"COME_CLOSER", "MOVE_BACK", "STAND_ALONE", "LOOK_STRAIGHT", "HOLD_STILL", "MORE_LIGHT",
                             "LESS_LIGHT", "EVEN_LIGHT", "OPEN_EYES", "CLOSE_MOUTH", "UNCOVER_FACE", "TURN_LEFT",
                             "TURN_RIGHT", "LOOK_UP", "BLINK", "FACE_NOT_ALONE", "CAMERA_UNAVAILABLE"})
        QTest::addRow("%s", code) << QString::fromLatin1(code);
}

/// The quality checks said COME_CLOSER, and the page "Look at the camera".
void TestSpeech::hint_ofEveryCode_hasWordsOfItsOwn()
{
    QFETCH(QString, code);

    const QString words = ui::faceHintText(code);

    QVERIFY(words != ui::faceHintText(QStringLiteral("FACE_NOT_FOUND")));
    QVERIFY2(words.split(u' ').size() <= 8, qPrintable(words));
}

void TestSpeech::hint_whilePageIsSaid_waitsAndOnlyTheNewestIsHeard()
{
    m_stage.voice().endsAtOnce = false;
    m_stage.voice().said.clear();
    m_stage.speaker().sayPage(QStringLiteral("Consent"), QStringLiteral("one"));
    m_stage.speaker().sayHint(QStringLiteral("FaceHint.MORE_LIGHT"), QStringLiteral("two"));
    m_stage.speaker().sayHint(QStringLiteral("FaceHint.BLINK"), QStringLiteral("three"));
    QCOMPARE(m_stage.voice().everything(), QStringLiteral("one"));

    emit m_stage.voice().ended();
    emit m_stage.voice().ended();

    QCOMPARE(m_stage.voice().everything(), QStringLiteral("one three"));
}

void TestSpeech::hint_forTurning_showsAnArrowThere()
{
    scripted::show(m_stage.session(), State::CaptureFace);
    const ui::Hand eye(m_stage.window(), ui::WalkPlan::Input::Touch);
    emit m_stage.session().faceHint(QStringLiteral("TURN_LEFT"), 0.2);
    QVERIFY(eye.find(QStringLiteral("arrow")));
    QCOMPARE(eye.find(QStringLiteral("arrow"))->property("name").toString(), QStringLiteral("back"));
    emit m_stage.session().faceHint(QStringLiteral("TURN_RIGHT"), 0.2);
    QCOMPARE(eye.find(QStringLiteral("arrow"))->property("name").toString(), QStringLiteral("forward"));

    emit m_stage.session().faceHint(QStringLiteral("BLINK"), 0.2);

    QVERIFY(!eye.find(QStringLiteral("arrow")));
}

void TestSpeech::page_whileAnotherIsSaid_interruptsIt()
{
    m_stage.voice().endsAtOnce = false;
    m_stage.speaker().sayPage(QStringLiteral("Consent"), QStringLiteral("one"));
    m_stage.speaker().sayHint(QStringLiteral("Control"), QStringLiteral("two"));
    const int before = m_stage.voice().stops;

    m_stage.speaker().sayPage(QStringLiteral("NumberEntry"), QStringLiteral("three"));
    emit m_stage.voice().ended();

    QCOMPARE(m_stage.voice().stops, before + 1);
    QVERIFY(m_stage.voice().everything().endsWith(QStringLiteral("three")));
}

void TestSpeech::language_whenChanged_saysThePageAgain()
{
    scripted::show(m_stage.session(), State::PlaceCard);
    m_stage.settle();
    m_stage.voice().said.clear();

    m_stage.kiosk().speak(QStringLiteral("en"));
    m_stage.settle();

    QCOMPARE(m_stage.voice().said.size(), 1);
    QCOMPARE(m_stage.voice().said.first().utterance.language, QStringLiteral("en"));
    QVERIFY(m_stage.voice().everything().contains(QStringLiteral("Lay your card on the reader")));
}

void TestSpeech::volume_whenOff_saysNothing()
{
    m_stage.kiosk().comfort()->setVolume(0);
    m_stage.settle();
    m_stage.voice().said.clear();

    scripted::show(m_stage.session(), State::PlaceCard);
    m_stage.settle();

    QVERIFY(m_stage.voice().said.isEmpty());
}

void TestSpeech::volume_whenChosen_isPassedOn()
{
    scripted::show(m_stage.session(), State::PlaceCard);
    m_stage.settle();
    m_stage.voice().said.clear();

    m_stage.kiosk().comfort()->setVolume(3);
    m_stage.settle();

    QCOMPARE(m_stage.voice().said.size(), 1);
    QCOMPARE(m_stage.voice().said.first().volume, 1.0);
}

void TestSpeech::repetition_onRequest_saysThePageAgain()
{
    scripted::show(m_stage.session(), State::PlaceCard);
    m_stage.settle();
    const QString once = m_stage.voice().said.last().utterance.text;
    m_stage.voice().said.clear();
    ui::Hand hand(m_stage.window(), ui::WalkPlan::Input::Touch);
    QVERIFY(hand.use(QStringLiteral("comfort")));

    QVERIFY(hand.use(QStringLiteral("repeat")));

    QCOMPARE(m_stage.voice().said.size(), 1);
    QCOMPARE(m_stage.voice().said.first().utterance.text, once);
    QVERIFY(hand.use(QStringLiteral("close")));
}

void TestSpeech::recording_withTheKey_winsOverTheSyntheticVoice()
{
    auto recorded = std::make_unique<scripted::NotingVoice>();
    scripted::NotingVoice* clips = recorded.get();
    clips->onlyKey = QStringLiteral("PlaceCard");
    std::vector<std::unique_ptr<ui::Voice>> first;
    first.push_back(std::move(recorded));
    m_stage.addVoices(std::move(first));

    scripted::show(m_stage.session(), State::PlaceCard);
    m_stage.settle();
    scripted::show(m_stage.session(), State::Identify);
    m_stage.settle();

    QCOMPARE(clips->said.size(), 1);
    QCOMPARE(m_stage.voice().said.size(), 1);
    QCOMPARE(m_stage.voice().said.first().utterance.key, QStringLiteral("Identify.camera"));
}

void TestSpeech::recording_withAKeyOutOfItsFolder_isNotFound()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("clips/vi")));
    for (const char* name : {"/clips/vi/PlaceCard.wav", "/clips/vi/Problem.CARD_REMOVED.wav", "/secret.wav"}) {
        QFile file(folder.path() + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const ui::ClipVoice clips(folder.path() + "/clips");

    QVERIFY(clips.speaks("vi"));
    QVERIFY(!clips.speaks("en"));
    QVERIFY(clips.knows({"PlaceCard", {}, "vi"}));
    QVERIFY(clips.knows({"Problem.CARD_REMOVED", {}, "vi"}));
    QVERIFY(!clips.knows({"PlaceCard", {}, "en"}));
    QVERIFY(!clips.knows({"../../secret", {}, "vi"}));
    QVERIFY(!clips.knows({"PlaceCard", {}, "../vi"}));
}

void TestSpeech::noVoice_atAll_isSilentAndSaysSo()
{
    m_stage.voice().languages.clear();
    emit m_stage.voice().changed();
    m_stage.voice().said.clear();

    scripted::show(m_stage.session(), State::PlaceCard);
    m_stage.settle();

    QVERIFY(m_stage.voice().said.isEmpty());
    QVERIFY(!m_stage.kiosk().comfort()->voice());
    QCOMPARE(m_stage.speaker().health().state, app::HealthCheck::State::Limited);
    QCOMPARE(m_stage.speaker().health().failure->code, FailureCode::VoiceMissing);
}

void TestSpeech::control_reachedByKeyboard_saysItsName()
{
    scripted::show(m_stage.session(), State::PlaceCard);
    m_stage.settle();
    m_stage.voice().said.clear();
    ui::Hand hand(m_stage.window(), ui::WalkPlan::Input::Keyboard);

    QVERIFY(hand.use(QStringLiteral("language-en")));
    m_stage.settle();

    QStringList keys;
    for (const auto& each : m_stage.voice().said)
        keys << each.utterance.key;
    QVERIFY(keys.contains(QStringLiteral("Control")));
    QVERIFY(m_stage.voice().everything().contains(QStringLiteral("English")));
}

void TestSpeech::idleQuestion_overAPage_isHeard()
{
    scripted::show(m_stage.session(), State::PlaceCard);
    m_stage.settle();
    m_stage.voice().said.clear();

    emit m_stage.session().idleWarning(20);
    m_stage.settle();

    const auto idle = std::find_if(m_stage.voice().said.begin(), m_stage.voice().said.end(),
                                   [](const auto& each) { return each.utterance.key == QStringLiteral("Idle"); });
    QVERIFY(idle != m_stage.voice().said.end());
    QVERIFY(idle->utterance.text.contains(QStringLiteral("20")));
    m_stage.kiosk().stillHere();
}

void TestSpeech::cardNumber_whenComplete_isNotReadAloud()
{
    scripted::show(m_stage.session(), State::Identify);
    m_stage.settle();
    m_stage.voice().said.clear();

    for (const QChar digit : QStringLiteral("001152000017"))
        m_stage.kiosk().card()->press(digit);
    m_stage.settle();

    QVERIFY(!m_stage.voice().said.isEmpty());
    QVERIFY(!m_stage.voice().everything().contains(QStringLiteral("1952")));
    m_stage.kiosk().card()->wipe();
}

/// Without a camera the page must not speak of one.
void TestSpeech::identify_withoutACamera_saysTheOtherWords()
{
    scripted::show(m_stage.session(), State::Identify);
    m_stage.settle();
    m_stage.voice().said.clear();

    emit m_stage.session().cardCode({app::CardCode::State::NoCamera, {}});
    m_stage.settle();

    QCOMPARE(m_stage.voice().said.size(), 1);
    QCOMPARE(m_stage.voice().said.first().utterance.key, QStringLiteral("Identify"));
    QVERIFY(!m_stage.voice().said.first().utterance.text.contains(QStringLiteral("máy ảnh")));
}

void TestSpeech::identify_withACode_saysWhatCameOfIt()
{
    scripted::show(m_stage.session(), State::Identify);
    m_stage.settle();
    m_stage.voice().said.clear();

    emit m_stage.session().cardCode({app::CardCode::State::Foreign, {}});
    m_stage.settle();
    emit m_stage.session().cardCode({app::CardCode::State::Read, {nfc::CanKey{"000017"}}});
    m_stage.settle();

    QCOMPARE(m_stage.voice().said.size(), 2);
    QCOMPARE(m_stage.voice().said.at(0).utterance.key, QStringLiteral("Identify.foreign"));
    QCOMPARE(m_stage.voice().said.at(1).utterance.key, QStringLiteral("Identify.read"));
    m_stage.kiosk().card()->wipe();
}

QTEST_MAIN(TestSpeech)
#include "tst_speech.moc"
