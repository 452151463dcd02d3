// What is heard: every page and every hint says what its large text says, recordings win, hints wait, and without a
// voice nothing breaks.

#include "app/settings/language.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/speech/clip_voice.h"
#include "ui/view_models/face_hints.h"
#include "ui/walk/hand.h"
#include "ui/window/kiosk_window.h"

#include <QMetaEnum>
#include <QtTest>

using namespace chinhchu;
using State = app::Session::State;

namespace {

/// Writes down what it was asked to say.
class NotingVoice : public ui::Voice
{
public:
    struct Said
    {
        ui::Utterance utterance;
        double volume;
    };

    [[nodiscard]] bool knows(const ui::Utterance& utterance) const override
    {
        return speaks(utterance.language) && (onlyKey.isEmpty() || utterance.key == onlyKey);
    }
    [[nodiscard]] bool speaks(const QString& language) const override { return languages.contains(language); }
    void say(const ui::Utterance& utterance, double volume) override
    {
        said.append({utterance, volume});
        if (endsAtOnce)
            QMetaObject::invokeMethod(this, &Voice::ended, Qt::QueuedConnection);
    }
    void stop() override { ++stops; }

    [[nodiscard]] QString everything() const
    {
        QStringList all;
        for (const Said& each : said)
            all << each.utterance.text;
        return all.join(u' ');
    }

    QStringList languages = {"vi", "en"};
    QString onlyKey;
    bool endsAtOnce = true;
    QList<Said> said;
    int stops = 0;
};

/// Lets the texts of a page settle: what is said is gathered until the event loop runs.
void settle()
{
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
}

/// The large texts in sight that tell what to do: no data of a person, no button.
QStringList instructions(QQuickItem* item, double large)
{
    if (!item->isVisible() || item->property("focusable").isValid())
        return {};
    QStringList all;
    const QVariant fact = item->property("fact");
    if (fact.isValid() && !fact.toBool() && item->property("font").value<QFont>().pixelSize() >= large)
        // Where a line must not end is nothing to hear.
        all << item->property("text").toString().replace(QChar(QChar::Nbsp), u' ');
    for (QQuickItem* child : item->childItems())
        all << instructions(child, large);
    all.removeAll(QString());
    return all;
}

} // namespace

class TestSpeech : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void page_inEachLanguage_saysWhatItsLargeTextSays_data();
    void page_inEachLanguage_saysWhatItsLargeTextSays();
    void page_ofTheGuardian_saysWhatItsLargeTextSays_data();
    void page_ofTheGuardian_saysWhatItsLargeTextSays();
    void password_inEveryTrouble_saysWhatIsTheMatter_data();
    void password_inEveryTrouble_saysWhatIsTheMatter();
    void problem_ofEveryCode_saysWhatItsLargeTextSays_data();
    void problem_ofEveryCode_saysWhatItsLargeTextSays();
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
    void open(const QString& language);
    void hearWhatIsShown();
    NotingVoice* addVoices(std::vector<std::unique_ptr<ui::Voice>> more = {});

    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<ui::Kiosk> m_kiosk;
    std::unique_ptr<ui::KioskWindow> m_window;
    std::unique_ptr<ui::Speaker> m_speaker;
    NotingVoice* m_voice = nullptr;
    QString m_language;
};

void TestSpeech::init()
{
    scripted::fillGenerously(false);
    open(QStringLiteral("vi"));
    m_voice = addVoices();
}

void TestSpeech::cleanup()
{
    m_speaker.reset();
    if (m_kiosk->language() != m_language)
        m_kiosk->speak(m_language);
}

/// A kiosk's window stays from one person to the next; it is never shown here.
void TestSpeech::open(const QString& language)
{
    if (m_window && m_language == language) {
        m_kiosk->comfort()->reset();
        scripted::show(*m_session, State::Greeting);
        settle();
        return;
    }
    m_window.reset();
    m_kiosk.reset();
    m_session.reset();
    m_language = language;
    app::installTranslation(language);
    app::SessionParts parts;
    parts.enrolment.kind = app::Enrolment::Kind::Demo;
    m_session = std::make_unique<app::Session>(std::move(parts));
    m_kiosk = std::make_unique<ui::Kiosk>(*m_session);
    m_window =
        std::make_unique<ui::KioskWindow>(*m_kiosk, ui::KioskWindow::Options{.still = true, .size = {1366, 768}});
    QVERIFY(m_window->window());
    settle();
}

