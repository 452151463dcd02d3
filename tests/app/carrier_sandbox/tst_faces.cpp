#include "kit/evidence_maker.h"
#include "kit/openssl_command.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using kit::SyntheticChip;

namespace {

/// What honest evidence of the kit says of itself.
constexpr auto Honest = R"({"recipe":"test","modelSha256":"%1","distance":0.21})";

QByteArray honestly(const char* text = Honest)
{
    return QString::fromLatin1(text).arg(QString(64, 'a')).toLatin1();
}

} // namespace

/// What the sandbox makes of the comparison of faces. A script stands for the program with the models; with the real one:
/// tst_rare_sessions.
class Faces : public QObject
{
    Q_OBJECT

private slots:
    void withoutModels_theNumbersAreJudged_andThatIsSaid()
    {
        open({});
        static const QRegularExpression line("^faces: (.*)$");
        QCOMPARE(m_carrier->consoleLine(line), QString("compared by the kiosk's numbers only (no --models)"));
        const auto reply = submit(session());
        QCOMPARE(reply.json.value("state").toString(), QString("verified"));
        QCOMPARE(reply.json.value("faceCompared").toString(), QString("numbers"));
    }

    void framesThatGiveTheClaimedDistance_areVerified()
    {
        open(answering(honestly()));
        static const QRegularExpression line("^faces: (.*)$");
        QCOMPARE(m_carrier->consoleLine(line), QString("compared again from the enclosed frames"));
        const auto reply = submit(session());
        QCOMPARE(reply.json.value("reasons").toArray(), QJsonArray());
        QCOMPARE(reply.json.value("state").toString(), QString("verified"));
        QCOMPARE(reply.json.value("faceCompared").toString(), QString("frames"));
    }

    void framesThatGiveSomethingElse_areNot_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QByteArray& answer, const char* state, const char* code) {
            QTest::newRow(name) << answer << QString(state) << QString(code);
        };
        row("a larger distance", honestly(R"({"recipe":"test","modelSha256":"%1","distance":0.35})"), "refused",
            "FACE_DISTANCE_DISAGREES");
        row("a smaller one", honestly(R"({"recipe":"test","modelSha256":"%1","distance":0.1})"), "refused",
            "FACE_DISTANCE_DISAGREES");
        row("no face", R"({"unreadable":"frame","why":"FACE_NOT_FOUND"})", "refused", "FACE_FRAMES_UNREADABLE");
        row("no face on the chip", R"({"unreadable":"photograph","why":"FACE_NOT_FOUND"})", "received",
            "FACE_NOT_COMPARED");
        row("another model", R"({"recipe":"test","modelSha256":"b","distance":0.21})", "received",
            "FACE_NOT_COMPARED");
        row("another recipe", honestly(R"({"recipe":"other","modelSha256":"%1","distance":0.21})"), "received",
            "FACE_NOT_COMPARED");
        row("nonsense", "nonsense", "received", "FACE_NOT_COMPARED");
    }

    void framesThatGiveSomethingElse_areNot()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, state);
        QFETCH(QString, code);
        open(answering(answer));
        const auto reply = submit(session());
        QCOMPARE(reply.json.value("reasons").toArray(), QJsonArray{code});
        QCOMPARE(reply.json.value("state").toString(), state);
    }

    /// A lie within what two processors may differ by, where it decides.
    void distanceJustAboveTheThreshold_isNoMatch()
    {
        open(answering(honestly(R"({"recipe":"test","modelSha256":"%1","distance":0.402})")));
        kit::Session claims = session();
        claims.set("face.distance", 0.398);
        QCOMPARE(submit(claims).json.value("reasons").toArray(), QJsonArray{"FACE_MISMATCH"});
    }

    /// A picture that kills the program costs one comparison, and nothing is verified by that.
    void programThatDies_isStartedAgain()
    {
        const QString mark = m_state->csca() + ".died";
        open(script("[ -e '" + mark.toUtf8() + "' ] || { : >'" + mark.toUtf8() + "'; exit 1; }\necho '" + honestly() + "'"));
        const auto first = submit(session());
        QCOMPARE(first.json.value("state").toString(), QString("received"));
        QCOMPARE(first.json.value("reasons").toArray(), QJsonArray{"FACE_NOT_COMPARED"});
        QCOMPARE(submit(session()).json.value("state").toString(), QString("verified"));
    }

    /// It costs a second of a processor.
    void evidenceThatIsRefusedAnyway_isNotCompared()
    {
        open(script("exit 1"));
        kit::Session claims = session();
        claims.set("subject.fullName", "Nguyễn Thị Ân");
        const auto reply = submit(claims);
        QCOMPARE(reply.json.value("reasons").toArray(), QJsonArray{"NAME_MISMATCH"});
        QCOMPARE(reply.json.value("faceCompared").toString(), QString("numbers"));
    }

    void bindingVerifiedLater_isReceivedUntilItsFaceWasCompared()
    {
        const QString gate = m_state->csca() + ".gate";
        QCOMPARE(QProcess::execute("mkfifo", {gate}), 0);
        open(script("read -r go <'" + gate.toUtf8() + "'\necho '" + honestly() + "'"), {"--verify", "later"});
        const kit::Session claims = session();
        QCOMPARE(submit(claims).json.value("state").toString(), QString("received"));
        // The pipe opens for writing once the program stands at it: everything else was checked before.
        QFile go(gate);
        QVERIFY(go.open(QIODevice::WriteOnly));
        const auto status = [&] {
            return m_carrier->post(m_device, "retrieve-binding-status", {{"bindingId", claims.bindingId}}).json;
        };
        QCOMPARE(status().value("state").toString(), QString("received"));
        go.write("go\n");
        go.close();
        QTRY_COMPARE(status().value("state").toString(), QString("verified"));
        QCOMPARE(status().value("faceCompared").toString(), QString("frames"));
    }

    void initTestCase() { m_state = std::make_unique<kit::SyntheticState>(m_folder.filePath("state"), "Synthetic"); }

