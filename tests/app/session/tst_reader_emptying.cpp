// The parent's keys must never be tried on the child's card that still lies on the reader: a card may lock. With readers
// made here, and with a virtual one in a pcscd of its own.

#include "app/session/reader_emptying.h"
#include "app/session/session.h"
#include "tests/app/session/kit/bare_parts.h"

#include <QtTest>

#include <future>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace chinhchu;
using namespace chinhchu::app;
using namespace std::chrono_literals;

namespace {

std::vector<nfc::ReaderInfo> reader(bool cardPresent)
{
    nfc::ReaderInfo info;
    info.name = "Reader 00";
    info.cardPresent = cardPresent;
    return {info};
}

/// One card in the one reader of a private pcscd, which this program then takes for the system's.
class VirtualReader
{
public:
    explicit VirtualReader(const QString& folder)
        : m_control(folder + "/control")
    {
        const QString chip = QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/");
        m_service.start(chip + "private-pcscd",
                        {"--simulator", CCCD_SIMULATOR, "--profile", chip + "profiles/cccd-2021.toml", "--pki",
                         folder + "/pki", "--simulator-args", "--control " + m_control});
        while (!m_service.canReadLine() && m_service.waitForReadyRead(30000)) {
        }
        m_socket = m_service.readLine().trimmed();
    }
    ~VirtualReader() { end(); }

    /// Where pcscd listens; empty where there is none.
    [[nodiscard]] QByteArray socket() const { return m_socket.mid(m_socket.indexOf('=') + 1); }

    void end()
    {
        m_service.terminate();
        m_service.waitForFinished();
    }

    /// "remove" or "insert", and whether the simulator obeyed.
    [[nodiscard]] bool tell(const char* verb) const
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, m_control.toLocal8Bit().constData(), sizeof address.sun_path);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const QByteArray line = QByteArray(verb) + '\n';
        char answer[16] = {};
        const bool obeyed = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                            ::send(socket, line.constData(), std::size_t(line.size()), MSG_NOSIGNAL) == line.size() &&
                            ::recv(socket, answer, sizeof answer - 1, 0) > 0 && QByteArray(answer) == "ok\n";
        ::close(socket);
        return obeyed;
    }

private:
    QString m_control;
    QProcess m_service;
    QByteArray m_socket;
};

Result<std::vector<nfc::ReaderInfo>> pcscList()
{
    return nfc::ReaderService::list();
}

/// Until pcscd has seen the card that lies there: it looks every 0.4 s.
bool cardIsSeen()
{
    return nfc::ReaderService::openCard({}, 10s).has_value();
}

/// From the greeting to a card that is awaited.
void awaitCard(Session& session)
{
    session.begin();
    session.giveConsent("agreed", "en");
    session.enterNumbers({"0912345678"});
    session.identify({nfc::CanKey{"000017"}});
}

} // namespace

class TestReaderEmptying : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<VirtualReader> m_reader;

#define NEEDS_READER()                                                                                                 \
    if (m_reader->socket().isEmpty())                                                                                  \
    QSKIP("needs namespaces and the driver of the virtual reader")