NotingVoice* TestSpeech::addVoices(std::vector<std::unique_ptr<ui::Voice>> more)
{
    auto voice = std::make_unique<NotingVoice>();
    NotingVoice* noting = voice.get();
    more.push_back(std::move(voice));
    m_speaker = std::make_unique<ui::Speaker>(*m_kiosk->comfort(), std::move(more));
    m_window->listen(*m_speaker);
    return noting;
}

/// Every large text on the page, a full stop aside, is among what was said.
void TestSpeech::hearWhatIsShown()
{
    const QString heard = m_voice->everything();
    QQmlComponent theme(&m_window->engine());
    theme.setData("import QtQml\nimport ChinhChu\nQtObject { property int heading: Theme.heading }", QUrl());
    const std::unique_ptr<QObject> sizes(theme.create());
    QVERIFY2(sizes, qPrintable(theme.errorString()));
    const QStringList shown = instructions(m_window->window()->contentItem(), sizes->property("heading").toInt());
    QVERIFY(!shown.isEmpty());
    for (const QString& each : shown)
        QVERIFY2(heard.contains(each), qPrintable(each + QStringLiteral(" in: ") + heard));
}

void TestSpeech::page_inEachLanguage_saysWhatItsLargeTextSays_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<State>("state");
    const auto states = QMetaEnum::fromType<State>();
    for (const QString& language : app::languages())
        for (int i = 0; i < static_cast<int>(State::Problem); ++i)
            QTest::addRow("%s %s", qPrintable(language), states.key(i)) << language << static_cast<State>(i);
}

void TestSpeech::page_inEachLanguage_saysWhatItsLargeTextSays()
{
    QFETCH(QString, language);
    QFETCH(State, state);
    // Each new person begins with the first language: the other is chosen on the page.
    scripted::show(*m_session, state);
    m_kiosk->speak(language == u"vi" ? QStringLiteral("en") : QStringLiteral("vi"));
    settle();
    m_voice->said.clear();

    m_kiosk->speak(language);
    if (state == State::ReadChip)
        emit m_session->readProgress({nfc::ReadProgress::Phase::ReadingFiles, "DG2", 12800, 21500});
    if (state == State::CaptureFace)
        emit m_session->faceHint(QStringLiteral("TURN_LEFT"), 0.35);
    settle();

    hearWhatIsShown();
    const QString instruction =
        m_window->window()->property("page").value<QQuickItem*>()->property("instruction").toString();
    constexpr int mostWords = 25;
    QVERIFY2(instruction.split(u' ').size() <= mostWords, qPrintable(instruction));
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_.-]+\\z"));
    for (const auto& each : m_voice->said) {
        QCOMPARE(each.utterance.language, language);
        QVERIFY2(plain.match(each.utterance.key).hasMatch(), qPrintable(each.utterance.key));
    }
}

void TestSpeech::page_ofTheGuardian_saysWhatItsLargeTextSays_data()
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
void TestSpeech::page_ofTheGuardian_saysWhatItsLargeTextSays()
{
    QFETCH(QString, language);
    QFETCH(State, state);
    scripted::show(*m_session, State::GuardianConsent);
    m_session->giveGuardianConsent(m_kiosk->guardianConsent(), language);
    scripted::show(*m_session, State::GuardianConsent);
    m_kiosk->speak(language);
    settle();
    m_voice->said.clear();

    scripted::show(*m_session, state);
    settle();

    QVERIFY(m_kiosk->guardianTurn());
    hearWhatIsShown();
}

void TestSpeech::password_inEveryTrouble_saysWhatIsTheMatter_data()
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

void TestSpeech::password_inEveryTrouble_saysWhatIsTheMatter()
{
    QFETCH(QString, language);
    QFETCH(app::SessionFacts::Password::Stage, stage);
    QFETCH(app::SessionFacts::Password::Trouble, trouble);
    scripted::show(*m_session, State::Possession);
    m_kiosk->speak(language);
    settle();
    m_voice->said.clear();

    scripted::trouble(*m_session, stage, trouble);
    settle();

    const QString advice = m_kiosk->password()->advice();
    QVERIFY(!advice.isEmpty());
    QVERIFY2(m_voice->everything().contains(advice),
             qPrintable(advice + QStringLiteral(" in: ") + m_voice->everything()));
}

void TestSpeech::problem_ofEveryCode_saysWhatItsLargeTextSays_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("code");
    for (const QString& language : app::languages())
        for (const FailureCode code : {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) FailureCode::enumerator,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
             })
            QTest::addRow("%s %s", qPrintable(language), codeName(code).data()) << language << static_cast<int>(code);
}

