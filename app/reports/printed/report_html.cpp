#include "app/reports/printed/report_html.h"

#include "app/reports/report_words.h"

namespace chinhchu::app {

namespace {

constexpr const char* style =
    "h2{text-align:center;margin-bottom:0} h3{margin-top:10px;margin-bottom:3px} p{margin:2px 0}"
    "table.lines{border-collapse:collapse;border-style:solid;border-width:1px}"
    "table.lines td,table.lines th{border-style:solid;border-width:1px;padding:2px}";

QString number(qint64 count)
{
    return report_words::locale().toString(count);
}

enum class Sheet
{
    Same,
    Next
};

QString heading(const QString& words, Sheet sheet = Sheet::Same)
{
    return QStringLiteral("<h3%1>%2</h3>")
        .arg(sheet == Sheet::Next ? QStringLiteral(" style=\"page-break-before:always\"") : QString(),
             words.toHtmlEscaped());
}

QString paragraph(const QString& words)
{
    return QStringLiteral("<p>%1</p>").arg(words.toHtmlEscaped());
}

QString cell(const QString& words, const char* attributes = "")
{
    return QStringLiteral("<td %1>%2</td>").arg(QLatin1String(attributes), words.toHtmlEscaped());
}

constexpr const char* right = "align=\"right\"";

QString table(const QStringList& headings, const QString& rows)
{
    QString head;
    for (const QString& each : headings)
        head += QStringLiteral("<th>%1</th>").arg(each.toHtmlEscaped());
    return QStringLiteral(
               "<table class=\"lines\" width=\"100%\" cellspacing=\"0\"><thead><tr>%1</tr></thead>%2</table>")
        .arg(head, rows);
}

QString row(const QString& cells)
{
    return QStringLiteral("<tr>%1</tr>").arg(cells);
}

QString countRow(int place, const QString& words, qint64 count)
{
    return row(cell(QString::number(place), "align=\"center\" width=\"8%\"") + cell(words) +
               cell(number(count), "align=\"right\" width=\"20%\""));
}

QStringList countHeadings()
{
    return {report_words::numberHeading(), report_words::wordsHeading(), report_words::countHeading()};
}

QString head(const Report& report)
{
    QString text = QStringLiteral("<h2>%1</h2><p align=\"center\">%2</p>")
                       .arg(report_words::title(report).toHtmlEscaped(), report_words::period(report).toHtmlEscaped());
    QList<report_words::Fact> facts = report_words::origin(report);
    facts.append({report_words::madeAt(), report_words::moment(report.madeAt)});
    if (!report.madeBy.isEmpty())
        facts.append({report_words::madeBy(), report.madeBy});
    // Two beside each other: the signatures are to stand on this sheet.
    QString cells;
    for (qsizetype place = 0; place < facts.size(); ++place)
        cells += QStringLiteral("%1<td width=\"50%\">%2: <b>%3</b></td>%4")
                     .arg(QLatin1String(place % 2 == 0 ? "<tr>" : ""), facts[place].label.toHtmlEscaped(),
                          facts[place].value.toHtmlEscaped(),
                          QLatin1String(place % 2 == 1 || place + 1 == facts.size() ? "</tr>" : ""));
    return text + QStringLiteral("<p></p><table width=\"100%\">%1</table>").arg(cells);
}

QString carrier(const Report& report)
{
    QString text = heading(report_words::carriersBase()) + paragraph(report_words::carrierRemark(report));
    if (!report.carrierCounts || !*report.carrierCounts)
        return text;
    QString rows;
    int place = 0;
    for (const auto& column : report_words::carrierColumns())
        rows += countRow(++place, column.words(), (**report.carrierCounts).*column.count);
    return text + table(countHeadings(), rows);
}

QString here(const Report& report)
{
    QString rows;
    int place = 0;
    for (const auto& column : report_words::columns())
        rows += countRow(++place, column.words(), report.activity.total.*column.count);
    return heading(report_words::here()) + paragraph(report_words::hereRemark()) + table(countHeadings(), rows);
}

QString campaign(const Report& report)
{
    if (!report.target)
        return {};
    return heading(report_words::campaign()) + paragraph(report_words::progress(report));
}

QString reasons(const Report& report)
{
    const auto& reasons = report.activity.handOverReasons;
    if (reasons.isEmpty())
        return {};
    QString rows;
    int place = 0;
    for (auto each = reasons.begin(); each != reasons.end(); ++each)
        rows += countRow(++place, report_words::reason(each.key()), each.value());
    return heading(report_words::handOvers()) + table(countHeadings(), rows);
}

QString plan(const Report& report)
{
    QString text = heading(report_words::handlingPlan());
    if (!report.plan.isEmpty())
        return text + paragraph(report.plan);
    // To be filled in by hand.
    constexpr int lines = 3;
    for (int line = 0; line < lines; ++line)
        text += QStringLiteral("<p>&nbsp;</p><hr/>");
    return text;
}

/// Words do not fit above a dozen columns: they have the numbers of the first table.
QString days(const Report& report)
{
    QStringList headings{report_words::dayHeading()};
    const int columns = static_cast<int>(report_words::columns().size());
    for (int place = 1; place <= columns; ++place)
        headings += QStringLiteral("(%1)").arg(place);
    if (report.target)
        headings += report_words::untilThen();
    const auto counts = [](const Activity& activity) {
        QString cells;
        for (const auto& column : report_words::columns())
            cells += cell(number(activity.*column.count), right);
        return cells;
    };
    const auto progress = progressOf(report);
    QString rows;
    for (std::size_t day = 0; day < progress.size(); ++day)
        rows += row(cell(report_words::day(progress[day].first)) + counts(report.activity.days[day].activity) +
                    (report.target ? cell(number(progress[day].second), right) : QString()));
    rows += QStringLiteral("<tr style=\"font-weight:bold\">%1</tr>")
                .arg(cell(report_words::totalHeading()) + counts(report.activity.total) +
                     (report.target ? cell(number(report.activity.total.verified), right) : QString()));
    return heading(report_words::dayByDay(), Sheet::Next) + paragraph(report_words::daysRemark()) +
           table(headings, rows);
}

QString signatures()
{
    return QStringLiteral("<p>&nbsp;</p><table width=\"100%\"><tr style=\"font-weight:bold\">%1%2</tr></table>")
        .arg(cell(report_words::makersSignature(), "align=\"center\" width=\"50%\""),
             cell(report_words::headsSignature(), "align=\"center\" width=\"50%\""));
}

} // namespace

QString reportHtml(const Report& report)
{
    // What is signed first, then what it rests on.
    return QStringLiteral("<html><head><style>%1</style></head><body>%2</body></html>")
        .arg(QLatin1String(style), head(report) + carrier(report) + here(report) + campaign(report) + plan(report) +
                                       signatures() + days(report) + reasons(report));
}

} // namespace chinhchu::app
