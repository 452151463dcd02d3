// The report as a spreadsheet: a summary, and the days with their sums.

#include "app/reports/report.h"
#include "app/reports/report_words.h"
#include "app/reports/workbook.h"

namespace chinhchu::app {

namespace {

/// Fills the summary from above to below.
class Summary
{
public:
    Summary(Workbook& book, const Report& report)
        : m_book(book)
        , m_report(report)
        , m_sheet(book.addSheet(report_words::summary()))
    {
        worksheet_set_column(m_sheet, 0, 0, 58, nullptr);
        worksheet_set_column(m_sheet, 1, 1, 20, nullptr);
        worksheet_set_column(m_sheet, 2, 2, 28, nullptr);
    }

    void write()
    {
        m_book.text(m_sheet, m_row, 0, report_words::title(m_report), m_book.title);
        m_row += 2;
        head();
        carrier();
        section(report_words::here());
        for (const auto& column : report_words::columns())
            line(column.words(), m_report.activity.total.*column.count);
        progress();
        reasons();
        section(report_words::handlingPlan());
        m_book.text(m_sheet, m_row, 0, m_report.plan, m_book.wrapped);
    }

private:
    void head()
    {
        for (const auto& fact : report_words::origin(m_report))
            line(fact.label, fact.value);
        line(report_words::beginning(), m_report.activity.from);
        line(report_words::end(), m_report.activity.until);
        line(report_words::madeAt(), m_report.madeAt);
        if (!m_report.madeBy.isEmpty())
            line(report_words::madeBy(), m_report.madeBy);
    }

    void progress()
    {
        if (!m_report.target)
            return;
        // "of them authenticated by the carrier" is the third line of the counts, which stand right above.
        const QString verified =
            QStringLiteral("B%1").arg(m_row - static_cast<lxw_row_t>(report_words::columns().size()) + 3);
        section(report_words::campaign());
        line(report_words::target(), *m_report.target);
        m_book.text(m_sheet, m_row, 0, report_words::share());
        m_book.formula(m_sheet, m_row, 1, QStringLiteral("=%1/B%2").arg(verified).arg(m_row),
                       1.0 * m_report.activity.total.verified / *m_report.target, m_book.percent);
        ++m_row;
    }

    void carrier()
    {
        section(report_words::carriersBase());
        m_book.text(m_sheet, m_row++, 0, report_words::carrierRemark(m_report), m_book.wrapped);
        if (!m_report.carrierCounts || !*m_report.carrierCounts)
            return;
        const CarrierCounts& counts = **m_report.carrierCounts;
        line(report_words::asOf(), counts.asOf);
        for (const auto& column : report_words::carrierColumns())
            line(column.words(), counts.*column.count);
    }

    void reasons()
    {
        const auto& reasons = m_report.activity.handOverReasons;
        if (reasons.isEmpty())
            return;
        section(report_words::handOvers());
        for (auto each = reasons.begin(); each != reasons.end(); ++each) {
            m_book.text(m_sheet, m_row, 2, each.key());
            line(report_words::reason(each.key()), each.value());
        }
    }

    void section(const QString& words)
    {
        ++m_row;
        m_book.text(m_sheet, m_row, 0, words, m_book.heading);
        m_book.text(m_sheet, m_row, 1, {}, m_book.heading);
        ++m_row;
    }

    void line(const QString& label, const QString& value)
    {
        m_book.text(m_sheet, m_row, 0, label);
        m_book.text(m_sheet, m_row++, 1, value);
    }
    void line(const QString& label, const QDateTime& value)
    {
        m_book.text(m_sheet, m_row, 0, label);
        m_book.moment(m_sheet, m_row++, 1, value);
    }
    void line(const QString& label, qint64 value)
    {
        m_book.text(m_sheet, m_row, 0, label, m_book.wrapped);
        // Exact up to 2^53.
        m_book.number(m_sheet, m_row++, 1, static_cast<double>(value));
    }

    Workbook& m_book;
    const Report& m_report;
    lxw_worksheet* m_sheet;
    lxw_row_t m_row = 0;
};

QString columnLetter(lxw_col_t column)
{
    return QString(QChar('A' + column)); // fewer than 26
}

void writeDays(Workbook& book, const Report& report)
{
    lxw_worksheet* sheet = book.addSheet(report_words::dayByDay());
    worksheet_set_landscape(sheet);
    worksheet_set_column(sheet, 0, 0, 12, nullptr);
    worksheet_set_column(sheet, 1, static_cast<lxw_col_t>(report_words::columns().size() + 1), 14, nullptr);
    worksheet_freeze_panes(sheet, 1, 1);
    worksheet_repeat_rows(sheet, 0, 0);

    const auto& days = report.activity.days;
    const auto last = static_cast<lxw_row_t>(days.size());
    book.text(sheet, 0, 0, report_words::dayHeading(), book.heading);
    for (lxw_row_t row = 1; row <= last; ++row)
        book.day(sheet, row, 0, days[row - 1].day);
    book.text(sheet, last + 1, 0, report_words::totalHeading(), book.total);

    lxw_col_t place = 0;
    for (const auto& column : report_words::columns()) {
        ++place;
        book.text(sheet, 0, place, column.words(), book.heading);
        for (lxw_row_t row = 1; row <= last; ++row)
            book.number(sheet, row, place, days[row - 1].activity.*column.count);
        // No day: a sum of nothing would be of itself.
        if (last > 0)
            book.formula(sheet, last + 1, place,
                         QStringLiteral("=SUM(%1%2:%1%3)").arg(columnLetter(place)).arg(2).arg(last + 1),
                         report.activity.total.*column.count, book.total);
    }
    if (!report.target)
        return;
    ++place;
    book.text(sheet, 0, place, report_words::untilThen(), book.heading);
    lxw_row_t row = 0;
    for (const auto& [day, authenticated] : progressOf(report))
        book.number(sheet, ++row, place, authenticated);
}

} // namespace

Result<QByteArray> reportWorkbook(const Report& report)
{
    Workbook book({report_words::title(report), report.madeBy, report.madeAt});
    Summary(book, report).write();
    writeDays(book, report);
    return book.finish();
}

} // namespace chinhchu::app