void TestSpeech::problem_ofEveryCode_saysWhatItsLargeTextSays()
{
    QFETCH(QString, language);
    QFETCH(int, code);
    m_kiosk->speak(language);
    settle();
    m_voice->said.clear();

    scripted::fail(*m_session, static_cast<FailureCode>(code));
    settle();

    hearWhatIsShown();
    const QString heard = m_voice->everything();
    QCOMPARE(m_voice->said.size(), 1);
    QCOMPARE(m_voice->said.first().utterance.language, language);
    QVERIFY(heard.contains(m_kiosk->problem()->happened()));
    QVERIFY(heard.contains(m_kiosk->problem()->todo()));
    QVERIFY(heard.contains(m_kiosk->problem()->help()));
    QCOMPARE(m_voice->said.first().utterance.key, QStringLiteral("Problem.") + m_kiosk->problem()->code());
}

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
    m_voice->endsAtOnce = false;
    m_voice->said.clear();
    m_speaker->sayPage(QStringLiteral("Consent"), QStringLiteral("one"));
    m_speaker->sayHint(QStringLiteral("FaceHint.MORE_LIGHT"), QStringLiteral("two"));
    m_speaker->sayHint(QStringLiteral("FaceHint.BLINK"), QStringLiteral("three"));
    QCOMPARE(m_voice->everything(), QStringLiteral("one"));

    emit m_voice->ended();
    emit m_voice->ended();

    QCOMPARE(m_voice->everything(), QStringLiteral("one three"));
}

void TestSpeech::hint_forTurning_showsAnArrowThere()
{
    scripted::show(*m_session, State::CaptureFace);
    const ui::Hand eye(*m_window->window(), ui::WalkPlan::Input::Touch);
    emit m_session->faceHint(QStringLiteral("TURN_LEFT"), 0.2);
    QVERIFY(eye.find(QStringLiteral("arrow")));
    QCOMPARE(eye.find(QStringLiteral("arrow"))->property("name").toString(), QStringLiteral("back"));
    emit m_session->faceHint(QStringLiteral("TURN_RIGHT"), 0.2);
    QCOMPARE(eye.find(QStringLiteral("arrow"))->property("name").toString(), QStringLiteral("forward"));

    emit m_session->faceHint(QStringLiteral("BLINK"), 0.2);

    QVERIFY(!eye.find(QStringLiteral("arrow")));
}

void TestSpeech::page_whileAnotherIsSaid_interruptsIt()
{
    m_voice->endsAtOnce = false;
    m_speaker->sayPage(QStringLiteral("Consent"), QStringLiteral("one"));
    m_speaker->sayHint(QStringLiteral("Control"), QStringLiteral("two"));
    const int before = m_voice->stops;

    m_speaker->sayPage(QStringLiteral("NumberEntry"), QStringLiteral("three"));
    emit m_voice->ended();

    QCOMPARE(m_voice->stops, before + 1);
    QVERIFY(m_voice->everything().endsWith(QStringLiteral("three")));
}

void TestSpeech::language_whenChanged_saysThePageAgain()
{
    scripted::show(*m_session, State::PlaceCard);
    settle();
    m_voice->said.clear();

    m_kiosk->speak(QStringLiteral("en"));
    settle();

    QCOMPARE(m_voice->said.size(), 1);
    QCOMPARE(m_voice->said.first().utterance.language, QStringLiteral("en"));
    QVERIFY(m_voice->everything().contains(QStringLiteral("Lay your card on the reader")));
}

void TestSpeech::volume_whenOff_saysNothing()
{
    m_kiosk->comfort()->setVolume(0);
    settle();
    m_voice->said.clear();

    scripted::show(*m_session, State::PlaceCard);
    settle();

    QVERIFY(m_voice->said.isEmpty());
}

void TestSpeech::volume_whenChosen_isPassedOn()
{
    scripted::show(*m_session, State::PlaceCard);
    settle();
    m_voice->said.clear();

    m_kiosk->comfort()->setVolume(3);
    settle();

    QCOMPARE(m_voice->said.size(), 1);
    QCOMPARE(m_voice->said.first().volume, 1.0);
}

void TestSpeech::repetition_onRequest_saysThePageAgain()
{
    scripted::show(*m_session, State::PlaceCard);
    settle();
    const QString once = m_voice->said.last().utterance.text;
    m_voice->said.clear();
    ui::Hand hand(*m_window->window(), ui::WalkPlan::Input::Touch);
    QVERIFY(hand.use(QStringLiteral("comfort")));

    QVERIFY(hand.use(QStringLiteral("repeat")));

    QCOMPARE(m_voice->said.size(), 1);
    QCOMPARE(m_voice->said.first().utterance.text, once);
    QVERIFY(hand.use(QStringLiteral("close")));
}

