// The program itself: what it says and with which status it ends, before any reader is needed.

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ran
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Ran run(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LC_ALL", "C.UTF-8");
    process.setProcessEnvironment(environment);
    process.start(CHINHCHU_PROGRAM, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void startKioskWithoutADisplay(QProcess& process, const QStringList& arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* each : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(each);
    }
    process.setProcessEnvironment(environment);
    process.start(CHINHCHU_KIOSK, arguments);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void noCommand_always_isUsage()
    {
        const Ran ran = run({});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.out.isEmpty());
        QVERIFY(ran.err.contains("chinhchu COMMAND"));
    }

    void help_always_listsEveryCommand()
    {
        const Ran ran = run({"--help"});
        QCOMPARE(ran.status, 0);
        for (const char* each :
             {"readers", "doctor", "read", "verify", "face compare", "face evaluate", "face quality", "audit verify",
              "report weekly", "report campaign",
              "trust import", "evidence verify", "session", "outbox list", "outbox sync", "outbox verify", "outbox retry"}) {
            QVERIFY2(ran.out.contains(QByteArray("  ") + each), each);
        }
    }

    void commandHelp_always_listsItsOptions()
    {
        const Ran ran = run({"read", "--help"});
        QCOMPARE(ran.status, 0);
        for (const char* each : {"--can", "--mrz", "--qr", "--access", "--trust", "--save", "--trace", "--json"}) {
            QVERIFY2(ran.out.contains(each), each);
        }
        QVERIFY(!ran.out.contains("--in-process-card"));
    }

    void sessionHelp_always_saysThatConsentIsImplied()
    {
        QVERIFY(run({"session", "--help"}).out.contains("--consent-given"));
    }

    void unknownCommand_always_isUsage() { QCOMPARE(run({"dance"}).status, 2); }

    void unknownOption_withJson_isOneObjectWithTheError()
    {
        const Ran ran = run({"read", "--json", "-", "--dance"});
        QCOMPARE(ran.status, 2);
        const QJsonObject error = ran.json().value("error").toObject();
        QCOMPARE(ran.json().value("exitCode").toInt(), 2);
        QCOMPARE(error.value("code").toString(), "USAGE_INVALID");
        for (const char* member : {"message", "action", "help", "detail"}) {
            QVERIFY2(!error.value(member).toString().isEmpty(), member);
        }
    }

    void failure_inVietnamese_isToldInVietnamese()
    {
        const QString english = run({"read", "--json", "-"}).json()["error"].toObject()["message"].toString();
        const QString vietnamese =
            run({"read", "--lang", "vi", "--json", "-"}).json()["error"].toObject()["message"].toString();
        QVERIFY(!vietnamese.isEmpty());
        QVERIFY(vietnamese != english);
    }

    void json_toAFile_isReadableByItsOwnerOnly()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("result.json");
        QCOMPARE(run({"read", "--json", file}).status, 2);
        QVERIFY(QFile::exists(file));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    }

    void read_withTwoKeys_isUsage() { QCOMPARE(run({"read", "--can", "123456", "--qr", "x"}).status, 2); }

    /// 4 means that a card refused the key; this one no card has seen.
    void read_withAKeyThatIsNone_isUsage_data()
    {
        QTest::addColumn<QStringList>("key");
        QTest::newRow("short") << QStringList{"--can", "12"};
        QTest::newRow("letters") << QStringList{"--can", "abcdef"};
        QTest::newRow("qr") << QStringList{"--qr", "nonsense"};
        QTest::newRow("mrz") << QStringList{"--mrz", "IDVNM"};
        QTest::newRow("date") << QStringList{"--number", "001099000001", "--birth", "soon", "--expiry", "991231"};
    }

    void read_withAKeyThatIsNone_isUsage()
    {
        QFETCH(QStringList, key);
        const Ran ran = run(QStringList{"read", "--json", "-"} + key);
        QCOMPARE(ran.status, 2);
        QCOMPARE(ran.json()["error"].toObject()["code"].toString(), "USAGE_INVALID");
        QVERIFY(ran.json()["error"].toObject()["detail"].toString().startsWith(key.first()));
    }

    /// These once printed nothing on standard output, although they were asked for an object.
    void usageError_withJson_isAlwaysOneObject_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown command") << QStringList{"dance", "--json", "-"};
        QTest::newRow("half a command") << QStringList{"outbox", "--json", "-"};
        QTest::newRow("language") << QStringList{"readers", "--lang", "fr", "--json=-"};
        QTest::newRow("only --json") << QStringList{"--json", "-"};
        QTest::newRow("before the mistake") << QStringList{"read", "--dance", "--json", "-"};
        QTest::newRow("value missing") << QStringList{"read", "--json", "-", "--can"};
    }

    void usageError_withJson_isAlwaysOneObject()
    {
        QFETCH(QStringList, arguments);
        const Ran ran = run(arguments);
        QCOMPARE(ran.status, 2);
        QCOMPARE(ran.json()["exitCode"].toInt(), 2);
        QCOMPARE(ran.json()["error"].toObject()["code"].toString(), "USAGE_INVALID");
    }

    void groupHelp_always_listsItsCommands()
    {
        const Ran ran = run({"outbox", "--help"});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.out.contains("outbox list") && ran.out.contains("outbox verify") && !ran.out.contains("audit"));
        QCOMPARE(run({"face", "-h"}).status, 0);
        QCOMPARE(run({"dance", "--help"}).status, 2);
    }

    /// "audit verify FILE" once verified the trail of the home folder and said that all was well.
    void argument_whereACommandTakesNone_isUsageAndNotRepeated()
    {
        const QTemporaryDir home;
        for (const QStringList& command :
             {QStringList{"audit", "verify"}, QStringList{"outbox", "verify"}, QStringList{"read"}}) {
            const Ran ran = run(command + QStringList{"000017", "--home", home.path(), "--json", "-"});
            QCOMPARE(ran.status, 2);
            const QJsonObject error = ran.json()["error"].toObject();
            QCOMPARE(error["code"].toString(), "USAGE_INVALID");
            QVERIFY(error["detail"].toString().contains(command.join(' ')));
            QVERIFY(!ran.err.contains("000017"));
        }
    }

    void group_withoutItsSecondWord_saysWhichThereAre()
    {
        const QString detail = run({"outbox", "--json", "-"}).json()["error"].toObject()["detail"].toString();
        QVERIFY2(detail.contains("list, sync, verify, retry"), qPrintable(detail));
    }

    void help_always_tellsTheExitStatuses()
    {
        const QByteArray text = run({"--help", "--lang", "en"}).out;
        for (const char* each : {"2 usage", "3 reader", "4 wrong", "5 authenticity", "6 intact", "7 face", "8 queued", "9 refused"}) {
            QVERIFY2(text.contains(each), each);
        }
    }

    /// Where no home folder was yet, this once ended as a full disk does.
    void staffList_onANewMachine_saysThatThereIsNobody()
    {
        const QTemporaryDir folder;
        const Ran ran = run({"staff", "list", "--lang", "en", "--home", folder.filePath("new/home")});
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.out.contains("Nobody may sign in"), ran.out.constData());
    }

    /// Without a display the kiosk once ended with Qt's abort, its own help too.
    void kioskHelp_withoutADisplay_isTold()
    {
        QProcess process;
        startKioskWithoutADisplay(process, {"--help"});
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("--windowed"));
    }

    void kiosk_withoutADisplay_saysSo()
    {
        QProcess process;
        startKioskWithoutADisplay(process, {});
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("SETTINGS_INVALID no screen"));
    }

    /// It was once judged like a card without a signature, which is a card to be refused.
    void verify_ofAFolderWithoutChipFiles_isUnreadable()
    {
        const QTemporaryDir folder;
        const Ran ran = run({"verify", folder.path(), "--json", "-"});
        QCOMPARE(ran.status, 2);
        QCOMPARE(ran.json()["error"].toObject()["code"].toString(), "FILE_UNREADABLE");
    }

    /// A full disk behind standard output once ended with 0.
    void output_whichCannotBeWritten_isAFailure()
    {
        const QTemporaryDir home;
        for (const QString& command : {QStringLiteral("outbox list --json - --home %1").arg(home.path()),
                                       QStringLiteral("outbox list --home %1").arg(home.path()),
                                       QStringLiteral("--help"), QStringLiteral("--version")}) {
            QProcess process;
            process.setStandardOutputFile("/dev/full");
            process.start(CHINHCHU_PROGRAM, command.split(' '));
            QVERIFY(process.waitForFinished());
            QVERIFY2(process.exitCode() == 2, qPrintable(command));
        }
    }

    /// --json /dev/full once put a file in the place of the device, as root.
    void json_toADevice_writesToItAndLeavesIt()
    {
        QTemporaryDir folder;
        const QString pipe = folder.filePath("pipe");
        QCOMPARE(QProcess::execute("mkfifo", {pipe}), 0);
        QProcess reader;
        reader.start("cat", {pipe});
        QCOMPARE(run({"outbox", "list", "--home", folder.path(), "--json", pipe}).status, 0);
        QVERIFY(reader.waitForFinished(20000));
        QVERIFY(QJsonDocument::fromJson(reader.readAllStandardOutput()).object().contains("entries"));
        QVERIFY(!QFileInfo(pipe).isFile());
        QCOMPARE(run({"outbox", "list", "--home", folder.path(), "--json", "/dev/full"}).status, 2);
    }

    void session_withoutNumber_isUsage() { QCOMPARE(run({"session", "--can", "123456"}).status, 2); }

    void session_withoutEnrolment_saysSo()
    {
        QTemporaryDir home;
        const Ran ran =
            run({"session", "--can", "123456", "--msisdn", "0912345678", "--home", home.path(), "--json", "-"});
        QCOMPARE(ran.status, 2);
        QCOMPARE(ran.json()["error"].toObject()["code"].toString(), "NOT_ENROLLED");
    }

    void trust_whichDoesNotExist_isNamed()
    {
        const Ran ran = run({"read", "--can", "123456", "--trust", "/does/not/exist", "--json", "-"});
        QCOMPARE(ran.status, 2);
        QCOMPARE(ran.json()["error"].toObject()["detail"].toString(), "/does/not/exist");
    }

    void outboxList_ofAFreshHome_isEmpty()
    {
        QTemporaryDir home;
        const Ran ran = run({"outbox", "list", "--home", home.path(), "--json", "-"});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.json().value("entries").toArray().isEmpty());
    }

    /// A damaged queue was once replaced without a word.
    void outbox_whichIsDamaged_saysSoAndKeepsTheFile()
    {
        QTemporaryDir home;
        QFile queue(home.filePath("outbox.sqlite"));
        QVERIFY(queue.open(QIODevice::WriteOnly));
        queue.write(QByteArray(8192, 'x'));
        queue.close();

        const Ran ran = run({"outbox", "list", "--home", home.path(), "--json", "-"});

        QCOMPARE(ran.status, 0);
        const QJsonObject damaged = ran.json()["damaged"].toObject();
        QVERIFY(QFile::exists(damaged["putAside"].toString()));
        QVERIFY2(ran.err.contains(damaged["putAside"].toString().toUtf8()), ran.err.constData());
        QFile trail(home.filePath("audit.log"));
        QVERIFY(trail.open(QIODevice::ReadOnly) && trail.readAll().contains("outbox-recovered"));
        QVERIFY(!run({"outbox", "list", "--home", home.path(), "--json", "-"}).json().contains("damaged"));
        for (const QJsonValue each :
             run({"doctor", "--home", home.path(), "--json", "-"}).json().value("checks").toArray()) {
            if (each["name"].toString() == "outbox") {
                QCOMPARE(each["state"].toString(), "limited");
            }
        }
    }

    void doctor_onABareMachine_namesEveryCheckAndIsNotReady()
    {
        QTemporaryDir home;
        const Ran ran = run({"doctor", "--home", home.path(), "--json", "-"});
        QCOMPARE(ran.status, 2);
        QStringList names;
        for (const QJsonValue each : ran.json().value("checks").toArray()) {
            names.append(each.toObject().value("name").toString());
        }
        QCOMPARE(names, (QStringList{"reader", "camera", "models", "blas", "disk", "swap", "enrolment", "clock", "issuers", "outbox",
                                     "carrier", "brand"}));
        QVERIFY(!ran.json().value("ready").toBool());
    }

    /// It once said that a chip's issuer could not be confirmed, though no chip was there.
    void doctor_withoutIssuers_speaksOfThisKioskAndOfNoChip()
    {
        QTemporaryDir home;
        for (const QJsonValue each :
             run({"doctor", "--home", home.path(), "--json", "-"}).json().value("checks").toArray()) {
            if (each["name"].toString() == "issuers") {
                QCOMPARE(each["code"].toString(), "ISSUERS_MISSING");
                return;
            }
        }
        QFAIL("issuers are not looked at");
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
