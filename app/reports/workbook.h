#pragma once

#include "resources/base/failure.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace chinhchu::app {

/// An Office Open XML workbook while it is written, with the few looks that a report needs. What does not fit into a
/// cell or a folder shows at the end: finish().
class Workbook
{
public:
    struct Properties
    {
        QString title;
        QString author;
        QDateTime made;
    };

    explicit Workbook(const Properties& properties);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// For A4, as wide as one page.
    lxw_worksheet* addSheet(const QString& name);

    void text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QString& text, lxw_format* look = nullptr);
    void number(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format* look = nullptr);
    void day(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QDate& day);
    /// As the clock in Vietnam shows it: a cell knows no offset.
    void moment(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QDateTime& moment);
    /// @p value is what the formula gives: programs that do not calculate show it.
    void formula(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QString& formula, double value,
                 lxw_format* look = nullptr);

    /// The file. STORAGE_FAILED where a part of it could not be written.
    Result<QByteArray> finish();

    // How cells may look.
    lxw_format* title = nullptr;
    lxw_format* heading = nullptr; ///< wrapped
    lxw_format* wrapped = nullptr;
    lxw_format* total = nullptr;
    lxw_format* percent = nullptr;

private:
    void note(lxw_error error);
    lxw_format* dated(const char* pattern);

    QTemporaryDir m_folder;
    lxw_workbook* m_book = nullptr;
    lxw_format* m_day = nullptr;
    lxw_format* m_moment = nullptr;
    lxw_error m_error = LXW_NO_ERROR;
};

} // namespace chinhchu::app
