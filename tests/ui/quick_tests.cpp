// Qt Quick Test for the components (components/) and the pages (pages/): each .qml file there looks at a few of them.

#include "app/settings/language.h"
#include "tests/ui/scripted/drawn_face.h"
#include "tests/ui/scripted/invented_facts.h"
#include "tests/ui/scripted/scripted_session.h"
#include "tests/ui/scripted/usual_data.h"
#include "ui/view_models/kiosk.h"

#include <QDirIterator>
#include <QFile>
#include <QMetaEnum>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickItem>
#include <QRegularExpression>
#include <QtQuickTest>

void qml_register_types_ChinhChu();

using namespace chinhchu;
using State = app::Session::State;

namespace {

/// One supervisor, 2041 with the PIN 736412, and two settings to change; both change the volume.
class SmallOffice : public ui::StaffOffice
{
public:
    using Line = ui::StaffLine;

    bool hasMembers() override { return true; }
    Result<app::StaffMember> signIn(const QString& id, const SecretText& pin) override
    {
        if (pin.view() != "736412")
            return fail(FailureCode::StaffPinWrong, {});
        return app::StaffMember{id, QStringLiteral("Example"), app::StaffRole::Supervisor};
    }
    void signedOut(const QString&, const QString&) override {}
    std::vector<Line> today() override { return {{"Today", "17", {}, Line::Tone::Good, {}}}; }
    std::vector<Line> queue() override { return {}; }
    std::vector<Line> health() override { return {}; }
    std::vector<Line> settings() override
    {
        return {{"Sound", QString::number(m_now.volume), {}, Line::Tone::Plain, "volume"},
                {"Device", "kiosk-0001", "Decided elsewhere", Line::Tone::Plain, {}},
                {"Camera", "The first one", {}, Line::Tone::Plain, "camera"}};
    }
    Result<app::KioskSettings> change(const QString&, const QString&) override
    {
        ++m_now.volume;
        return m_now;
    }

private:
    app::KioskSettings m_now;
};

template <class Enum>
Enum named(const QString& name)
{
    bool known = false;
    const int value = QMetaEnum::fromType<Enum>().keyToValue(qPrintable(name), &known);
    if (!known)
        qFatal("no such state: %s", qPrintable(name));
    return static_cast<Enum>(value);
}

FailureCode failureNamed(const QString& name)
{
#define CHINHCHU_FAILURE(enumerator, text, exitStatus, happened, todo, help)                                           \
    if (name == QLatin1String(text))                                                                                   \
        return FailureCode::enumerator;
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
    qFatal("no such failure: %s", qPrintable(name));
}

/// Gives the tests a kiosk with a scripted session behind it.
class Setup : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString consent READ consent)
    Q_PROPERTY(bool drawn READ drawn)
    Q_PROPERTY(int passwordsAskedFor READ passwordsAskedFor)

public:
    [[nodiscard]] QString consent() const { return scripted::consentGiven(); }
    [[nodiscard]] bool drawn() const { return scripted::signatureGiven().has_value(); }
    [[nodiscard]] int passwordsAskedFor() const { return scripted::passwordsAskedFor(); }