void TestSpeech::recording_withTheKey_winsOverTheSyntheticVoice()
{
    m_speaker.reset();
    auto recorded = std::make_unique<NotingVoice>();
    NotingVoice* clips = recorded.get();
    clips->onlyKey = QStringLiteral("PlaceCard");
    std::vector<std::unique_ptr<ui::Voice>> first;
    first.push_back(std::move(recorded));
    m_voice = addVoices(std::move(first));

    scripted::show(*m_session, State::PlaceCard);
    settle();
    scripted::show(*m_session, State::Identify);
    settle();

    QCOMPARE(clips->said.size(), 1);
    QCOMPARE(m_voice->said.size(), 1);
    QCOMPARE(m_voice->said.first().utterance.key, QStringLiteral("Identify.camera"));
}

/// Without a camera the page must not speak of one.
void TestSpeech::identify_withoutACamera_saysTheOtherWords()
{
    scripted::show(*m_session, State::Identify);
    settle();
    m_voice->said.clear();

    emit m_session->cardCode({app::CardCode::State::NoCamera, {}});
    settle();

    QCOMPARE(m_voice->said.size(), 1);
    QCOMPARE(m_voice->said.first().utterance.key, QStringLiteral("Identify"));
    QVERIFY(!m_voice->said.first().utterance.text.contains(QStringLiteral("máy ảnh")));
}

void TestSpeech::identify_withACode_saysWhatCameOfIt()
{
    scripted::show(*m_session, State::Identify);
    settle();
    m_voice->said.clear();

    emit m_session->cardCode({app::CardCode::State::Foreign, {}});
    settle();
    emit m_session->cardCode({app::CardCode::State::Read, {nfc::CanKey{"000017"}}});
    settle();

    QCOMPARE(m_voice->said.size(), 2);
    QCOMPARE(m_voice->said.at(0).utterance.key, QStringLiteral("Identify.foreign"));
    QCOMPARE(m_voice->said.at(1).utterance.key, QStringLiteral("Identify.read"));
    m_kiosk->card()->wipe();
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
    m_voice->languages.clear();
    emit m_voice->changed();
    m_voice->said.clear();

    scripted::show(*m_session, State::PlaceCard);
    settle();

    QVERIFY(m_voice->said.isEmpty());
    QVERIFY(!m_kiosk->comfort()->voice());
    QCOMPARE(m_speaker->health().state, app::HealthCheck::State::Limited);
    QCOMPARE(m_speaker->health().failure->code, FailureCode::VoiceMissing);
}

void TestSpeech::control_reachedByKeyboard_saysItsName()
{
    scripted::show(*m_session, State::PlaceCard);
    settle();
    m_voice->said.clear();
    ui::Hand hand(*m_window->window(), ui::WalkPlan::Input::Keyboard);

    QVERIFY(hand.use(QStringLiteral("language-en")));
    settle();

    QStringList keys;
    for (const auto& each : m_voice->said)
        keys << each.utterance.key;
    QVERIFY(keys.contains(QStringLiteral("Control")));
    QVERIFY(m_voice->everything().contains(QStringLiteral("English")));
}

void TestSpeech::idleQuestion_overAPage_isHeard()
{
    scripted::show(*m_session, State::PlaceCard);
    settle();
    m_voice->said.clear();

    emit m_session->idleWarning(20);
    settle();

    const auto idle = std::find_if(m_voice->said.begin(), m_voice->said.end(),
                                   [](const auto& each) { return each.utterance.key == QStringLiteral("Idle"); });
    QVERIFY(idle != m_voice->said.end());
    QVERIFY(idle->utterance.text.contains(QStringLiteral("20")));
    m_kiosk->stillHere();
}

void TestSpeech::cardNumber_whenComplete_isNotReadAloud()
{
    scripted::show(*m_session, State::Identify);
    settle();
    m_voice->said.clear();

    for (const QChar digit : QStringLiteral("001152000017"))
        m_kiosk->card()->press(digit);
    settle();

    QVERIFY(!m_voice->said.isEmpty());
    QVERIFY(!m_voice->everything().contains(QStringLiteral("1952")));
    m_kiosk->card()->wipe();
}

QTEST_MAIN(TestSpeech)
#include "tst_speech.moc"
