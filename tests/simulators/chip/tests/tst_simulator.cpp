#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

namespace {

const QString profiles = CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/";
const QByteArray atr = QByteArray::fromHex("3b888001e1f35e117781a10003");
const QByteArray selectApplication = QByteArray::fromHex("00a4040c07a0000002471001");
const QByteArray getChallenge = QByteArray::fromHex("0084000008");

/// The reader's end of a vpcd connection, as pcscd's driver has it, and the program cccd-simulator in it.
class Slot
{
public:
    Slot()
    {
        m_server.setListenBacklogSize(0); // as vpcd has it
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }
    ~Slot()
    {
        m_simulator.terminate();
        m_simulator.waitForFinished();
    }

    void start(const QStringList& options)
    {
        static const QTemporaryDir pki;
        m_simulator.start(CCCD_SIMULATOR, QStringList{"--profile", profiles + "cccd-15-years-old.toml", "--pki",
                                                      pki.path(), "--control", control(), "--vpcd",
                                                      QString("127.0.0.1:%1").arg(m_server.serverPort())} +
                                              options);
    }
    /// A card is pushed in and switched on.
    bool takeCard(int milliseconds = 20000)
    {
        if (!m_server.waitForNewConnection(milliseconds))
            return false;
        m_card.reset(m_server.nextPendingConnection());
        send(QByteArray(1, '\1'));
        return true;
    }
    void send(const QByteArray& message)
    {
        const char length[] = {char(message.size() >> 8), char(message.size())};
        m_card->write(QByteArray(length, 2) + message);
        m_card->flush();
    }
    /// Nothing within that time, or a card that leaves, is an empty answer.
    QByteArray receive(int milliseconds = 10000)
    {
        const auto have = [&](qint64 count) {
            while (m_card->bytesAvailable() < count)
                if (!m_card->waitForReadyRead(milliseconds))
                    return false;
            return true;
        };
        if (!have(2))
            return {};
        const QByteArray length = m_card->read(2);
        const qint64 size = quint8(length[0]) << 8 | quint8(length[1]);
        return have(size) ? m_card->read(size) : QByteArray();
    }
    QByteArray exchange(const QByteArray& message)
    {
        send(message);
        return receive();
    }
    bool isLifted() { return m_card->state() == QTcpSocket::UnconnectedState || m_card->waitForDisconnected(5000); }

    QByteArray tell(const QByteArray& line) const
    {
        QLocalSocket socket;
        socket.connectToServer(control());
        if (!socket.waitForConnected(5000))
            return "nobody";
        socket.write(line + "\n");
        socket.flush();
        while (socket.waitForReadyRead(5000) && !socket.canReadLine()) {
        }
        return socket.readLine().trimmed();
    }
    [[nodiscard]] QString control() const { return m_folder.filePath("control"); }
    QProcess& simulator() { return m_simulator; }

private:
    QTemporaryDir m_folder;
    QTcpServer m_server;
    std::unique_ptr<QTcpSocket> m_card;
    QProcess m_simulator;
};

} // namespace

/// The program cccd-simulator at the wire of the virtual reader, without pcscd.
class Simulator : public QObject
{
    Q_OBJECT

private slots:
    void card_switchedOn_showsItsAtrAndAnswers();
    void faults_fromTheCommandLine_happenAtTheirCommand();
    void controlSocket_takesFaultsWhileTheCardRuns();
    void controlSocket_liftsAndLaysDown();
    void controlSocket_withReaderThatDoesNotLook_isHeardAllTheSame();
    void controlSocket_withNonsense_saysWhatItKnows();
    void timing_asked_isTold();
    void options_thatAreWrong_endWithAMessage_data();
    void options_thatAreWrong_endWithAMessage();
};

void Simulator::card_switchedOn_showsItsAtrAndAnswers()
{
    Slot slot;
    slot.start({});
    QVERIFY(slot.takeCard());

    QCOMPARE(slot.exchange(QByteArray(1, '\4')), atr);
    QVERIFY(slot.simulator().waitForReadyRead());
    QVERIFY(slot.simulator().readLine().startsWith("ready: "));
    QCOMPARE(slot.exchange(selectApplication), QByteArray::fromHex("9000"));
    QCOMPARE(slot.exchange(getChallenge).size(), 10);
}

void Simulator::faults_fromTheCommandLine_happenAtTheirCommand()
{
    Slot slot;
    slot.start({"--fault", "status@2:6a82,duplicate@4,reset@5", "--fault", "garbage@6,garbage@7,wrong-mac@8,empty@9"});
    QVERIFY(slot.takeCard());

    QCOMPARE(slot.exchange(selectApplication), QByteArray::fromHex("9000"));
    QCOMPARE(slot.exchange(getChallenge), QByteArray::fromHex("6a82"));
    const QByteArray challenge = slot.exchange(getChallenge);
    QCOMPARE(challenge.size(), 10);
    QCOMPARE(slot.exchange(getChallenge), challenge); // once more
    // Forgotten which application was selected: EXTERNAL AUTHENTICATE belongs to it.
    QCOMPARE(slot.exchange(QByteArray::fromHex("0082000028") + QByteArray(40, 'x') + '\x28'),
             QByteArray::fromHex("6985"));
    // Two random status words are not both the right one.
    const QByteArray words = slot.exchange(getChallenge).right(2) + slot.exchange(getChallenge).right(2);
    QVERIFY(words != QByteArray::fromHex("90009000"));
    QCOMPARE(slot.exchange(selectApplication), QByteArray::fromHex("9000")); // has no MAC
    slot.send(getChallenge);
    QVERIFY(slot.isLifted());
    QVERIFY(slot.takeCard(5000)); // for a moment
}

