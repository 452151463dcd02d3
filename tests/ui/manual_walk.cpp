#include "tests/ui/manual_walk.h"

#include "app/session/failure_text.h"
#include "app/settings/language.h"
#include "tests/ui/layout_check.h"
#include "tests/ui/manual_office.h"
#include "tests/ui/scripted/scripted_session.h"
#include "tests/ui/scripted/usual_data.h"
#include "ui/walk/hand.h"
#include "ui/walk/manual/manual_chapters.h"
#include "ui/walk/manual/manual_words.h"

#include <QCoreApplication>
#include <QQuickItem>
#include <QtQuickTest/quicktest.h>

#include <algorithm>
#include <functional>

namespace chinhchu::scripted {

using ui::ManualRoad;
using Page = ui::Manual::Page;
using Section = ui::Manual::Section;
using Chapter = ui::Manual::Chapter;

namespace {

app::SessionParts parts()
{
    app::SessionParts parts;
    parts.enrolment.place = QStringLiteral("Nhà văn hóa thôn 3, xã Quảng Khê");
    return parts;
}

/// What is heard beside the heading: the pages say their title first.
QString besideTheTitle(QString spoken, const QString& title)
{
    if (spoken.startsWith(title))
        spoken.remove(0, title.size());
    while (!spoken.isEmpty() && !spoken.front().isLetterOrNumber())
        spoken.remove(0, 1);
    return spoken;
}

QString firstSentence(const QString& spoken)
{
    return spoken.section(QStringLiteral(". "), 0, 0);
}

} // namespace

ManualWalk::ManualWalk(Pictures pictures)
    : m_pictures(pictures)
    , m_session(parts())
    , m_kiosk(m_session)
    , m_window(m_kiosk, {.still = true, .size = ui::manualPictureSize})
{
    m_window.window()->show();
}

ui::Manual ManualWalk::walk()
{
    ui::Manual manual;
    manual.language = app::installedLanguage();
    manual.chapters = {usualSession(), specialRoads(), staffPages(), whatGoesWrong()};
    manual.problems = problems();
    return manual;
}

Chapter ManualWalk::usualSession()
{
    std::vector<Page> pages;
    for (const auto& [state, key] :
         std::initializer_list<std::pair<State, const char*>>{{State::Greeting, "Greeting"},
                                                              {State::Consent, "Consent"},
                                                              {State::NumberEntry, "NumberEntry"},
                                                              {State::Identify, "Identify"},
                                                              {State::PlaceCard, "PlaceCard"},
                                                              {State::ReadChip, "ReadChip"},
                                                              {State::Verdict, "Verdict"},
                                                              {State::CaptureFace, "CaptureFace"},
                                                              {State::Match, "Match"},
                                                              {State::ChooseNumbers, "ChooseNumbers"},
                                                              {State::Possession, "Possession"},
                                                              {State::Review, "Review"},
                                                              {State::Deliver, "Deliver"},
                                                              {State::Receipt, "Receipt"}})
        pages.push_back(at(state, key));
    return manualChapter(ManualRoad::Usual, "usual", {{{}, {}, std::move(pages)}, sheets()});
}

Section ManualWalk::sheets()
{
    show(m_session, State::NumberEntry);
    ui::Hand hand(*m_window.window(), ui::WalkPlan::Input::Touch);
    QCoreApplication::processEvents();
    hand.use(QStringLiteral("comfort"));
    Page comfort = seen("Comfort");
    comfort.heading = hand.find(QStringLiteral("comfort"))->property("name").toString();
    comfort.says.clear();
    comfort.buttons.clear();
    hand.use(QStringLiteral("close"));

    emit m_session.idleWarning(20);
    Page idle = seen("Idle");
    const QString question = m_kiosk.idle()->spoken();
    idle.heading = question.section(u'?', 0, 0) + u'?';
    idle.says = question.section(u'?', 1).trimmed();
    idle.buttons.clear();
    hand.use(QStringLiteral("still-here"));
    return manualSection(ManualRoad::Everywhere, {comfort, idle});
}

Chapter ManualWalk::staffPages()
{
    using Right = app::StaffRight;
    ui::StaffDesk& desk = *m_kiosk.staff();
    show(m_session, State::Greeting);
    desk.setOffice(std::make_shared<ManualOffice>());
    std::vector<Page> door{seen("Greeting.door")};
    desk.enter();
    typeToStaff(QStringLiteral("2041"));
    door.push_back(seen("Staff.number"));
    desk.goOn();
    typeToStaff(QStringLiteral("7364"));
    door.push_back(seen("Staff.pin"));
    typeToStaff(QStringLiteral("13"));
    desk.goOn();
    door.push_back(seen("Staff.wrong"));
    typeToStaff(QStringLiteral("736412"));
    desk.goOn();
    std::vector<Page> lists{list("Today", Right::MakeReports), list("Queue", Right::SeeQueue),
                            list("Health", Right::SeeHealth), list("Settings", Right::ChangeSettings)};
    desk.serve();
    std::vector<Page> serving{seen("Greeting.serving")};
    serving.push_back(at(State::ChooseNumbers, "ChooseNumbers.covered"));
    show(m_session, State::Greeting);
    desk.signOut();
    return manualChapter(ManualRoad::Staff, "staff",
                         {manualSection(ManualRoad::SignIn, std::move(door)),
                          manualSection(ManualRoad::Lists, std::move(lists)),
                          manualSection(ManualRoad::Serving, std::move(serving))});
}

Page ManualWalk::list(const char* name, app::StaffRight right)
{
    (void)picture(); // what was asked for before has come
    m_kiosk.staff()->show(QString::fromLatin1(name));
    Page page = seen(qPrintable(QStringLiteral("Staff.") + QLatin1String(name)));
    page.says.clear();
    page.seenBy = ui::rolesThatMay(right);
    return page;
}

void ManualWalk::typeToStaff(const QString& digits)
{
    for (const QChar digit : digits)
        m_kiosk.staff()->type(digit);
}

Chapter ManualWalk::whatGoesWrong()
{
    const Page page = failed(FailureCode::CardRemoved, "Problem");
    Chapter wrong = manualChapter(ManualRoad::Wrong, "wrong", {{{}, {}, {page}}});
    for (const Button& each : buttons())
        if (each.name == u"primary")
            wrong.intro = wrong.intro.arg(each.words);
    return wrong;
}

std::vector<ui::Manual::Problem> ManualWalk::problems()
{
    std::vector<ui::Manual::Problem> all;
    for (const FailureCode code : {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) FailureCode::enumerator,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
         }) {
        // Half the size is large enough for a table.
        const std::string_view name = codeName(code);
        const QString codeText = QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        QImage page;
        if (m_pictures == Pictures::Taken) {
            fail(m_session, code);
            page = picture().scaled(ui::manualPictureSize / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            judge(codeText);
        }
        const app::FailureText text = app::failureText(code);
        all.push_back({codeText, text.happened, text.todo, text.help, page});
    }
    std::ranges::sort(all, {}, &ui::Manual::Problem::code);
    return all;
}

Page ManualWalk::at(State state, const char* key)
{
    show(m_session, state);
    useAsUsual(m_session, m_kiosk, state);
    return seen(key);
}

Page ManualWalk::failed(FailureCode code, const char* key)
{
    fail(m_session, code);
    return seen(key);
}

Page ManualWalk::seen(const char* key)
{
    const QImage look = picture();
    judge(QString::fromLatin1(key));
    const ui::ManualNote note = ui::manualNote(key);
    const QQuickItem* shown = shownPage();
    const QString spoken = shown->property("spoken").toString();
    QString title = shown->property("title").toString();
    if (title.isEmpty())
        title = firstSentence(spoken);
    Page page;
    page.key = QString::fromLatin1(key);
    page.shows = m_kiosk.page();
    page.heading = note.heading.isEmpty() ? title : note.heading;
    page.says = note.heading.isEmpty() ? besideTheTitle(spoken, title) : spoken;
    page.staff = note.staff;
    page.picture = look;
    for (const Button& each : buttons()) {
        if (!page.buttons.contains(each.words))
            page.buttons << each.words;
        page.staff.replace(u'{' + each.name + u'}', u'“' + each.words + u'”');
    }
    return page;
}

QImage ManualWalk::picture()
{
    // Lists of the staff come from another thread, and pages make up their minds in the event loop.
    do
        QCoreApplication::processEvents();
    while (m_kiosk.staff()->busy());
    QCoreApplication::processEvents();
    return m_pictures == Pictures::Taken ? m_window.window()->grabWindow() : QImage();
}

void ManualWalk::judge(const QString& page)
{
    if (!QQuickTest::qWaitForPolish(m_window.window()))
        m_faults << page + QStringLiteral(": never finds its place");
    for (const QString& fault : layoutFaults(*m_window.window()))
        m_faults << page + QStringLiteral(": ") + fault;
}

QQuickItem* ManualWalk::shownPage() const
{
    return m_window.window()->property("page").value<QQuickItem*>();
}

std::vector<ManualWalk::Button> ManualWalk::buttons() const
{
    std::vector<Button> found;
    const std::function<void(const QQuickItem*)> look = [&](const QQuickItem* item) {
        if (!item->isVisible())
            return;
        const QString words = item->property("text").toString();
        // What can be touched has a place in the order of the keyboard.
        if (!words.isEmpty() && item->property("focusable").isValid() && !item->objectName().startsWith(u"key-"))
            found.push_back({item->objectName().section(u'-', 0, 0), words});
        for (const QQuickItem* child : item->childItems())
            look(child);
    };
    look(shownPage());
    return found;
}

} // namespace chinhchu::scripted
