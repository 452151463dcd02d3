// What the citizen takes home: the QR code says what the screen says, the paper has the size of its roll, and the printer
// gets the whole of it, without a file.

#include "app/settings/language.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/receipts/printer.h"
#include "ui/receipts/qr_code.h"
#include "ui/receipts/receipt_paper.h"
#include "ui/view_models/kiosk.h"

#include <ZXing/ReadBarcode.h>

#include <QSignalSpy>
#include <QtTest>

using namespace chinhchu;

namespace {

QString scanned(const QImage& code)
{
    const QImage large = code.scaled(code.size() * 4).convertToFormat(QImage::Format_Grayscale8);
    const ZXing::Result result = ZXing::ReadBarcode(
        {large.constBits(), large.width(), large.height(), ZXing::ImageFormat::Lum, static_cast<int>(large.bytesPerLine())},
        ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
    return QString::fromStdString(result.text());
}

/// Width and height in millimetres of each page.
QList<QSizeF> pageSizes(const QByteArray& pdf)
{
    static const QRegularExpression box(QStringLiteral("/MediaBox ?\\[ ?0 0 ([0-9.]+) ([0-9.]+)"));
    QList<QSizeF> sizes;
    for (auto match = box.globalMatch(QString::fromLatin1(pdf)); match.hasNext();) {
        const auto found = match.next();
        sizes << QSizeF(found.captured(1).toDouble(), found.captured(2).toDouble()) * 25.4 / 72;
    }
    return sizes;
}

} // namespace

class TestReceipts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void text_ofAReceipt_hasEverythingAndNoWholeNumber();
    void qrCode_ofTheReceipt_saysWhatTheScreenSays();
    void qrCode_ofTooMuch_isNone();
    void paper_forARoll_isOnePageOf80Millimetres();
    void paper_ofA5_isOnePage();
    void printer_withADefault_getsTheWholeReceipt();
    void printer_withoutADefault_isNotAvailable();
    void printer_thatRefuses_saysSo();
    void printer_ofARealCups_spoolsTheWholeReceipt();

private:
    void writeProgram(const QString& name, const QByteArray& body);

    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<ui::Kiosk> m_kiosk;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReceipts::init()
{
    m_kiosk.reset();
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    app::installTranslation(QStringLiteral("vi"));
    app::SessionParts parts;
    parts.enrolment.place = QStringLiteral("Nhà văn hóa thôn 3");
    m_session = std::make_unique<app::Session>(std::move(parts));
    m_kiosk = std::make_unique<ui::Kiosk>(*m_session);
    scripted::show(*m_session, app::Session::State::Receipt);
}

void TestReceipts::writeProgram(const QString& name, const QByteArray& body)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + body + '\n');
    file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
}

void TestReceipts::text_ofAReceipt_hasEverythingAndNoWholeNumber()
{
    const QString text = m_kiosk->receipt()->plainText();

    for (const char* each : {"BN-2026-000017", "3f2b8c1e-5d47-4a09-9e61-c0d5a7b81234", "07:45, 22/11/2026", "thôn 3"})
        QVERIFY2(text.contains(QString::fromUtf8(each)), each);
    QVERIFY(text.contains(m_kiosk->receipt()->next()));
    QString digits = text;
    digits.removeIf([](QChar c) { return c.isSpace(); });
    QVERIFY(!digits.contains(QStringLiteral("0900000017")));
    QVERIFY(digits.contains(QStringLiteral("0900***017")));
}

void TestReceipts::qrCode_ofTheReceipt_saysWhatTheScreenSays()
{
    const QString text = m_kiosk->receipt()->plainText();

    for (const ui::Correction each : {ui::Correction::Low, ui::Correction::Medium})
        QCOMPARE(scanned(ui::qrCode(text, each)), text);
}

void TestReceipts::qrCode_ofTooMuch_isNone()
{
    QVERIFY(ui::qrCode(QString(5000, u'x'), ui::Correction::Low).isNull());
    QVERIFY(ui::qrCode({}, ui::Correction::Low).isNull());
}

void TestReceipts::paper_forARoll_isOnePageOf80Millimetres()
{
    const QByteArray pdf = ui::receiptPdf(*m_kiosk->receipt(), ui::Paper::Roll80);

    QVERIFY(pdf.startsWith("%PDF-"));
    const QList<QSizeF> sizes = pageSizes(pdf);
    QCOMPARE(sizes.size(), 1);
    QVERIFY(qAbs(sizes.first().width() - 80) < 0.6);
    QVERIFY(sizes.first().height() > 90 && sizes.first().height() < 250);
}

void TestReceipts::paper_ofA5_isOnePage()
{
    const QList<QSizeF> sizes = pageSizes(ui::receiptPdf(*m_kiosk->receipt(), ui::Paper::A5));

    QCOMPARE(sizes.size(), 1);
    QVERIFY(qAbs(sizes.first().width() - 148) < 0.6);
}

