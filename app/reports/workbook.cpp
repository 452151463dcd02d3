#include "app/reports/workbook.h"

#include <QFile>

#include <utility>

namespace chinhchu::app {

namespace {

constexpr std::uint8_t a4 = 9; // ISO/IEC 29500-1, 18.3.1.63

lxw_datetime cellTime(const QDate& day, const QTime& time)
{
    lxw_datetime cell{};
    cell.year = day.year();
    cell.month = day.month();
    cell.day = day.day();
    cell.hour = time.hour();
    cell.min = time.minute();
    cell.sec = time.second();
    return cell;
}

} // namespace

Workbook::Workbook(const Properties& properties)
{
    QByteArray folder = QFile::encodeName(m_folder.path());
    lxw_workbook_options options{};
    options.tmpdir = folder.data();
    m_book = workbook_new_opt(QFile::encodeName(m_folder.filePath("report.xlsx")).constData(), &options);
    QByteArray titleText = properties.title.toUtf8();
    QByteArray author = properties.author.toUtf8();
    lxw_doc_properties about{};
    about.title = titleText.data();
    about.author = author.data();
    about.created = static_cast<time_t>(properties.made.toSecsSinceEpoch());
    note(workbook_set_properties(m_book, &about));

    title = workbook_add_format(m_book);
    format_set_bold(title);
    format_set_font_size(title, 14);
    wrapped = workbook_add_format(m_book);
    format_set_text_wrap(wrapped);
    format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
    heading = workbook_add_format(m_book);
    format_set_bold(heading);
    format_set_text_wrap(heading);
    format_set_align(heading, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(heading, LXW_BORDER_THIN);
    total = workbook_add_format(m_book);
    format_set_bold(total);
    format_set_top(total, LXW_BORDER_THIN);
    percent = workbook_add_format(m_book);
    format_set_num_format(percent, "0.0%");
    m_day = dated("dd/mm/yyyy");
    m_moment = dated("dd/mm/yyyy hh:mm");
}

Workbook::~Workbook()
{
    if (m_book != nullptr)
        workbook_close(m_book);
}

lxw_worksheet* Workbook::addSheet(const QString& name)
{
    lxw_worksheet* sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
    worksheet_set_paper(sheet, a4);
    worksheet_fit_to_pages(sheet, 1, 0);
    note(worksheet_set_footer(sheet, "&R&P / &N"));
    return sheet;
}

void Workbook::text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QString& text, lxw_format* look)
{
    note(worksheet_write_string(sheet, row, column, text.toUtf8().constData(), look));
}

void Workbook::number(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format* look)
{
    note(worksheet_write_number(sheet, row, column, number, look));
}

void Workbook::day(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QDate& day)
{
    lxw_datetime cell = cellTime(day, QTime(0, 0));
    note(worksheet_write_datetime(sheet, row, column, &cell, m_day));
}

void Workbook::moment(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QDateTime& moment)
{
    const QDateTime here = moment.toOffsetFromUtc(7 * 3600);
    lxw_datetime cell = cellTime(here.date(), here.time());
    note(worksheet_write_datetime(sheet, row, column, &cell, m_moment));
}

void Workbook::formula(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QString& formula, double value,
                       lxw_format* look)
{
    note(worksheet_write_formula_num(sheet, row, column, formula.toUtf8().constData(), look, value));
}

Result<QByteArray> Workbook::finish()
{
    // Closing writes the file, and frees the workbook whatever comes of it.
    note(workbook_close(std::exchange(m_book, nullptr)));
    if (m_error != LXW_NO_ERROR)
        return fail(FailureCode::StorageFailed, std::string("spreadsheet: ") + lxw_strerror(m_error));
    QFile file(m_folder.filePath("report.xlsx"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureCode::StorageFailed, "spreadsheet: " + file.errorString().toStdString());
    return file.readAll();
}

void Workbook::note(lxw_error error)
{
    if (m_error == LXW_NO_ERROR)
        m_error = error;
}

lxw_format* Workbook::dated(const char* pattern)
{
    lxw_format* look = workbook_add_format(m_book);
    format_set_num_format(look, pattern);
    format_set_align(look, LXW_ALIGN_LEFT);
    return look;
}

} // namespace chinhchu::app
