#include "app/session/age.h"

#include <QDateTime>

namespace chinhchu::app {

std::optional<int> ageOn(std::string_view isoBirthDate, QDate day)
{
    const QDate born = QDate::fromString(
        QString::fromUtf8(isoBirthDate.data(), static_cast<qsizetype>(isoBirthDate.size())), Qt::ISODate);
    if (!born.isValid() || born > day) {
        return std::nullopt;
    }
    const bool hadBirthday = day.month() > born.month() || (day.month() == born.month() && day.day() >= born.day());
    return day.year() - born.year() - (hadBirthday ? 0 : 1);
}

QDate todayInVietnam()
{
    constexpr int offset = 7 * 3600;
    return QDateTime::currentDateTimeUtc().toOffsetFromUtc(offset).date();
}

} // namespace chinhchu::app