void Simulator::controlSocket_takesFaultsWhileTheCardRuns()
{
    Slot slot;
    slot.start({});
    QVERIFY(slot.takeCard());
    QCOMPARE(slot.exchange(selectApplication), QByteArray::fromHex("9000"));

    QCOMPARE(slot.tell("count"), "1");
    QCOMPARE(slot.tell("fault status@+2:6f00,delay@+1:30"), "ok");
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(slot.exchange(selectApplication), QByteArray::fromHex("9000"));
    QVERIFY(clock.elapsed() >= 30);
    QCOMPARE(slot.exchange(selectApplication), QByteArray::fromHex("6f00"));
    QCOMPARE(slot.tell("fault status@+1:6f00"), "ok");
    QCOMPARE(slot.tell("clear"), "ok");
    QCOMPARE(slot.exchange(selectApplication), QByteArray::fromHex("9000"));
    QCOMPARE(slot.tell("count"), "4");
    // No answer for 50 ms, and then the card is out of the field for a moment.
    QCOMPARE(slot.tell("fault silence@+1:50"), "ok");
    slot.send(selectApplication);
    QVERIFY(slot.isLifted());
    QVERIFY(slot.takeCard(5000));
}

void Simulator::controlSocket_liftsAndLaysDown()
{
    Slot slot;
    slot.start({});
    QVERIFY(slot.takeCard());

    QCOMPARE(slot.tell("remove"), "ok");
    QVERIFY(slot.isLifted());
    QVERIFY(!slot.takeCard(100));
    QCOMPARE(slot.tell("insert"), "ok");
    QVERIFY(slot.takeCard());
    QCOMPARE(slot.tell("remove 50"), "ok");
    QVERIFY(slot.isLifted());
    QVERIFY(slot.takeCard());
    QCOMPARE(slot.exchange(QByteArray(1, '\4')), atr);
}

// A card that was put in and taken out before the reader looked blocks the reader's queue; the simulator waited for
// minutes, deaf to its control socket.
void Simulator::controlSocket_withReaderThatDoesNotLook_isHeardAllTheSame()
{
    Slot slot;
    slot.start({});
    QVERIFY(slot.takeCard());

    for (int times = 0; times < 3; ++times) {
        QCOMPARE(slot.tell("remove"), "ok");
        QCOMPARE(slot.tell("insert"), "ok");
    }
    QCOMPARE(slot.tell("count"), "0");

    QVERIFY(slot.takeCard());
    if (slot.exchange(QByteArray(1, '\4')) != atr) { // the one that was taken out
        QVERIFY(slot.takeCard());
        QCOMPARE(slot.exchange(QByteArray(1, '\4')), atr);
    }
}

void Simulator::controlSocket_withNonsense_saysWhatItKnows()
{
    Slot slot;
    slot.start({});
    QVERIFY(slot.takeCard());

    QVERIFY(slot.tell("eject").startsWith("error: fault SPEC, clear"));
    QVERIFY(slot.tell("fault remve@3").contains("kinds: remove reset"));
    QVERIFY(slot.tell("remove soon").startsWith("error: "));
    QVERIFY(slot.tell(QByteArray(5000, 'x')).startsWith("error: "));
    QCOMPARE(slot.exchange(QByteArray(1, '\4')), atr);
}

void Simulator::timing_asked_isTold()
{
    Slot slot;
    slot.start({"--timing", "848"});
    QVERIFY(slot.takeCard());
    QCOMPARE(slot.exchange(selectApplication), QByteArray::fromHex("9000"));

    const QByteArray told = slot.tell("timing");

    QVERIFY2(told.startsWith("1 commands, 0 bytes of files, ") &&
                 told.contains("848 kbit/s; an ideal reader: 1 commands"),
             told);
}

void Simulator::options_thatAreWrong_endWithAMessage_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("bit rate") << QStringList{"--timing", "9600"} << QByteArray("--timing begins with 106");
    QTest::newRow("fault") << QStringList{"--fault", "status@x"} << QByteArray("'x' is no number");
    QTest::newRow("reader") << QStringList{"--vpcd", "here"} << QByteArray("--vpcd needs HOST:PORT");
    QTest::newRow("word") << QStringList{"card"} << QByteArray("--profile FILE is needed");
}

void Simulator::options_thatAreWrong_endWithAMessage()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, message);
    Slot slot;

    slot.start(options);

    QVERIFY(slot.simulator().waitForFinished());
    QCOMPARE(slot.simulator().exitCode(), 2);
    const QByteArray said = slot.simulator().readAllStandardError();
    QVERIFY2(said.contains(message), said);
}

QTEST_GUILESS_MAIN(Simulator)
#include "tst_simulator.moc"
