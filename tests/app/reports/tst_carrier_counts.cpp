// The carrier's counts in a report: asked of the real sandbox over HTTPS, and missing where nobody answers.

#include "kit/sandbox_process.h"
#include "workbook_reader.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

using chinhchu::testing::besideText;
using chinhchu::testing::readWorkbook;

class TestCarrierCounts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString code = m_carrier->enrolmentCode("kiosk-7");
        QCOMPARE(
            run({"enrol-device", "--carrier", m_carrier->url().toString(), "--authority",
                 m_carrier->folder() + "/pki/ca.crt", "--code", "-", "--place", "Nhà văn hóa thôn 3", "--json", "-"},
                code.toUtf8() + '\n'),
            0);
        const kit::Device device{"kiosk-7", m_home.path() + "/enrolment"};
        m_counts = m_carrier->post(device, "retrieve-counts", QJsonObject{}).json;
        QVERIFY(m_counts["total"].toInt() > 0);
    }

    void report_asJson_hasWhatTheCarrierSays()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        QCOMPARE(run({"report", "weekly", "--json", "-"}), 0);
        const QJsonObject counts = json()["carrierCounts"].toObject();
        for (const QString name : {"total", "authenticated", "notYet", "lockedOneWay", "lockedTwoWay"})
            QVERIFY2(counts[name] == m_counts[name], qPrintable(name));
        const auto asOf = QDateTime::fromString(counts["asOf"].toString(), Qt::ISODate);
        // Without its milliseconds.
        QVERIFY(before.secsTo(asOf) >= -1 && asOf <= QDateTime::currentDateTimeUtc());
        QVERIFY(counts["asOf"].toString().endsWith("+07:00"));
        QVERIFY(!json().contains("carrierCountsMissing"));
        QCOMPARE(json()["place"].toString(), "Nhà văn hóa thôn 3");
        QCOMPARE(json()["device"].toString(), "kiosk-7");
    }

    void report_asSpreadsheet_hasWhatTheCarrierSays()
    {
        QCOMPARE(run({"report", "weekly", "--format", "xlsx", "--lang", "en"}), 0);
        const auto summary = readWorkbook(m_out).value("Summary");
        QCOMPARE(besideText(summary, "numbers to authenticate").text.toInt(), m_counts["total"].toInt());
        QCOMPARE(besideText(summary, "locked both ways").text.toInt(), m_counts["lockedTwoWay"].toInt());
    }

    void report_asCsv_hasWhatTheCarrierSaysBesideTheTotal()
    {
        QCOMPARE(run({"report", "weekly", "--format", "csv"}), 0);
        const QList<QByteArray> lines = m_out.trimmed().split('\n');
        const QList<QByteArray> names = lines.first().trimmed().split(',');
        const QList<QByteArray> total = lines.last().trimmed().split(',');
        QCOMPARE(total.size(), names.size());
        QCOMPARE(total[names.indexOf("carrierTotal")].toInt(), m_counts["total"].toInt());
        QCOMPARE(total[names.indexOf("carrierNotYet")].toInt(), m_counts["notYet"].toInt());
        QVERIFY(total[names.indexOf("carrierMissing")].isEmpty());
    }

    /// A village hall has no network: the report is made all the same.
    void report_withoutTheCarrier_isMadeAndSaysWhy()
    {
        m_carrier.reset();
        QCOMPARE(run({"report", "weekly", "--json", "-"}), 0);
        QVERIFY(json()["carrierCounts"].isNull());
        QCOMPARE(json()["carrierCountsMissing"].toString(), "CARRIER_UNREACHABLE");
        QCOMPARE(run({"report", "weekly", "--lang", "en"}), 0);
        QVERIFY2(m_out.contains("The carrier's counts are missing: The carrier cannot be reached"), m_out.constData());
    }

    void report_fromAServerThatIsNotTheCarriers_saysSo()
    {
        kit::SandboxProcess stranger;
        QCOMPARE(run({"report", "weekly", "--carrier", stranger.url().toString(), "--json", "-"}), 0);
        QCOMPARE(json()["carrierCountsMissing"].toString(), "CARRIER_UNTRUSTED");
    }

private:
    int run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess program;
        program.start(CHINHCHU_PROGRAM, arguments + QStringList{"--home", m_home.path()});
        program.write(input);
        program.closeWriteChannel();
        program.waitForFinished();
        m_out = program.readAllStandardOutput();
        return program.exitCode();
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(m_out).object(); }

    std::unique_ptr<kit::SandboxProcess> m_carrier = std::make_unique<kit::SandboxProcess>();
    QTemporaryDir m_home;
    QByteArray m_out;
    QJsonObject m_counts;
};

QTEST_GUILESS_MAIN(TestCarrierCounts)
#include "tst_carrier_counts.moc"
