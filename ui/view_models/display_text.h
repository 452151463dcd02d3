#pragma once

#include "resources/base/wiping_memory.h"

#include <QDateTime>
#include <QString>

namespace chinhchu::ui {

/// "0912 345 678" from any form of a mobile number; what is typed so far is grouped the same way.
QString phoneForDisplay(const QString& typedOrE164);

/// "0990 *** 001": enough to recognise a number, not enough to learn it.
QString maskedPhone(const QString& typedOrE164);

/// "15/01/1999" from "1999-01-15"; gives back what it does not understand.
QString dateForDisplay(const QString& iso);

/// "07:45, 22/11/2026" in Vietnam's time zone.
QString momentForDisplay(const QDateTime& moment);

/// "012 345 678 901" for 12 digits or the part typed so far.
QString cardNumberForDisplay(const QString& digits);

QString toText(const SecretText& secret);

} // namespace chinhchu::ui
