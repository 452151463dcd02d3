#pragma once

#include <QString>

#include <optional>

namespace chinhchu::app {

/// A Vietnamese mobile number in E.164 ("+84912345678") from what a person types: "0912 345 678", "84912345678",
/// "+84-912-345-678". Nothing when it cannot be one.
std::optional<QString> toE164(const QString& typed);

/// For display: "0912 345 678". Gives back what it does not understand.
QString toNationalForm(const QString& e164);

} // namespace chinhchu::app
