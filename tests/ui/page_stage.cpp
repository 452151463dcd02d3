#include "tests/ui/page_stage.h"

#include "app/settings/language.h"
#include "tests/ui/layout_check.h"
#include "tests/ui/page_rows.h"

#include <QDir>
#include <QFileInfo>
#include <QtQuickTest/quicktest.h>
#include <QtTest>

namespace chinhchu::scripted {

namespace {

QString pictureFolder()
{
    return qEnvironmentVariable("CHINHCHU_SCREENSHOTS");
}

QStringList& warnings()
{
    static QStringList all;
    return all;
}

} // namespace

PageStage::~PageStage()
{
    close();
}

void PageStage::close()
{
    m_window.reset();
    m_kiosk.reset();
    m_session.reset();
}

void PageStage::open(const QSize& size, const QString& language)
{
    if (!m_window) {
        app::SessionParts parts;
        parts.enrolment.kind = app::Enrolment::Kind::Demo;
        parts.enrolment.place = QStringLiteral("Nhà văn hóa thôn 3, xã Quảng Khê");
        openFor(std::move(parts), size, language);
        if (QTest::currentTestFailed())
            return;
        // What is under a transparent root has its place and is not painted.
        if (pictureFolder().isEmpty() && !everyPage())
            window().contentItem()->setOpacity(0);
    }
    m_kiosk->phone()->wipe();
    m_kiosk->card()->wipe();
    m_kiosk->comfort()->reset();
    if (window().size() != size) {
        window().resize(size);
        // The pages hear of it through the event loop.
        QCoreApplication::processEvents();
    }
    speak(language);
}

void PageStage::openFor(app::SessionParts parts, const QSize& size, const QString& language)
{
    close();
    app::installTranslation(language);
    m_session = std::make_unique<app::Session>(std::move(parts));
    m_kiosk = std::make_unique<ui::Kiosk>(*m_session);
    m_window = std::make_unique<ui::KioskWindow>(*m_kiosk, ui::KioskWindow::Options{.still = true, .size = size});
    QVERIFY(m_window->window());
    window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

void PageStage::speak(const QString& language)
{
    if (m_kiosk->language() != language)
        m_kiosk->speak(language);
}

void PageStage::settle()
{
    // Painting is most of the time, and the places of things are known before it.
    QVERIFY(QQuickTest::qWaitForPolish(&window()));
}

void PageStage::judge(const QString& picture)
{
    settle();
    if (QTest::currentTestFailed())
        return;
    if (const QString folder = pictureFolder(); !folder.isEmpty()) {
        const QString file = folder + u'/' + picture;
        QDir().mkpath(QFileInfo(file).path());
        window().grabWindow().save(file);
    }
    const QStringList faults = layoutFaults(window());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QStringList PageStage::takeWarnings()
{
    static const QtMessageHandler handler =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
            if (type == QtWarningMsg && text.contains(QStringLiteral(".qml")))
                warnings() << text;
            std::fprintf(stderr, "%s\n", qPrintable(text));
        });
    Q_UNUSED(handler)
    return std::exchange(warnings(), {});
}

} // namespace chinhchu::scripted
