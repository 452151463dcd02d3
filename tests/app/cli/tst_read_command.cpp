// `read` with a simulated chip inside the process: what it reports, and what a recording of it is worth.

#include <QDir>
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
    [[nodiscard]] QString code() const { return json()["error"].toObject()["code"].toString(); }
};

Ran run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    process.waitForFinished(60000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestReadCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// Reads the simulated card of 2021.
    Ran readCard(const QStringList& more) const
    {
        return run(CHINHCHU_DEMO, QStringList{"read", "--json", "-", "--trust", path("pki/csca"), "--home",
                                              path("home"), "--in-process-card",
                                              CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/cccd-2021.toml",
                                              "--pki", path("pki")} +
                                      more);
    }
    Ran replay(const QStringList& more = {}) const
    {
        return run(CHINHCHU_PROGRAM, QStringList{"read", "--json", "-", "--trust", path("pki/csca"), "--home",
                                                 path("home"), "--can", "000017", "--replay", path("trace")} +
                                         more);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(path("home")));
        // The first read makes the issuer, whose certificate the others trust.
        QVERIFY(QDir().mkpath(path("pki/csca")));
        readCard({"--can", "000017"});
    }

    void replay_ofUnmaskedTrace_saysReplayAndNeverEndsAsVerified()
    {
        const Ran recorded = readCard({"--can", "000017", "--trace", path("trace"), "--trace-unmasked"});
        QVERIFY2(recorded.status == 0, recorded.out + recorded.err);

        const Ran replayed = replay();

        QCOMPARE(replayed.status, 3);
        QCOMPARE(replayed.code(), QString("REPLAY_IS_NO_CARD"));
        QCOMPARE(replayed.json()["source"].toString(), QString("replay"));
        QCOMPARE(replayed.json()["files"], recorded.json()["files"]);
        QCOMPARE(replayed.json()["identity"], recorded.json()["identity"]);
    }

    void replay_ofMaskedTrace_isRefused()
    {
        QCOMPARE(readCard({"--can", "000017", "--trace", path("trace")}).status, 0);
        const Ran replayed = replay();
        QCOMPARE(replayed.status, 2);
        QCOMPARE(replayed.code(), QString("FILE_UNREADABLE"));
    }

    void replay_withReader_isUsage() { QCOMPARE(replay({"--reader", "x"}).status, 2); }

    void unmasked_withoutTrace_isUsage() { QCOMPARE(readCard({"--can", "000017", "--trace-unmasked"}).status, 2); }

    void read_withQrCode_namesTheFieldsThatDiffer()
    {
        const Ran same = readCard({"--qr", "099199000017|099000017|Nguyễn Thị Ấn|15011999|Nữ|x|01062021"});
        QVERIFY2(same.status == 0, same.out + same.err);
        const QJsonArray address = same.json()["disagreements"].toArray();
        QCOMPARE(address.size(), 1);
        QCOMPARE(address[0].toObject()["field"].toString(), QString("residence"));
        QCOMPARE(address[0].toObject()["between"].toArray(), (QJsonArray{"QR", "DG13"}));
        QVERIFY(same.json()["disagreements"].toArray().first().toObject().size() == 2); // no content

        const Ran other = readCard({"--qr", "099199000017||Trần Văn Khác|16011999|Nam|x|02062021"});
        QStringList fields;
        for (const auto& each : other.json()["disagreements"].toArray())
            fields.append(each.toObject()["field"].toString());
        fields.removeDuplicates();
        fields.sort();
        QCOMPARE(fields, (QStringList{"birthDate", "fullName", "issueDate", "residence", "sex"}));
    }
};

QTEST_GUILESS_MAIN(TestReadCommand)
#include "tst_read_command.moc"