private:
    /// A program that gets photograph and frames, and does this for each.
    QString script(const QByteArray& action)
    {
        const QByteArray photograph = SyntheticChip::photograph().toBase64();
        const QString file = m_folder.filePath(QStringLiteral("faces-%1").arg(++m_scripts));
        kit::writeFile(file, "#!/bin/sh\nwhile read -r line; do\ncase \"$line\" in *'" + photograph +
                                 "'*) ;; *) exit 1;; esac\n" + action + "\ndone\n");
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file;
    }

    QString answering(const QByteArray& answer) { return script("echo '" + answer + "'"); }

    void open(const QString& program, QStringList options = {})
    {
        if (!program.isEmpty())
            options += {"--models", m_folder.path(), "--face-program", program};
        m_carrier = std::make_unique<kit::SandboxProcess>(options);
        m_device = m_carrier->enrol("kiosk-1");
        QVERIFY(QFile::copy(m_state->csca(), m_carrier->trustFolder() + "/csca.crt"));
    }

    kit::Session session()
    {
        if (!m_chip)
            m_chip = std::make_unique<SyntheticChip>(*m_state, m_folder.filePath("chip"),
                                                     SyntheticChip::Proof::EcdsaPlain, SyntheticChip::Holder{});
        return kit::honestSession(*m_carrier, m_device, *m_chip);
    }

    kit::Reply submit(const kit::Session& claims) { return kit::submit(*m_carrier, m_device, claims); }

    QTemporaryDir m_folder;
    std::unique_ptr<kit::SyntheticState> m_state;
    std::unique_ptr<SyntheticChip> m_chip;
    std::unique_ptr<kit::SandboxProcess> m_carrier;
    kit::Device m_device;
    int m_scripts = 0;
};

QTEST_GUILESS_MAIN(Faces)
#include "tst_faces.moc"
