#include "app/carrier/carrier_time.h"

#include "app/settings/machine_start.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace chinhchu::app {

namespace {

/// A queue that is sent brings hundreds of answers a second; one in a minute is worth a write.
constexpr std::chrono::minutes BetweenWrites{1};

} // namespace

CarrierTimeKeeper::CarrierTimeKeeper(QString file)
    : m_file(std::move(file))
{
    m_saving.setMaxThreadCount(1);
}

void CarrierTimeKeeper::heard(const QDateTime& time)
{
    const std::lock_guard turn(m_turn);
    m_mark = Mark{time, m_mark ? m_mark->boot : machineStart(), uptime()};
    if (!m_savedAt || m_mark->uptime - *m_savedAt >= BetweenWrites) {
        m_savedAt = m_mark->uptime;
        m_saving.start([this, mark = *m_mark] { save(mark); });
    }
}

std::optional<CarrierTime> CarrierTimeKeeper::now() const
{
    const std::optional<Mark> mark = [this] {
        const std::lock_guard turn(m_turn);
        return m_mark ? m_mark : saved();
    }();
    if (!mark)
        return std::nullopt;
    CarrierTime result{mark->carrier, std::nullopt};
    // Another start of the machine counts from another beginning.
    if (!mark->boot.isEmpty() && mark->boot == machineStart() && uptime() >= mark->uptime)
        result.since = uptime() - mark->uptime;
    return result;
}

/// Best effort: a kiosk that cannot write this can do without it.
void CarrierTimeKeeper::save(const Mark& mark) const
{
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(QJsonObject{{"carrierTime", mark.carrier.toUTC().toString(Qt::ISODate)},
                                         {"boot", mark.boot},
                                         {"uptimeMs", qint64(mark.uptime.count())}})
                   .toJson());
    file.commit();
}

std::optional<CarrierTimeKeeper::Mark> CarrierTimeKeeper::saved() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly) || file.size() > 4096)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    Mark mark{QDateTime::fromString(json["carrierTime"].toString(), Qt::ISODate), json["boot"].toString(),
              std::chrono::milliseconds(json["uptimeMs"].toInteger())};
    if (!mark.carrier.isValid())
        return std::nullopt;
    return mark;
}

} // namespace chinhchu::app
