#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace chinhchu::testing {

/// A cell as ISO/IEC 29500-1 (18.3.1.4) stores it.
struct Cell
{
    QString text; ///< of a string; else the number as it is written
    bool isNumber = false;
    QString formula;    ///< without "="
    QString numberForm; ///< "dd/mm/yyyy" for a day
};

/// One sheet of a workbook, by "A1", read with unzip and an XML reader: nothing that wrote it has a part in that. The
/// test stops with a word where the file is none.
using Sheet = QMap<QString, Cell>;
QMap<QString, Sheet> readWorkbook(const QByteArray& xlsx);

/// The cell right of the one with this text, so that a test need not count rows.
Cell besideText(const Sheet& sheet, const QString& text);

} // namespace chinhchu::testing
