#include "tests/nfc/shared_vectors.h"

#include <QtTest>

#include <csignal>

using namespace chinhchu;

namespace {

const QString here = CHINHCHU_SOURCE_DIR "/tests/simulators/chip/";

/// A private pcscd with the card of 2021, and a command in front of it.
class PrivateReader
{
public:
    explicit PrivateReader(const QStringList& options = {}, const QStringList& command = {})
    {
        QStringList arguments = {"--simulator", CCCD_SIMULATOR, "--profile", here + "profiles/cccd-2021.toml"};
        arguments << "--pki" << pki() << options;
        if (!command.isEmpty())
            arguments << "--" << command;
        process.setProcessChannelMode(QProcess::SeparateChannels);
        process.start(here + "private-pcscd", arguments);
    }
    ~PrivateReader()
    {
        process.terminate();
        process.waitForFinished();
    }

    static QString pki()
    {
        static const QTemporaryDir folder;
        return folder.path();
    }

    QString output()
    {
        process.waitForFinished(60000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    QByteArray complaint() { return process.readAllStandardError(); }

    QProcess process;
};

/// Processes whose command line or environment names that folder.
QStringList leftOvers(const QString& folder)
{
    QStringList found;
    for (const QString& id : QDir("/proc").entryList(QDir::Dirs)) {
        QFile file("/proc/" + id + "/cmdline");
        if (id.toInt() > 0 && file.open(QIODevice::ReadOnly) && file.readAll().contains(folder.toUtf8()))
            found << id;
    }
    return found;
}

} // namespace

/// The simulated card through pcscd, seen by programs that know nothing of it.
class PrivateReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void card_underOpensc_isListedWithItsAtr();
    void card_underPcscScan_isSeen();
    void card_underIndependentReader_givesDg1();
    void specimen_underIndependentReader_givesItsDg1();
    void card_withWrongKey_staysClosed();
    void reader_withoutCard_isEmpty();
    void readers_sideBySide_haveOneCardEach();
    void command_withItsOwnStatus_passesItOn();
    void helper_killed_leavesNothingBehind();
    void starter_killed_leavesNothingBehind();
    void profile_thatIsWrong_endsWithItsMessage();
};

void PrivateReaderTest::initTestCase()
{
    PrivateReader reader({}, {"true"});
    reader.output();
    if (reader.process.exitCode() == 77)
        QSKIP("no namespaces, no pcscd or no vpcd driver here; see private-pcscd --help");
    QVERIFY2(reader.process.exitCode() == 0, reader.complaint());
}

void PrivateReaderTest::card_underOpensc_isListedWithItsAtr()
{
    PrivateReader reader({}, {"opensc-tool", "-a"});

    QVERIFY2(reader.output().contains("3b:88:80:01:e1:f3:5e:11:77:81:a1:00:03"), reader.complaint());
}

void PrivateReaderTest::card_underPcscScan_isSeen()
{
    const QByteArray atr = "3B 88 80 01 E1 F3 5E 11 77 81 A1 00 03";
    PrivateReader reader({}, {"pcsc_scan", "-c", "-n"}); // which never ends

    QByteArray seen;
    while (!seen.contains(atr) && reader.process.waitForReadyRead(30000))
        seen += reader.process.readAllStandardOutput();

    QVERIFY2(seen.contains(atr), seen);
}

void PrivateReaderTest::card_underIndependentReader_givesDg1()
{
    PrivateReader reader({}, {here + "independent/read_dg1.py", "199000017", "990115", "390115"});

    const QString zone = reader.output();
    const QByteArray complaint = reader.complaint();
    if (complaint.contains("ModuleNotFoundError"))
        QSKIP("python3-pyscard or python3-cryptography is not installed");

    QVERIFY2(zone.startsWith("IDVNM1990000173099199000017<<"), complaint);
}

void PrivateReaderTest::specimen_underIndependentReader_givesItsDg1()
{
    CHINHCHU_NEED_VECTOR("bin/jmrtd_bsi2008/Datagroup1.bin");
    qputenv("CHINHCHU_SHARED", QFileInfo(tests::sharedVector("")).dir().filePath("..").toUtf8());
    const Bytes dg1 = tests::readFile(tests::sharedVector("bin/jmrtd_bsi2008/Datagroup1.bin"));
    PrivateReader reader({"--profile", here + "profiles/passport-specimen.toml"},
                         {here + "independent/read_dg1.py", "C11T002JM", "960812", "131031"});

    const QString zone = reader.output().trimmed();
    const QByteArray complaint = reader.complaint();
    if (complaint.contains("ModuleNotFoundError"))
        QSKIP("python3-pyscard or python3-cryptography is not installed");

    QVERIFY2(!zone.isEmpty() && tests::toHex(dg1).endsWith(zone.toLatin1().toHex()), complaint);
}

void PrivateReaderTest::card_withWrongKey_staysClosed()
{
    PrivateReader reader({}, {here + "independent/read_dg1.py", "199000018", "990115", "390115"});

    reader.output();

    QVERIFY(reader.process.exitCode() != 0);
}

void PrivateReaderTest::reader_withoutCard_isEmpty()
{
    PrivateReader reader({"--no-card"}, {"opensc-tool", "-l"});

    const QString list = reader.output();

    QVERIFY2(list.contains("Virtual PCD 00 00"), reader.complaint());
    QVERIFY2(!list.contains("Yes"), qPrintable(list));
}

void PrivateReaderTest::readers_sideBySide_haveOneCardEach()
{
    PrivateReader first({}, {"opensc-tool", "-a"});
    PrivateReader second({"--no-card"}, {"opensc-tool", "-l"});
    PrivateReader third({}, {"opensc-tool", "-a"});

    QVERIFY(first.output().contains("3b:88:80:01"));
    QVERIFY(!second.output().contains("Yes"));
    QVERIFY(third.output().contains("3b:88:80:01"));
}

void PrivateReaderTest::command_withItsOwnStatus_passesItOn()
{
    PrivateReader reader({}, {"sh", "-c", "exit 42"});

    reader.output();

    QCOMPARE(reader.process.exitCode(), 42);
}

void PrivateReaderTest::helper_killed_leavesNothingBehind()
{
    PrivateReader reader;
    QVERIFY(reader.process.waitForReadyRead(60000));
    const QString line = QString::fromUtf8(reader.process.readLine()).trimmed();
    const QString folder = line.section('=', 1).section("/run/", 0, 0);
    QVERIFY2(!leftOvers(folder).isEmpty(), qPrintable(line));

    ::kill(static_cast<pid_t>(reader.process.processId()), SIGKILL);

    QTRY_VERIFY_WITH_TIMEOUT(leftOvers(folder).isEmpty(), 10000);
    QDir(folder).removeRecursively();
}

void PrivateReaderTest::starter_killed_leavesNothingBehind()
{
    QProcess starter;
    starter.start("bash", {"-c", "\"$@\"; true", "starter", here + "private-pcscd", "--no-card"});
    QVERIFY(starter.waitForReadyRead(60000));
    const QString folder = QString::fromUtf8(starter.readLine()).trimmed().section('=', 1).section("/run/", 0, 0);
    QVERIFY(!leftOvers(folder).isEmpty());

    starter.kill();
    starter.waitForFinished();

    QTRY_VERIFY_WITH_TIMEOUT(leftOvers(folder).isEmpty() && !QFileInfo::exists(folder), 10000);
}

void PrivateReaderTest::profile_thatIsWrong_endsWithItsMessage()
{
    QTemporaryFile profile;
    QVERIFY(profile.open());
    profile.write("[acess]\nbac = true\n");
    profile.close();
    PrivateReader reader({"--profile", profile.fileName()}, {"true"});

    reader.output();

    QCOMPARE(reader.process.exitCode(), 3);
    QVERIFY(reader.complaint().contains(":1: unknown key 'acess'"));
}

QTEST_GUILESS_MAIN(PrivateReaderTest)
#include "tst_private_reader.moc"
