#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace chinhchu::sandbox {

/// What DG1 of a citizen card says (ICAO 9303-5, TD1; three lines of 30).
struct MachineReadableZone
{
    QString number;    ///< 12 digits, from the optional data of line 1
    QString birthDate; ///< yyMMdd
    QDate expiry;      ///< the last day; invalid: without end, or not readable
    QString name;      ///< capital letters with single blanks, family name first
};

/// Nothing if DG1 is not a TD1 zone.
std::optional<MachineReadableZone> readZone(const QByteArray& dg1);

/// A name as a zone would write it: capitals A-Z, single blanks.
QString zoneSpelling(const QString& name);

} // namespace chinhchu::sandbox
