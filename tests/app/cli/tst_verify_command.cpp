// `chinhchu verify` and `chinhchu trust` as a person or a script meets them.

#include "tests/nfc/shared_vectors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace chinhchu::tests;

namespace {

struct Ran
{
    int status = -1;
    QByteArray out;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// Status -1 if it does not end by itself.
Ran run(const QStringList& arguments)
{
    QProcess process;
    process.start(CHINHCHU_PROGRAM, arguments);
    if (!process.waitForFinished(20000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput()};
}

QString pipeIn(const QTemporaryDir& folder, const char* name)
{
    const QString path = folder.filePath(name);
    if (::mkfifo(qPrintable(path), 0600) != 0)
        qFatal("no pipe");
    return path;
}

} // namespace

class VerifyCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void verify_ofAPipe_isRefusedAtOnce_data();
    void verify_ofAPipe_isRefusedAtOnce();
    void verify_ofCapturedDocuments_endsAsTheIssuerIsKnown_data();
    void verify_ofCapturedDocuments_endsAsTheIssuerIsKnown();
    void verify_asText_isAChecklistInBothLanguages();
    void verify_ofSpecimen_tellsItsReasonsAndSteps();
};

/// Opening a pipe that nobody writes to once waited for ever.
void VerifyCommandTest::verify_ofAPipe_isRefusedAtOnce_data()
{
    QTest::addColumn<QStringList>("arguments"); // PIPE and FOLDER are filled in
    QTest::newRow("SOD") << QStringList{"verify", "--sod", "PIPE"};
    QTest::newRow("folder") << QStringList{"verify", "FOLDER"};
    QTest::newRow("evidence") << QStringList{"evidence", "verify", "PIPE", "--key", "PIPE"};
    QTest::newRow("issuers") << QStringList{"trust", "import", "PIPE"};
    QTest::newRow("root of a list") << QStringList{"trust", "import", "--root", "PIPE", "PIPE"};
}

void VerifyCommandTest::verify_ofAPipe_isRefusedAtOnce()
{
    QFETCH(QStringList, arguments);
    const QTemporaryDir folder;
    const QString pipe = pipeIn(folder, "EF_SOD.bin");
    arguments.replaceInStrings("PIPE", pipe).replaceInStrings("FOLDER", folder.path());
    arguments << "--json"
              << "-"
              << "--home" << folder.filePath("home");

    const Ran ran = run(arguments);

    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.json()["error"].toObject()["code"].toString(), QString("FILE_UNREADABLE"));
}

void VerifyCommandTest::verify_ofCapturedDocuments_endsAsTheIssuerIsKnown_data()
{
    QTest::addColumn<int>("status");
    for (const char* state : {"AT", "FR", "MY", "NZ", "PH"})
        QTest::newRow(state) << 0;
    QTest::newRow("ID") << 6;
}

void VerifyCommandTest::verify_ofCapturedDocuments_endsAsTheIssuerIsKnown()
{
    QFETCH(int, status);
    const QString file = QString("captured/SOD_%1.bin").arg(QTest::currentDataTag());
    CHINHCHU_NEED_VECTOR(file);

    const Ran ran = run({"verify", "--sod", sharedVector(file), "--trust", sharedVector("masterlists"), "--json", "-"});

    QCOMPARE(ran.status, status);
    const QJsonObject authenticity = ran.json()["authenticity"].toObject();
    QCOMPARE(authenticity["passive"].toString(), status == 0 ? QString("verified") : QString("issuer-unknown"));
    QCOMPARE(authenticity["revocation"].toString(), status == 0 ? QString("missing") : QString("not-checked"));
}

void VerifyCommandTest::verify_asText_isAChecklistInBothLanguages()
{
    CHINHCHU_NEED_VECTOR("captured/SOD_MY.bin");
    const QStringList arguments{"verify", "--sod", sharedVector("captured/SOD_MY.bin"), "--trust",
                                sharedVector("masterlists")};

    const QByteArray english = run(arguments + QStringList{"--lang", "en"}).out;
    const QByteArray vietnamese = run(arguments + QStringList{"--lang", "vi"}).out;

    QVERIFY2(english.contains("✓ right          Signature of the signer [Malaysia Doc Signer (MY)]: RSASSA-PSS"),
             english);
    QVERIFY2(english.contains("! note           Not withdrawn by the issuer"), english);
    QVERIFY2(vietnamese.contains("✓ đúng           Chữ ký của bên ký [Malaysia Doc Signer (MY)]: RSASSA-PSS"),
             vietnamese);
    QCOMPARE(english.count('\n'), vietnamese.count('\n'));
}

void VerifyCommandTest::verify_ofSpecimen_tellsItsReasonsAndSteps()
{
    CHINHCHU_NEED_VECTOR("bin/tsemrtd/EF_SOD.bin");
    const Ran ran = run({"verify", sharedVector("bin/tsemrtd"), "--json", "-"});

    QCOMPARE(ran.status, 6);
    const QJsonObject authenticity = ran.json()["authenticity"].toObject();
    QCOMPARE(authenticity["reasons"].toArray(), QJsonArray{"ISSUER_UNKNOWN"});
    QVERIFY(authenticity["steps"].toArray().size() > 10);
    QCOMPARE(ran.json()["files"].toObject()["DG1"].toObject()["size"].toInt(), 93); // 88 characters and two headers
}

QTEST_GUILESS_MAIN(VerifyCommandTest)
#include "tst_verify_command.moc"
