// make_manual FOLDER: walks through every page with an invented person, in each language, and writes the user manual into
// FOLDER/LANGUAGE. packaging/manual runs it.

#include "app/session/failure_text.h"
#include "app/settings/language.h"
#include "tests/ui/scripted/scripted_session.h"
#include "tests/ui/scripted/usual_data.h"
#include "ui/walk/hand.h"
#include "ui/walk/manual.h"
#include "ui/walk/page_pictures.h"
#include "ui/window/kiosk_window.h"

#include <QGuiApplication>
#include <QMetaEnum>
#include <QQuickItem>
#include <QTextStream>

using namespace chinhchu;
using State = app::Session::State;

namespace {

class Walk
{
public:
    Walk()
        : m_session(parts())
        , m_kiosk(m_session)
        , m_window(m_kiosk, {.still = true, .size = {1366, 768}})
    {
        m_window.window()->show();
    }

    ui::Manual manual(const QString& language)
    {
        m_kiosk.speak(language);
        ui::Manual manual;
        for (int i = 0; i < static_cast<int>(State::Problem); ++i) {
            const auto state = static_cast<State>(i);
            scripted::show(m_session, state);
            // The greeting comes in the kiosk's first language.
            if (m_kiosk.language() != language)
                m_kiosk.speak(language);
            scripted::useAsUsual(m_session, m_kiosk, state);
            manual.addPage(seen(ui::PagePictures::fileName(m_kiosk.page())));
        }
        addSheets(manual);
        addProblems(manual);
        return manual;
    }

private:
    static app::SessionParts parts()
    {
        app::SessionParts parts;
        parts.enrolment.place = QStringLiteral("Nhà văn hóa thôn 3, xã Quảng Khê");
        return parts;
    }

    ui::Manual::Page seen(const QString& file)
    {
        QCoreApplication::processEvents();
        const auto* page = m_window.window()->property("page").value<QQuickItem*>();
        return {file, page->property("title").toString(), page->property("instruction").toString(),
                m_window.window()->grabWindow()};
    }

    void addSheets(ui::Manual& manual)
    {
        scripted::show(m_session, State::NumberEntry);
        ui::Hand hand(*m_window.window(), ui::WalkPlan::Input::Touch);
        QCoreApplication::processEvents();
        const QString comfort = hand.find(QStringLiteral("comfort"))->property("name").toString();
        hand.use(QStringLiteral("comfort"));
        ui::Manual::Page sheet = seen(QStringLiteral("20-comfort.png"));
        sheet.title = comfort;
        sheet.instruction.clear();
        manual.addSheet(sheet);
        hand.use(QStringLiteral("close"));
        emit m_session.idleWarning(20);
        sheet = seen(QStringLiteral("21-still-there.png"));
        const QString question = m_kiosk.idle()->spoken();
        sheet.title = question.section(u'?', 0, 0) + u'?';
        sheet.instruction = question.section(u'?', 1).trimmed();
        manual.addSheet(sheet);
        hand.use(QStringLiteral("still-here"));
    }

    void addProblems(ui::Manual& manual)
    {
        scripted::fail(m_session, FailureCode::CardRemoved);
        ui::Manual::Page page = seen(QStringLiteral("22-problem.png"));
        manual.setProblemPicture(page);
        for (const FailureCode code : {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) FailureCode::enumerator,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
             }) {
            const app::FailureText text = app::failureText(code);
            manual.addProblem({QString::fromLatin1(codeName(code).data()), text.happened, text.todo, text.help});
        }
    }

    app::Session m_session;
    ui::Kiosk m_kiosk;
    ui::KioskWindow m_window;
};

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "make_manual FOLDER\n";
        return 2;
    }
    app::installTranslation(QStringLiteral("vi"));
    Walk walk;
    for (const QString& language : app::languages()) {
        const QString folder = arguments[1] + u'/' + language;
        if (const auto written = walk.manual(language).write(folder); !written) {
            QTextStream(stderr) << QString::fromStdString(written.error().detail) << '\n';
            return exitStatus(written.error().code);
        }
        QTextStream(stdout) << folder << "/index.html\n" << folder << "/chinhchu-" << language << ".pdf\n";
    }
    return 0;
}