void TestReceipts::printer_withADefault_getsTheWholeReceipt()
{
    writeProgram(QStringLiteral("lpstat"), "echo 'system default destination: Epson_TM-T20'");
    writeProgram(QStringLiteral("lp"), "echo \"$@\" > " + m_folder->filePath("options").toUtf8() + "; cat > " +
                                           m_folder->filePath("job").toUtf8());
    ui::Printer printer(m_folder->path());
    QSignalSpy found(&printer, &ui::Printer::availableChanged);
    printer.look();
    QVERIFY(found.wait());
    QVERIFY(printer.available() && printer.hasRoll());
    const QByteArray pdf = ui::receiptPdf(*m_kiosk->receipt(), ui::Paper::Roll80);

    QSignalSpy printed(&printer, &ui::Printer::printed);
    printer.print(pdf);
    QVERIFY(printed.wait());

    QVERIFY(printed.first().first().toBool());
    QFile job(m_folder->filePath("job"));
    QVERIFY(job.open(QIODevice::ReadOnly));
    QCOMPARE(job.readAll(), pdf);
    QFile options(m_folder->filePath("options"));
    QVERIFY(options.open(QIODevice::ReadOnly));
    QVERIFY(options.readAll().startsWith("-d Epson_TM-T20"));
}

void TestReceipts::printer_withoutADefault_isNotAvailable()
{
    writeProgram(QStringLiteral("lpstat"), "echo 'no system default destination'; exit 1");
    writeProgram(QStringLiteral("lp"), "exit 0");
    ui::Printer printer(m_folder->path());
    printer.look();
    QSignalSpy printed(&printer, &ui::Printer::printed);

    printer.print("%PDF-");

    QVERIFY(!printer.available());
    QCOMPARE(printed.size(), 1);
    QVERIFY(!printed.first().first().toBool());
}

void TestReceipts::printer_thatRefuses_saysSo()
{
    writeProgram(QStringLiteral("lpstat"), "echo 'system default destination: HP_LaserJet'");
    writeProgram(QStringLiteral("lp"), "exit 1");
    ui::Printer printer(m_folder->path());
    QSignalSpy found(&printer, &ui::Printer::availableChanged);
    printer.look();
    QVERIFY(found.wait());
    QVERIFY(!printer.hasRoll());
    QSignalSpy printed(&printer, &ui::Printer::printed);

    printer.print("%PDF-");

    QVERIFY(printed.wait());
    QVERIFY(!printed.first().first().toBool());
}

/// A CUPS of its own, with one queue for a roll that goes nowhere: what it takes stays in its spool folder.
void TestReceipts::printer_ofARealCups_spoolsTheWholeReceipt()
{
    const QStringList paths = {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")};
    const QString scheduler = QStandardPaths::findExecutable(QStringLiteral("cupsd"), paths);
    const QString admin = QStandardPaths::findExecutable(QStringLiteral("lpadmin"), paths);
    if (scheduler.isEmpty() || admin.isEmpty())
        QSKIP("CUPS is not installed (cups-daemon, cups-client)");
    const QString top = m_folder->path();
    // The scheduler drops its rights.
    QVERIFY(QFile::setPermissions(top, QFile::Permissions(0x7755)));
    for (const char* name : {"root", "run", "cache", "spool", "tmp"})
        QVERIFY(QDir(top).mkdir(QString::fromLatin1(name)));
    const auto write = [&](const char* name, const QString& content) {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content.toUtf8());
    };
    write("files.conf", QStringLiteral("FileDevice Yes\nServerRoot %1/root\nCacheDir %1/cache\nStateDir %1/run\n"
                                       "RequestRoot %1/spool\nTempDir %1/tmp\nAccessLog stderr\nErrorLog stderr\n"
                                       "PageLog stderr\nSystemGroup root\n")
                            .arg(top));
    const QString socket = top + QStringLiteral("/run/sock");
    write("cupsd.conf", QStringLiteral("Listen %1\nBrowsing No\nWebInterface No\n<Location />\nAllow all\n</Location>\n"
                                       "<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n")
                            .arg(socket));
    QProcess cups;
    cups.setProcessChannelMode(QProcess::MergedChannels);
    cups.start(scheduler, {"-f", "-c", m_folder->filePath("cupsd.conf"), "-s", m_folder->filePath("files.conf")});
    if (!QTest::qWaitFor([&] { return QFile::exists(socket) || cups.state() == QProcess::NotRunning; }, 20000) ||
        cups.state() == QProcess::NotRunning)
        QSKIP(qPrintable(QStringLiteral("CUPS does not start here: ") + QString::fromUtf8(cups.readAll())));
    qputenv("CUPS_SERVER", socket.toUtf8());
    const auto restore = qScopeGuard([] { qunsetenv("CUPS_SERVER"); });
    for (const QStringList& arguments :
         {QStringList{"-p", "Thermal_80mm", "-E", "-v", "file:" + top + "/printed", "-m", "raw"},
          QStringList{"-d", "Thermal_80mm"}})
        QCOMPARE(QProcess::execute(admin, arguments), 0);

    ui::Printer printer;
    QSignalSpy found(&printer, &ui::Printer::availableChanged);
    printer.look();
    QVERIFY(found.wait(20000));
    QVERIFY(printer.hasRoll());
    const QByteArray pdf = ui::receiptPdf(*m_kiosk->receipt(), ui::Paper::Roll80);
    QSignalSpy printed(&printer, &ui::Printer::printed);
    printer.print(pdf);
    QVERIFY(printed.wait(20000));

    QVERIFY(printed.first().first().toBool());
    const QStringList jobs = QDir(top + QStringLiteral("/spool")).entryList({"d*-001"}, QDir::Files);
    QCOMPARE(jobs.size(), 1);
    QFile job(top + QStringLiteral("/spool/") + jobs.first());
    if (!job.open(QIODevice::ReadOnly))
        QSKIP("CUPS took the receipt; its spool folder cannot be read here");
    QCOMPARE(job.readAll(), pdf);
    cups.terminate();
    cups.waitForFinished();
}

QTEST_MAIN(TestReceipts)
#include "tst_receipts.moc"
