#pragma once

#include <QDate>

#include <optional>
#include <string_view>

namespace chinhchu::app {

/// Completed years of somebody born on @p isoBirthDate ("1999-01-15") on @p day; nothing when that is no date, or lies
/// after @p day. Born on 29 February: a year older on 1 March.
std::optional<int> ageOn(std::string_view isoBirthDate, QDate day);

/// Vietnam is UTC+7 all year; the kiosk's own time zone does not matter.
QDate todayInVietnam();

} // namespace chinhchu::app
