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
              "trust import", "evidence verify", "session", "outbox list", "outbox sync"}) {
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

    void read_withACanThatIsNone_isAWrongKey()
    {
        const Ran ran = run({"read", "--can", "-", "--json", "-"}, "12\n");
        QCOMPARE(ran.status, 4);
        QCOMPARE(ran.json()["error"].toObject()["code"].toString(), "ACCESS_KEY_INVALID");
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

    void doctor_onABareMachine_namesEveryCheckAndIsNotReady()
    {
        QTemporaryDir home;
        const Ran ran = run({"doctor", "--home", home.path(), "--json", "-"});
        QCOMPARE(ran.status, 2);
        QStringList names;
        for (const QJsonValue each : ran.json().value("checks").toArray()) {
            names.append(each.toObject().value("name").toString());
        }
        QCOMPARE(names, (QStringList{"reader", "camera", "models", "disk", "enrolment", "clock", "issuers", "outbox",
                                     "carrier"}));
        QVERIFY(!ran.json().value("ready").toBool());
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
