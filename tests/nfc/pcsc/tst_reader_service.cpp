#include "nfc/pcsc/call_thread.h"
#include "nfc/pcsc/reader_names.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <future>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace chinhchu::nfc;

namespace {

struct Answer
{
    int status = -1;
    QString text;
};

/// Asks pcsc_probe under a pcscd of its own; @p reader are options of private-pcscd.
class PrivatePcscd
{
public:
    Answer ask(const QStringList& options, const QStringList& question) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(script, QStringList{"--simulator", simulator, "--profile", profile, "--pki", pki.path()} +
                                  options + QStringList{"--", probe} + question);
        process.waitForFinished(60000);
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()).trimmed()};
    }
    [[nodiscard]] QString trustFolder() const { return pki.path() + "/csca"; }

    const QString script = CHINHCHU_SOURCE_DIR "/tests/simulators/chip/private-pcscd";
    const QString simulator = CHINHCHU_BINARY_DIR "/tests/simulators/chip/cccd-simulator";
    const QString profile = CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/cccd-2021.toml";
    const QString probe = CHINHCHU_BINARY_DIR "/tests/nfc/pcsc_probe";
    QTemporaryDir pki;
};

} // namespace

class TestReaderService : public QObject
{
    Q_OBJECT

    PrivatePcscd m_pcscd;
    bool m_available = false;

    Answer ask(const QStringList& options, const QStringList& question) { return m_pcscd.ask(options, question); }

private slots:
    void initTestCase()
    {
        constexpr int cannotRunHere = 77;
        m_available = ask({"--no-card"}, {"list"}).status != cannotRunHere;
    }

    void list_withVirtualReader_saysSo()
    {
        if (!m_available)
            QSKIP("needs namespaces and the driver of the virtual reader");
        // pcscd looks for a card every 0.4 s: asked at once, it may not have seen the one that lies there.
        auto answer = ask({}, {"list"});
        for (int again = 0; again < 5 && answer.text.contains("empty") && !answer.text.contains("card virtual");
             ++again)
            answer = ask({}, {"list"});
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.text.contains("Virtual PCD") && answer.text.contains("card virtual"), qPrintable(answer.text));
    }

    // Symptom 17: each of these has its own message.
    void open_withoutWhatItNeeds_namesIt_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("question");
        QTest::addColumn<QString>("code");
        QTest::newRow("no reader") << QStringList{"--no-reader"} << QStringList{"open"} << "READER_NOT_FOUND";
        QTest::newRow("no card") << QStringList{"--no-card"} << QStringList{"open"} << "CARD_NOT_PRESENT";
        QTest::newRow("other reader") << QStringList{} << QStringList{"open", "Nobody"} << "READER_NOT_FOUND";
        QTest::newRow("in use") << QStringList{} << QStringList{"hold"} << "CARD_IN_USE";
    }
    void open_withoutWhatItNeeds_namesIt()
    {
        if (!m_available)
            QSKIP("needs namespaces and the driver of the virtual reader");
        QFETCH(QStringList, options);
        QFETCH(QStringList, question);
        QFETCH(QString, code);
        const auto answer = ask(options, question);
        QVERIFY2(answer.text.startsWith(code), qPrintable(answer.text));
        QCOMPARE(answer.status, 3);
    }

    // Symptom 17: somebody listens, and never says anything.
    void list_withPcscdThatDoesNotAnswer_givesUp()
    {
        QTemporaryDir folder;
        const QByteArray path = folder.filePath("pcscd.comm").toLocal8Bit();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
        const int silent = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        QVERIFY(::bind(silent, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        QVERIFY(::listen(silent, 4) == 0);
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PCSCLITE_CSOCK_NAME", path);
        process.setProcessEnvironment(environment);
        process.start(m_pcscd.probe, {"list", "200"});
        const bool ended = process.waitForFinished();
        ::close(silent);
        QVERIFY(ended);
        const QByteArray answer = process.readAllStandardOutput();
        QVERIFY2(answer.startsWith("READER_SERVICE_UNAVAILABLE"), answer.constData());
        QCOMPARE(process.exitCode(), 3);
    }

    void list_withoutPcscd_saysThatTheServiceIsMissing()
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PCSCLITE_CSOCK_NAME", "/nonexistent/pcscd.comm");
        process.setProcessEnvironment(environment);
        process.start(m_pcscd.probe, {"list"});
        QVERIFY(process.waitForFinished());
        QVERIFY(process.readAllStandardOutput().startsWith("READER_SERVICE_UNAVAILABLE"));
        QCOMPARE(process.exitCode(), 3);
    }

    void read_overPcscd_verifiesTheChip()
    {
        if (!m_available)
            QSKIP("needs namespaces and the driver of the virtual reader");
        const auto answer = ask({}, {"read", "000017", m_pcscd.trustFolder()});
        QVERIFY2(answer.text.startsWith("PACE verified passed"), qPrintable(answer.text));
        QCOMPARE(answer.status, 0);
    }

    void read_withCardLiftedForAMoment_goesOn()
    {
        if (!m_available)
            QSKIP("needs namespaces and the driver of the virtual reader");
        const auto answer =
            ask({"--simulator-args", "--fault remove@20:700"}, {"read", "000017", m_pcscd.trustFolder()});
        QVERIFY2(answer.text.startsWith("PACE verified passed"), qPrintable(answer.text));
    }

    // pcscd calls the reader empty from then on, until the card is lifted once more.
    void open_withCardBackBeforePcscdLooked_findsIt()
    {
        if (!m_available)
            QSKIP("needs namespaces and the driver of the virtual reader");
        const QString control = m_pcscd.pki.filePath("control");
        const auto answer = ask({"--simulator-args", "--control " + control}, {"return", control});
        QVERIFY2(answer.text.startsWith("Virtual PCD"), qPrintable(answer.text));
        QCOMPARE(answer.status, 0);
    }

    void isVirtualReader_knowsSoftwareByName()
    {
        QVERIFY(isVirtualReader("Virtual PCD 00 00"));
        QVERIFY(isVirtualReader("Fake Vicc Reader"));
        QVERIFY(!isVirtualReader("ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC] 00 00"));
    }

    void inOrderOfPreference_withContactAndContactless_takesContactless()
    {
        const auto order =
            inOrderOfPreference({"HID OMNIKEY 5422 Smartcard Reader [OMNIKEY 5422 Smartcard Reader] 00 00",
                                 "ACS ACR1252 Dual Reader [ACR1252 Dual Reader SAM] 01 00",
                                 "ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC] 00 00",
                                 "HID OMNIKEY 5422CL Smartcard Reader [OMNIKEY 5422CL] 01 00"});
        QVERIFY(isContactlessSlot(order[0]) && isContactlessSlot(order[1]));
        QVERIFY(isContactSlot(order[3]));
    }

    void run_withCallThatNeverReturns_givesUpAndStaysUsableForTheCaller()
    {
        auto gate = std::make_shared<std::promise<void>>();
        CallThread thread;
        QVERIFY(!thread.run([wait = gate->get_future().share()] { wait.wait(); }, std::chrono::milliseconds(20)));
        QVERIFY(thread.givenUp());
        QVERIFY(!thread.run([] {}, std::chrono::milliseconds(20)));
        gate->set_value();
    }
};

QTEST_GUILESS_MAIN(TestReaderService)
#include "tst_reader_service.moc"
