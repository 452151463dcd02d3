#include "ui/view_models/staff_desk.h"

#include "app/session/failure_text.h"

#include <QVariantMap>

#include <array>
#include <utility>

namespace chinhchu::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 2min;
/// Longer than any page of a session waits for its person.
constexpr auto servicePatience = 15min;
constexpr qsizetype longestNumber = 16;
constexpr std::size_t longestPin = 12;
constexpr std::size_t shortestPin = 6;

struct List
{
    const char* name;
    const char* label;
    app::StaffRight right;
    std::vector<StaffLine> (StaffOffice::*lines)();
};

const std::array<List, 4>& allLists()
{
    static const std::array<List, 4> all = {
        List{"Today", QT_TRANSLATE_NOOP("chinhchu::ui::StaffDesk", "Today"), app::StaffRight::MakeReports,
             &StaffOffice::today},
        List{"Queue", QT_TRANSLATE_NOOP("chinhchu::ui::StaffDesk", "Queue"), app::StaffRight::SeeQueue,
             &StaffOffice::queue},
        List{"Health", QT_TRANSLATE_NOOP("chinhchu::ui::StaffDesk", "Health"), app::StaffRight::SeeHealth,
             &StaffOffice::health},
        List{"Settings", QT_TRANSLATE_NOOP("chinhchu::ui::StaffDesk", "Settings"), app::StaffRight::ChangeSettings,
             &StaffOffice::settings}};
    return all;
}

const List* listOf(const QString& name)
{
    for (const List& each : allLists())
        if (name == QLatin1String(each.name))
            return &each;
    return nullptr;
}

QString toneName(StaffLine::Tone tone)
{
    constexpr const char* names[] = {"plain", "good", "caution", "bad"};
    return QString::fromLatin1(names[static_cast<int>(tone)]);
}

} // namespace

StaffDesk::StaffDesk(QObject* parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
    m_idle.setSingleShot(true);
    m_idle.setInterval(patience);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        endService(QStringLiteral("idle"));
        leave();
    });
    m_serviceIdle.setSingleShot(true);
    m_serviceIdle.setInterval(servicePatience);
    connect(&m_serviceIdle, &QTimer::timeout, this, [this] { endService(QStringLiteral("idle")); });
}

StaffDesk::~StaffDesk()
{
    const auto& last = m_serving ? m_serving : m_member;
    if (last && m_office)
        m_thread.start([office = m_office, id = last->id] { office->signedOut(id, QStringLiteral("end of program")); });
    m_thread.waitForDone();
}

template <class T>
void StaffDesk::later(std::function<T()> work, std::function<void(T)> done, std::function<void(T)> tooLate)
{
    ++m_tasks;
    emit changed();
    m_thread.start([self = this, era = m_era, work = std::move(work), done = std::move(done),
                    tooLate = std::move(tooLate)] {
        T answer = work();
        // The destructor waits for this thread: the object is there.
        QMetaObject::invokeMethod(self, [self, era, done, tooLate, answer = std::move(answer)]() mutable {
            --self->m_tasks;
            if (era == self->m_era)
                done(std::move(answer));
            else if (tooLate)
                tooLate(std::move(answer));
            emit self->changed();
        });
    });
}

void StaffDesk::setOffice(std::shared_ptr<StaffOffice> office)
{
    m_office = std::move(office);
    later<bool>([office = m_office] { return office->hasMembers(); }, [this](bool has) { m_available = has; });
}

bool StaffDesk::canGoOn() const
{
    return !busy() && (m_askingPin ? m_pin.size() >= shortestPin : !m_number.isEmpty());
}

QString StaffDesk::shown() const
{
    return m_askingPin ? QString(static_cast<qsizetype>(m_pin.size()), QChar(0x2022)) : m_number;
}

QString StaffDesk::advice() const
{
    if (busy())
        return tr("One moment.");
    if (m_failure == FailureCode::StaffBlocked && !m_failureDetail.isEmpty())
        return app::failureText(*m_failure).happened + u' ' + m_failureDetail;
    return m_failure ? app::failureText(*m_failure).happened : QString();
}

QString StaffDesk::name() const
{
    return m_member ? m_member->name : QString();
}

QVariantList StaffDesk::lists() const
{
    QVariantList all;
    for (const List& each : allLists())
        if (m_member && m_member->may(each.right))
            all << QVariantMap{{QStringLiteral("list"), QString::fromLatin1(each.name)},
                               {QStringLiteral("label"), tr(each.label)}};
    return all;
}

QString StaffDesk::listName() const
{
    const List* list = listOf(m_list);
    return list ? tr(list->label) : QString();
}

QVariantList StaffDesk::lines() const
{
    QVariantList all;
    for (const StaffLine& each : m_lines)
        all << QVariantMap{{QStringLiteral("label"), each.label},
                           {QStringLiteral("value"), each.value},
                           {QStringLiteral("detail"), each.detail},
                           {QStringLiteral("tone"), toneName(each.tone)},
                           {QStringLiteral("setting"), each.setting}};
    return all;
}

