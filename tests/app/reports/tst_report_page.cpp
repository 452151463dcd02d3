// The report on paper, read back with Poppler: what stands there, on which sheets, and with letters of its own.
// CHINHCHU_SCREENSHOTS=FOLDER keeps the pages, to be looked at.

#include "app/reports/printed/report_page.h"
#include "app/settings/language.h"
#include "sample_report.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::sampleReport;

class TestReportPage : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// What a program of Poppler says about the report.
    QString asked(const QString& program, const QStringList& options, const Report& report, const QString& output = {})
    {
        const QString name = m_folder.filePath("report.pdf");
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        const auto pdf = reportPage(report);
        if (pdf)
            file.write(*pdf);
        file.close();
        keep(name);
        QProcess poppler;
        poppler.start(program, options + QStringList{name} + (output.isEmpty() ? QStringList() : QStringList{output}));
        poppler.waitForFinished();
        return poppler.exitCode() == 0 ? QString::fromUtf8(poppler.readAllStandardOutput()) : QString();
    }
    static void keep(const QString& pdf)
    {
        const QString folder = qEnvironmentVariable("CHINHCHU_SCREENSHOTS");
        const QString name = folder + "/report-" + QTest::currentTestFunction() + ".pdf";
        if (!folder.isEmpty() && (!QFile::exists(name) || QFile::remove(name)))
            QFile::copy(pdf, name);
    }

    /// Columns become single spaces.
    QString words(const Report& report)
    {
        return asked("pdftotext", {"-layout"}, report, "-").replace(QRegularExpression(QStringLiteral("[ \\t]+")), " ");
    }

private slots:
    void init() { QVERIFY(installTranslation("vi")); }

    void page_saysWhoseItIsAndWhatItCounts()
    {
        const QString text = words(sampleReport());
        for (const char* each :
             {"Báo cáo đợt cao điểm: xác thực thông tin thuê bao di động", "từ ngày 18/11/2026 đến hết ngày 19/11/2026",
              "Nhà mạng: Mạng Ví Dụ", "Điểm phục vụ: Nhà văn hóa thôn 3", "Thiết bị: kiosk-0001",
              "Lập lúc: 09:30 20/11/2026", "Người lập: Nguyễn Thị Bưởi (nv-7)", "1 phiên đã bắt đầu 5",
              "3 trong đó nhà mạng đã xác thực 2", "Đã xác thực 2 trên 50: 4,0 %", "Phương án xử lý",
              "Nhắn tin lần hai; đến từng nhà người cao tuổi.", "Thủ trưởng đơn vị"})
            QVERIFY2(text.contains(QString::fromUtf8(each)), each);
    }

    void carriersCounts_haveTheirHourAndThousands()
    {
        const QString text = words(sampleReport());
        for (const char* each : {"Toàn bộ thuê bao của nhà mạng, xác thực ở bất cứ đâu, tính đến 09:29 20/11/2026",
                                 "1 tổng số thuê bao phải xác thực 1.234.567", "2 đã xác thực 1.200.000",
                                 "3 chưa xác thực 34.567", "4 bị khóa một chiều 4.321", "5 bị khóa hai chiều 765"})
            QVERIFY2(text.contains(QString::fromUtf8(each)), each);
    }

    void carriersCounts_whereThereAreNone_areSaidToBeMissing()
    {
        Report report = sampleReport();
        report.carrierCounts = Result<CarrierCounts>(fail(FailureCode::CarrierUnreachable));
        const QString text = words(report);
        QVERIFY(text.contains("Chưa có số liệu của nhà mạng: Hiện chưa liên lạc được với nhà mạng."));
        QVERIFY(!text.contains("bị khóa một chiều"));
    }

    void days_standInATableWithATotal()
    {
        const QString text = words(sampleReport());
        QVERIFY(text.contains("18/11/2026 3 2 1 1 0 0 1 0 0 0 0 1"));
        QVERIFY(text.contains("19/11/2026 2 1 1 0 0 0 1 0 0 0 0 2"));
        QVERIFY(text.contains("Tổng cộng 5 3 2 1 0 0 2 0 0 0 0 2"));
    }

    void english_isEnglish()
    {
        QVERIFY(installTranslation("en"));
        const QString text = words(sampleReport());
        for (const char* each :
             {"Campaign report: authentication of mobile numbers", "from 18/11/2026 to the end of 19/11/2026",
              "1 numbers to authenticate 1,234,567", "2 of 50 authenticated: 4.0 %", "Handling plan"})
            QVERIFY2(text.contains(QString::fromUtf8(each)), each);
    }

    void sheets_areA4AndHaveTheirLettersWithThem()
    {
        QVERIFY(
            asked("pdfinfo", {}, sampleReport()).contains(QRegularExpression("Page size: +595 x 842 pts \\(A4\\)")));
        const QStringList fonts = asked("pdffonts", {}, sampleReport()).trimmed().split('\n').mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString& font : fonts) // ... emb sub uni object ID
            QVERIFY2(font.contains(QRegularExpression(" yes +(yes|no) +yes +\\d+ +\\d+$")), qPrintable(font));
    }

    /// Whoever signs sees what is signed: everything but the days.
    void signatures_standOnTheFirstSheet()
    {
        Report report = sampleReport();
        report.plan.clear();
        const QStringList sheets = words(report).split('\f', Qt::SkipEmptyParts);
        QCOMPARE(sheets.size(), 2);
        QVERIFY(sheets[0].contains("Thủ trưởng đơn vị") && sheets[0].contains("bị khóa hai chiều"));
        QVERIFY(sheets[1].contains("Theo từng ngày") && sheets[1].contains("Tổng cộng"));
    }

    void manyDays_goOnOverTheLeafUnderTheirHeadings()
    {
        Report report = sampleReport();
        report.activity.days.clear();
        for (int day = 0; day < 100; ++day)
            report.activity.days.push_back({QDate(2026, 1, 1).addDays(day), {}});
        report.plan.clear();

        const QStringList sheets = words(report).split('\f', Qt::SkipEmptyParts);

        QVERIFY(sheets.size() >= 3);
        for (qsizetype sheet = 0; sheet < sheets.size(); ++sheet) {
            QVERIFY(sheets[sheet].contains(QStringLiteral("Trang %1/%2").arg(sheet + 1).arg(sheets.size())));
            if (sheets[sheet].contains("/2026 0 0"))
                QVERIFY(sheets[sheet].contains("(10) (11)"));
        }
        QCOMPARE(sheets.join(QString()).count("/2026 0 0 0"), 100);
    }

    /// Names come from a file: they are letters, not part of the page's language.
    void words_neverBecomeMarkup()
    {
        Report report = sampleReport();
        report.place = "<b>Quầy</b> & <hr>";
        QVERIFY(words(report).contains("<b>Quầy</b> & <hr>"));
    }
};

QTEST_MAIN(TestReportPage)
#include "tst_report_page.moc"
