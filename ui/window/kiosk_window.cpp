#include "ui/window/kiosk_window.h"

#include "ui/window/arrival_gate.h"
#include "ui/window/input_watch.h"

#include <QDir>
#include <QFont>
#include <QGuiApplication>

#include <chrono>
#include <utility>

// In a static library the types register themselves only if something refers to them.
void qml_register_types_ChinhChu();

namespace chinhchu::ui {

KioskWindow::KioskWindow(Kiosk& kiosk, const Options& options)
{
    static void (*volatile registration)() = &qml_register_types_ChinhChu;
    Q_UNUSED(registration)
    QGuiApplication::setFont(QFont(QStringLiteral("Noto Sans")));
    QQmlEngine::setObjectOwnership(&kiosk, QQmlEngine::CppOwnership);
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QVariantMap properties{{QStringLiteral("kiosk"), QVariant::fromValue(&kiosk)},
                           {QStringLiteral("still"), options.still}};
    if (options.size.isValid() && !options.size.isEmpty()) {
        properties.insert(QStringLiteral("width"), options.size.width());
        properties.insert(QStringLiteral("height"), options.size.height());
    }
    m_engine.setInitialProperties(properties);
    QObject::connect(&kiosk, &Kiosk::languageChanged, &m_engine, &QQmlEngine::retranslate);
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/ChinhChu/qml/Main.qml")));
    if (!m_engine.rootObjects().isEmpty())
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    if (!m_window)
        return;
    auto* gate = new ArrivalGate(*m_window, m_window);
    gate->setTakesCharacters([window = m_window] {
        const auto* page = window->property("page").value<QObject*>();
        return page && page->property("takesCharacters").toBool();
    });
    // After the page itself has come: loading one may take longer than the gate is shut.
    QObject::connect(&kiosk, &Kiosk::pageChanged, gate, [&kiosk, gate, last = QString()]() mutable {
        if (std::exchange(last, kiosk.page()) != kiosk.page())
            gate->arrived();
    });
    QObject::connect(kiosk.idle(), &IdleView::asked, gate, &ArrivalGate::arrived);
    // Sees what the gate keeps out too: somebody is there.
    auto* watch = new InputWatch(*m_window, m_window);
    QObject::connect(watch, &InputWatch::somebodyThere, &kiosk, &Kiosk::touched);
    // What was touched has had its say first: a sheet that went away under the finger would leave the tap to the page.
    QObject::connect(watch, &InputWatch::letGo, &kiosk, [&kiosk] {
        if (kiosk.idle()->asking())
            QMetaObject::invokeMethod(&kiosk, &Kiosk::stillHere, Qt::QueuedConnection);
    });
    QObject::connect(watch, &InputWatch::keyboardInUse, m_window,
                     [window = m_window](bool inUse) { window->setProperty("keyboardInUse", inUse); });
}

void KioskWindow::prepareAllPages()
{
    constexpr std::chrono::milliseconds pause{20};
    const QString folder = QStringLiteral(":/qt/qml/ChinhChu/qml/pages/");
    for (const QString& file : QDir(folder).entryList({QStringLiteral("*Page.qml")}, QDir::Files))
        m_toPrepare << QStringLiteral("qrc") + folder + file;
    QObject::connect(&m_preparing, &QTimer::timeout, m_window, [this] {
        if (m_toPrepare.isEmpty())
            m_preparing.stop();
        else
            m_pages.push_back(std::make_unique<QQmlComponent>(&m_engine, QUrl(m_toPrepare.takeFirst()), QQmlComponent::Asynchronous));
    });
    m_preparing.start(pause);
}

void KioskWindow::listen(Speaker& speaker)
{
    if (!m_window)
        return;
    QObject::connect(m_window, SIGNAL(spoken(QString, QString)), &speaker, SLOT(sayPage(QString, QString)));
    QObject::connect(m_window, SIGNAL(hinted(QString, QString)), &speaker, SLOT(sayHint(QString, QString)));
}

} // namespace chinhchu::ui
