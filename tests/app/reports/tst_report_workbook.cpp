// The report as a spreadsheet, read back without the library that wrote it. The sums were made by hand.

#include "app/reports/report_words.h"
#include "app/settings/language.h"
#include "sample_report.h"
#include "workbook_reader.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::besideText;
using testing::Cell;
using testing::readWorkbook;
using testing::sampleReport;
using testing::Sheet;

namespace {

/// Days are counted from 30 December 1899 (ISO/IEC 29500-1, 18.17.4.1).
double serial(const QDate& day, const QTime& time = QTime(0, 0))
{
    return static_cast<double>(QDate(1899, 12, 30).daysTo(day)) + time.msecsSinceStartOfDay() / 86400000.0;
}

QMap<QString, Sheet> sheetsOf(const Report& report)
{
    const auto workbook = reportWorkbook(report);
    return workbook ? readWorkbook(*workbook) : QMap<QString, Sheet>();
}

} // namespace

class TestReportWorkbook : public QObject
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(installTranslation("vi")); }

    void days_areDatesAndNumbersUnderHeadings()
    {
        const Sheet days = sheetsOf(sampleReport()).value("Theo từng ngày");

        QCOMPARE(days["A1"].text, "Ngày");
        QCOMPARE(days["B1"].text, "phiên đã bắt đầu");
        QCOMPARE(days["D1"].text, "trong đó nhà mạng đã xác thực");
        QVERIFY(days["A2"].isNumber);
        QCOMPARE(days["A2"].text.toDouble(), serial(QDate(2026, 11, 18)));
        QCOMPARE(days["A3"].text.toDouble(), serial(QDate(2026, 11, 19)));
        QCOMPARE(days["A2"].numberForm, "dd/mm/yyyy");
        QVERIFY(days["B2"].isNumber && days["C3"].isNumber);
        QCOMPARE(days["B2"].text, "3");
        QCOMPARE(days["C3"].text, "1");
    }

    void totals_areFormulasThatHaveTheirValue()
    {
        const Sheet days = sheetsOf(sampleReport()).value("Theo từng ngày");

        QCOMPARE(days["A4"].text, "Tổng cộng");
        QCOMPARE(days["B4"].formula, "SUM(B2:B3)");
        QCOMPARE(days["B4"].text, "5");
        QCOMPARE(days["C4"].text, "3");
        QCOMPARE(days["L4"].formula, "SUM(L2:L3)");
        QCOMPARE(days["L4"].text, "0");
    }

    void campaign_hasItsProgressADay()
    {
        const auto sheets = sheetsOf(sampleReport());
        const Sheet days = sheets.value("Theo từng ngày");
        const Sheet summary = sheets.value("Tổng hợp");

        QCOMPARE(days["M1"].text, "lũy kế đã xác thực");
        QCOMPARE(days["M2"].text, "1");
        QCOMPARE(days["M3"].text, "2");
        QCOMPARE(besideText(summary, "chỉ tiêu xác thực của đợt").text, "50");
        QCOMPARE(besideText(summary, "tỷ lệ đã xác thực").text.toDouble(), 0.04);
        QCOMPARE(besideText(summary, "tỷ lệ đã xác thực").numberForm, "0.0%");
    }

    void share_isComputedFromTheCellsItIsAbout()
    {
        const Sheet summary = sheetsOf(sampleReport()).value("Tổng hợp");
        const QStringList cells = besideText(summary, "tỷ lệ đã xác thực").formula.split('/');

        QCOMPARE(cells.size(), 2);
        QCOMPARE(summary.value(QString(cells[0]).replace('B', 'A')).text, "trong đó nhà mạng đã xác thực");
        QCOMPARE(summary.value(QString(cells[1]).replace('B', 'A')).text, "chỉ tiêu xác thực của đợt");
    }

    void summary_saysWhoseItIsAndWhatTheCarrierSays()
    {
        const Sheet summary = sheetsOf(sampleReport()).value("Tổng hợp");

        QCOMPARE(summary["A1"].text, "Báo cáo đợt cao điểm: xác thực thông tin thuê bao di động");
        QCOMPARE(besideText(summary, "Nhà mạng").text, "Mạng Ví Dụ");
        QCOMPARE(besideText(summary, "Điểm phục vụ").text, "Nhà văn hóa thôn 3");
        QCOMPARE(besideText(summary, "Người lập").text, "Nguyễn Thị Bưởi (nv-7)");
        QCOMPARE(besideText(summary, "phiên đã bắt đầu").text, "5");
        const Cell made = besideText(summary, "Lập lúc");
        QVERIFY(qAbs(made.text.toDouble() - serial(QDate(2026, 11, 20), QTime(9, 30))) < 1e-6);
        QCOMPARE(made.numberForm, "dd/mm/yyyy hh:mm");
        QCOMPARE(besideText(summary, "tổng số thuê bao phải xác thực").text, "1234567");
        QVERIFY(besideText(summary, "bị khóa hai chiều").isNumber);
        QCOMPARE(besideText(summary, "bị khóa một chiều").text, "4321");
        QCOMPARE(besideText(summary, "bị khóa hai chiều").text, "765");
        QVERIFY(qAbs(besideText(summary, "Tính đến").text.toDouble() - serial(QDate(2026, 11, 20), QTime(9, 29))) <
                1e-6);
    }

    void carriersCounts_whereThereAreNone_areSaidToBeMissing()
    {
        Report report = sampleReport();
        report.carrierCounts = Result<CarrierCounts>(fail(FailureCode::CarrierUnreachable));

        const Sheet summary = sheetsOf(report).value("Tổng hợp");

        const auto cells = summary.values();
        QVERIFY(std::ranges::any_of(cells, [](const Cell& cell) {
            return cell.text.startsWith("Chưa có số liệu của nhà mạng: ") && cell.text.size() > 35;
        }));
        QVERIFY(std::ranges::none_of(cells, [](const Cell& cell) { return cell.text == "bị khóa một chiều"; }));
    }

    /// A cell that began with "=" could be a formula of whoever wrote the text.
    void words_neverBecomeFormulas()
    {
        Report report = sampleReport();
        report.plan = "=HYPERLINK(\"https://elsewhere.example\")";

        const auto cells = sheetsOf(report).value("Tổng hợp").values();

        const auto plan = std::ranges::find_if(cells, [&](const Cell& cell) { return cell.text == report.plan; });
        QVERIFY(plan != cells.end());
        QVERIFY(plan->formula.isEmpty());
    }

    void noDay_isATableWithoutSums()
    {
        Report report = sampleReport();
        report.activity = {report.activity.from, report.activity.from, {}, {}, {}};

        const Sheet days = sheetsOf(report).value("Theo từng ngày");

        QCOMPARE(days["A2"].text, "Tổng cộng");
        QVERIFY(!days.contains("B2"));
    }

    void english_isEnglish()
    {
        QVERIFY(installTranslation("en"));
        const auto sheets = sheetsOf(sampleReport());
        QCOMPARE(sheets.keys(), (QStringList{"Day by day", "Summary"}));
        QCOMPARE(sheets["Summary"]["A1"].text, "Campaign report: authentication of mobile numbers");
    }
};

QTEST_GUILESS_MAIN(TestReportWorkbook)
#include "tst_report_workbook.moc"
