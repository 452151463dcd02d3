// Qt Quick Test for the components: each .qml file of this folder looks at one or a few.

#include "app/settings/language.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/view_models/kiosk.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QtQuickTest>

void qml_register_types_ChinhChu();

namespace {

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
    QObject* newKiosk()
    {
        m_kiosk.reset();
        m_session = std::make_unique<chinhchu::app::Session>(chinhchu::app::SessionParts{});
        m_kiosk = std::make_unique<chinhchu::ui::Kiosk>(*m_session);
        QQmlEngine::setObjectOwnership(m_kiosk.get(), QQmlEngine::CppOwnership);
        return m_kiosk.get();
    }
    void askWhetherThere(int seconds) { emit m_session->idleWarning(seconds); }

private:
    std::unique_ptr<chinhchu::app::Session> m_session;
    std::unique_ptr<chinhchu::ui::Kiosk> m_kiosk;
};

} // namespace

QUICK_TEST_MAIN_WITH_SETUP(components, Setup)
#include "main.moc"