void StaffDesk::enter()
{
    if (m_open || !m_available || m_serving)
        return;
    forget();
    m_open = true;
    m_idle.start();
    emit changed();
    emit openChanged();
}

void StaffDesk::leave()
{
    if (!m_open)
        return;
    signOut();
    close();
}

void StaffDesk::close()
{
    forget();
    m_open = false;
    m_idle.stop();
    emit openChanged();
    emit changed();
}

void StaffDesk::serve()
{
    if (m_open && m_serving)
        close();
}

void StaffDesk::signOut()
{
    endService(QStringLiteral("button"));
}

void StaffDesk::endService(const QString& why)
{
    const std::optional<app::StaffMember> last = m_serving ? m_serving : m_member;
    m_serviceIdle.stop();
    if (!last)
        return;
    m_member.reset();
    m_thread.start([office = m_office, id = last->id, why] { office->signedOut(id, why); });
    if (std::exchange(m_serving, std::nullopt))
        emit servingChanged();
}

void StaffDesk::forget()
{
    ++m_era;
    m_askingPin = false;
    m_number.clear();
    m_pin = {};
    m_failure.reset();
    m_member.reset();
    m_list.clear();
    m_lines.clear();
}

void StaffDesk::type(const QString& character)
{
    if (busy() || signedIn() || character.size() != 1)
        return;
    m_failure.reset();
    const char c = character.at(0).toLatin1();
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
    if (m_askingPin && digit && m_pin.size() < longestPin)
        m_pin.push_back(static_cast<std::uint8_t>(c));
    else if (!m_askingPin && (digit || letter) && m_number.size() < longestNumber)
        m_number += QLatin1Char(c);
    emit changed();
}

void StaffDesk::erase()
{
    if (busy())
        return;
    m_failure.reset();
    if (m_askingPin && m_pin.empty())
        m_askingPin = false;
    else if (m_askingPin)
        m_pin.pop_back();
    else
        m_number.chop(1);
    emit changed();
}

void StaffDesk::goOn()
{
    if (!canGoOn())
        return;
    if (m_askingPin)
        signIn();
    else
        m_askingPin = true;
    emit changed();
}

void StaffDesk::signIn()
{
    const auto pin = std::make_shared<SecretText>(
        std::string_view(reinterpret_cast<const char*>(m_pin.data()), m_pin.size()));
    m_pin = {};
    later<Result<app::StaffMember>>([office = m_office, id = m_number, pin] { return office->signIn(id, *pin); },
                                    [this](const Result<app::StaffMember>& answer) { accept(answer); },
                                    [this](const Result<app::StaffMember>& answer) { signOutAgain(answer); });
}

/// The page was closed while the PIN was looked at: the trail has a sign-in, and nobody is there.
void StaffDesk::signOutAgain(const Result<app::StaffMember>& answer)
{
    if (answer)
        m_thread.start([office = m_office, id = answer->id] { office->signedOut(id, QStringLiteral("button")); });
}

void StaffDesk::accept(const Result<app::StaffMember>& answer)
{
    if (!answer) {
        m_failure = answer.error().code;
        m_failureDetail = QString::fromStdString(answer.error().detail);
        return;
    }
    m_member = *answer;
    m_askingPin = false;
    m_number.clear();
    if (m_member->may(app::StaffRight::ServeSession)) {
        m_serving = m_member;
        m_serviceIdle.start();
        emit servingChanged();
    }
    const QVariantList may = lists();
    if (!may.isEmpty())
        ask(may.first().toMap().value(QStringLiteral("list")).toString());
}

void StaffDesk::show(const QString& list)
{
    const List* known = listOf(list);
    if (known && m_member && m_member->may(known->right) && !busy())
        ask(list);
}

void StaffDesk::change(const QString& setting)
{
    if (!m_member || !m_member->may(app::StaffRight::ChangeSettings) || busy())
        return;
    later<Result<app::KioskSettings>>(
        [office = m_office, setting, id = m_member->id] { return office->change(setting, id); },
        [this](const Result<app::KioskSettings>& now) {
            if (now)
                emit settingsChanged(*now);
            ask(m_list);
        });
}

void StaffDesk::ask(const QString& list)
{
    m_list = list;
    m_lines.clear();
    later<std::vector<StaffLine>>([office = m_office, lines = listOf(list)->lines] { return (office.get()->*lines)(); },
                                  [this](std::vector<StaffLine> lines) {
                                      m_lines = std::move(lines);
                                      if (m_list != QStringLiteral("Health") || !m_ownHealth)
                                          return;
                                      const std::vector<StaffLine> own = m_ownHealth();
                                      m_lines.insert(m_lines.end(), own.begin(), own.end());
                                  });
}

void StaffDesk::stillHere()
{
    if (m_open)
        m_idle.start();
    if (m_serving)
        m_serviceIdle.start();
}

void StaffDesk::retranslate()
{
    // The lines were made in the other language.
    if (m_member && !m_list.isEmpty() && !busy())
        ask(m_list);
    emit changed();
}

} // namespace chinhchu::ui