public slots:
    void applicationAvailable() { app::installTranslation(QStringLiteral("en")); }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        m_engine = engine;
        qml_register_types_ChinhChu();
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        engine->rootContext()->setContextProperty(QStringLiteral("scripted"), this);
    }

    /// The names of the files in a folder of ui/qml, without their ending.
    static QStringList files(const QString& folder)
    {
        QStringList names;
        for (const QFileInfo& each :
             QDir(QStringLiteral(CHINHCHU_SOURCE_DIR "/ui/qml/") + folder).entryInfoList({"*.qml"}))
            names << each.completeBaseName();
        return names;
    }
    /// Whether some Quick Test makes a thing of this type.
    static bool isTested(const QString& type)
    {
        static const QString tests = [] {
            QString all;
            QDirIterator each(QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/ui"), {"tst_*.qml"}, QDir::Files,
                              QDirIterator::Subdirectories);
            while (each.hasNext())
                if (QFile file(each.next()); file.open(QIODevice::ReadOnly))
                    all += QString::fromUtf8(file.readAll());
            return all;
        }();
        return tests.contains(QRegularExpression(QStringLiteral("\\b%1 \\{").arg(type)));
    }

    /// Lets everything in the window find its place; painting it would take longer.
    bool settle(QQuickItem* item) { return QQuickTest::qWaitForPolish(item->window()); }

    /// A new person in front of a new kiosk.
    QObject* newKiosk() { return newKioskOf({}, {}, {}); }
    QObject* newKioskOf(const QString& carrier, const QString& primary, const QString& accent)
    {
        m_kiosk.reset();
        scripted::fillGenerously(false);
        if (app::installedLanguage() != u"en")
            app::installTranslation(QStringLiteral("en"));
        app::SessionParts parts;
        parts.policy.brand.name = carrier;
        parts.policy.brand.primary = app::Colour::fromText(primary);
        parts.policy.brand.accent = app::Colour::fromText(accent);
        m_session = std::make_unique<app::Session>(std::move(parts));
        m_kiosk = std::make_unique<ui::Kiosk>(*m_session);
        QQmlEngine::setObjectOwnership(m_kiosk.get(), QQmlEngine::CppOwnership);
        connect(m_kiosk.get(), &ui::Kiosk::languageChanged, m_engine, &QQmlEngine::retranslate);
        return m_kiosk.get();
    }
    void openOffice() { m_kiosk->staff()->setOffice(std::make_shared<SmallOffice>()); }
    void giveLogo() { m_kiosk->brand()->setLogo(scripted::drawnFace(300, 100)); }

    void show(const QString& state) { scripted::show(*m_session, named<State>(state)); }
    void fail(const QString& code) { scripted::fail(*m_session, failureNamed(code)); }
    void fillGenerously() { scripted::fillGenerously(true); }
    /// A member of staff serves.
    void serve() { m_session->setServing(app::StaffMember{"2041", "Example", app::StaffRole::Clerk}); }
    /// The parent has agreed and has the turn.
    void giveTurnToGuardian() { m_session->giveGuardianConsent({}, {}); }
    void showToCamera()
    {
        auto frame = std::make_shared<biometrics::Frame>();
        frame->image = scripted::drawnFace(640, 360);
        emit m_session->frame(frame);
    }
    void askWhetherThere(int seconds) { emit m_session->idleWarning(seconds); }
    void hint(const QString& code, double progress) { emit m_session->faceHint(code, progress); }
    void readPhotograph(int bytes, int of)
    {
        emit m_session->readProgress({nfc::ReadProgress::Phase::ReadingFiles, "DG2", bytes, of});
    }
    void moveCardAway()
    {
        emit m_session->readProgress({nfc::ReadProgress::Phase::WaitingForCard, "DG2", 12800, 21500});
    }
    void loseCamera() { emit m_session->cardCode({app::CardCode::State::NoCamera, {}}); }
    void seeForeignCode() { emit m_session->cardCode({app::CardCode::State::Foreign, {}}); }
    void seeCardsCode() { emit m_session->cardCode({app::CardCode::State::Read, {nfc::CanKey{"000017"}}}); }
    /// At DocumentPictures: the front was taken.
    void turnCard()
    {
        scripted::alter(*m_session, [](app::SessionFacts& facts) { facts.documentTurned = true; });
    }
    /// At Verdict: the issuer of the card is not confirmed.
    void doubt()
    {
        scripted::alter(*m_session, [](app::SessionFacts& facts) {
            facts.chip->authenticity.passive = nfc::PassiveResult::IssuerUnknown;
        });
    }
    void forgetMatch() { scripted::forgetMatch(*m_session); }
    /// At ChooseNumbers: the carrier is asked, and only the number that was typed is known; or it has answered.
    void awaitCarrier(bool answered)
    {
        scripted::alter(*m_session, [answered](app::SessionFacts& facts) {
            if (answered)
                facts.numbers = scripted::inventedFacts(State::ChooseNumbers, true).numbers;
            else
                facts.numbers.resize(1);
            facts.numbersComplete = answered;
        });
    }
    /// At ChooseNumbers: the first number is one that the carrier does not name as this person's.
    void bringNewNumber()
    {
        scripted::alter(*m_session, [](app::SessionFacts& facts) { facts.numbers.front().entered = true; });
    }
    void refusePassword()
    {
        using Password = app::SessionFacts::Password;
        scripted::trouble(*m_session, Password::Stage::Awaited, Password::Trouble::Wrong);
    }
    void sendPassword()
    {
        using Password = app::SessionFacts::Password;
        scripted::trouble(*m_session, Password::Stage::Sending, Password::Trouble::None);
    }

private:
    QQmlEngine* m_engine = nullptr;
    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<ui::Kiosk> m_kiosk;
};

} // namespace

QUICK_TEST_MAIN_WITH_SETUP(quick, Setup)
#include "quick_tests.moc"