private slots:
    void initTestCase()
    {
        m_reader = std::make_unique<VirtualReader>(m_folder.path());
        qputenv("PCSCLITE_CSOCK_NAME", m_reader->socket());
    }

    void virtualReader_withItsCard_isNotEmpty()
    {
        NEEDS_READER();
        QVERIFY(cardIsSeen());
        const auto emptied = awaitEmptyReader(pcscList, "", 0ms, {}, 20ms);
        QVERIFY(!emptied);
        QCOMPARE(emptied.error().code, FailureCode::CardNotPresent);
    }

    void virtualReader_whoseCardIsTakenOffAtLast_isAccepted_andTakesTheNext()
    {
        NEEDS_READER();
        QVERIFY(cardIsSeen());
        std::promise<void> lookedAt;
        const auto list = [&lookedAt, first = true]() mutable {
            auto readers = pcscList();
            if (std::exchange(first, false))
                lookedAt.set_value();
            return readers;
        };
        auto emptied = std::async(std::launch::async, [&] { return awaitEmptyReader(list, "", 1h, {}, 20ms); });
        lookedAt.get_future().wait();
        QVERIFY(emptied.wait_for(0s) == std::future_status::timeout);

        QVERIFY(m_reader->tell("remove"));
        QVERIFY(emptied.get());

        QVERIFY(m_reader->tell("insert"));
        QVERIFY(cardIsSeen());
    }

    void cardTakenOff_whileItsSessionIsWiped_leavesTheReaderToTheNext_data()
    {
        QTest::addColumn<bool>("cancelFirst");
        QTest::newRow("wiped, then taken off") << true;
        QTest::newRow("taken off, then wiped") << false;
    }

    void cardTakenOff_whileItsSessionIsWiped_leavesTheReaderToTheNext()
    {
        NEEDS_READER();
        QFETCH(bool, cancelFirst);
        SessionParts parts = counter::bareParts();
        parts.openCard = [](std::chrono::milliseconds patience, std::stop_token stop) {
            return nfc::ReaderService::openCard({}, patience, std::move(stop));
        };
        parts.enrolment.kind = Enrolment::Kind::Demo; // elsewhere a reader of software is refused
        Session session(std::move(parts));
        bool obeyed = false;
        const auto leave = connect(&session, &Session::stateChanged, this, [&](Session::State state) {
            if (state != Session::State::ReadChip)
                return;
            // The card thread is with the card at this moment.
            if (!cancelFirst)
                obeyed = m_reader->tell("remove");
            session.cancel();
            if (cancelFirst)
                obeyed = m_reader->tell("remove");
        });

        awaitCard(session);
        QTRY_VERIFY_WITH_TIMEOUT(obeyed, 20000);
        disconnect(leave);

        QCOMPARE(session.state(), Session::State::Greeting);
        QVERIFY(!session.facts().chip);
        QVERIFY(awaitEmptyReader(pcscList, "", 20s, {}, 20ms));
        QVERIFY(m_reader->tell("insert"));
        awaitCard(session);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Verdict, 20000);
        QVERIFY(session.facts().chip);
    }

    void reader_thatIsEmptiedInTime_isAccepted()
    {
        int asked = 0;
        const auto list = [&]() -> Result<std::vector<nfc::ReaderInfo>> { return reader(++asked < 3); };
        QVERIFY(awaitEmptyReader(list, "Reader 00", 1h, {}, 1ms));
        QCOMPARE(asked, 3);
    }

    void card_thatStays_isNotTheOneThatIsWanted()
    {
        const auto list = []() -> Result<std::vector<nfc::ReaderInfo>> { return reader(true); };
        for (const char* name : {"Reader 00", ""}) {
            const auto emptied = awaitEmptyReader(list, name, 0ms, {}, 1ms);
            QVERIFY(!emptied);
            QCOMPARE(emptied.error().code, FailureCode::CardNotPresent);
        }
    }

    void card_onAnotherReader_doesNotMatter()
    {
        const auto list = []() -> Result<std::vector<nfc::ReaderInfo>> { return reader(true); };
        QVERIFY(awaitEmptyReader(list, "Reader 01", 1h, {}, 1ms));
    }

    void waiting_thatIsStopped_ends()
    {
        std::stop_source stop;
        const auto list = [&]() -> Result<std::vector<nfc::ReaderInfo>> {
            stop.request_stop();
            return reader(true);
        };
        const auto emptied = awaitEmptyReader(list, "", 1h, stop.get_token(), 1h);
        QVERIFY(!emptied);
        QCOMPARE(emptied.error().code, FailureCode::Cancelled);
    }

    void readers_thatCannotBeAsked_areAskedAgainWhenOpened()
    {
        const auto list = []() -> Result<std::vector<nfc::ReaderInfo>> { return fail(FailureCode::ReaderNotFound); };
        QVERIFY(awaitEmptyReader(list, "", 1h, {}, 1ms));
    }

    /// Last: nothing is left of it after that.
    void cardReaderService_thatDies_isAskedAgainWhenOpened()
    {
        NEEDS_READER();
        m_reader->end();
        QVERIFY(awaitEmptyReader(pcscList, "", 1h, {}, 1ms));
        const auto card = nfc::ReaderService::openCard({}, 0ms);
        QVERIFY(!card);
        QCOMPARE(card.error().code, FailureCode::ReaderServiceUnavailable);
    }
};

QTEST_GUILESS_MAIN(TestReaderEmptying)
#include "tst_reader_emptying.moc"
