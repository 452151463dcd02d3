// Qt Quick Test for the components: each .qml file of this folder looks at one or a few.

#include "app/settings/language.h"
#include "tests/ui/scripted/drawn_face.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/view_models/kiosk.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QtQuickTest>

void qml_register_types_ChinhChu();

namespace {

/// One supervisor, 2041 with the PIN 736412, and a volume to change.
class SmallOffice : public chinhchu::ui::StaffOffice
{
public:
    using Line = chinhchu::ui::StaffLine;

    bool hasMembers() override { return true; }
    chinhchu::Result<chinhchu::app::StaffMember> signIn(const QString& id, const chinhchu::SecretText&) override
    {
        return chinhchu::app::StaffMember{id, QStringLiteral("Example"), chinhchu::app::StaffRole::Supervisor};
    }
    void signedOut(const QString&, const QString&) override {}
    std::vector<Line> today() override { return {{"Today", "17", {}, Line::Tone::Good, {}}}; }
    std::vector<Line> queue() override { return {}; }
    std::vector<Line> health() override { return {}; }
    std::vector<Line> settings() override
    {
        return {{"Sound", QString::number(m_now.volume), {}, Line::Tone::Plain, "volume"},
                {"Device", "kiosk-0001", "Decided elsewhere", Line::Tone::Plain, {}}};
    }
    chinhchu::Result<chinhchu::app::KioskSettings> change(const QString&, const QString&) override
    {
        ++m_now.volume;
        return m_now;
    }

private:
    chinhchu::app::KioskSettings m_now;
};

/// Gives the tests a kiosk with a scripted session behind it.
class Setup : public QObject
{
    Q_OBJECT

public slots:
    void applicationAvailable() { chinhchu::app::installTranslation(QStringLiteral("en")); }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        qml_register_types_ChinhChu();
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        engine->rootContext()->setContextProperty(QStringLiteral("scripted"), this);
    }
    /// A new person in front of a new kiosk.
    QObject* newKiosk() { return newKioskOf({}, {}, {}); }
    QObject* newKioskOf(const QString& carrier, const QString& primary, const QString& accent)
    {
        m_kiosk.reset();
        chinhchu::app::SessionParts parts;
        parts.policy.brand.name = carrier;
        parts.policy.brand.primary = chinhchu::app::Colour::fromText(primary);
        parts.policy.brand.accent = chinhchu::app::Colour::fromText(accent);
        m_session = std::make_unique<chinhchu::app::Session>(std::move(parts));
        m_kiosk = std::make_unique<chinhchu::ui::Kiosk>(*m_session);
        QQmlEngine::setObjectOwnership(m_kiosk.get(), QQmlEngine::CppOwnership);
        return m_kiosk.get();
    }
    void openOffice() { m_kiosk->staff()->setOffice(std::make_shared<SmallOffice>()); }
    void giveLogo() { m_kiosk->brand()->setLogo(chinhchu::scripted::drawnFace(300, 100)); }
    void showToCamera()
    {
        auto frame = std::make_shared<chinhchu::biometrics::Frame>();
        frame->image = chinhchu::scripted::drawnFace(640, 360);
        emit m_session->frame(frame);
    }
    void askWhetherThere(int seconds) { emit m_session->idleWarning(seconds); }

private:
    std::unique_ptr<chinhchu::app::Session> m_session;
    std::unique_ptr<chinhchu::ui::Kiosk> m_kiosk;
};

} // namespace

QUICK_TEST_MAIN_WITH_SETUP(components, Setup)
#include "main.moc"
