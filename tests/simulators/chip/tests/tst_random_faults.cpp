#include "nfc/pcsc/reader_service.h"
#include "tests/simulators/chip/tests/reading_desk.h"

#include <QtTest>

#include <random>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace chinhchu;
using namespace chinhchu::chip;

namespace {

const QString here = CHINHCHU_SOURCE_DIR "/tests/simulators/chip/";

int sequences(const char* variable, int usual)
{
    const int wanted = qEnvironmentVariableIntValue(variable);
    return wanted > 0 ? wanted : usual;
}

/// Another number gives other sequences.
int firstSeed()
{
    return sequences("CHINHCHU_FAULT_SEED", 1);
}

/// One to four faults somewhere in a read. Indexes are written "@+n": counted from the command that comes next.
std::string randomFaults(std::mt19937& random, int commands, bool realTime)
{
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    std::string specification;
    for (int left = 1 + below(4); left > 0; --left) {
        const auto& [name, kind] = faultKinds()[static_cast<std::size_t>(below(static_cast<int>(faultKinds().size())))];
        specification += (specification.empty() ? "" : ",") + name + "@+" + std::to_string(1 + below(commands));
        if (kind == Fault::Kind::Remove)
            specification += ":" + std::to_string(realTime ? 600 + below(600) : below(20000));
        if (kind == Fault::Kind::Delay || kind == Fault::Kind::Silence)
            specification += ":" + std::to_string(realTime ? 1 + below(200) : below(20000));
        if (kind == Fault::Kind::Status) {
            const char* const words[] = {"6300", "6700", "6982", "6987", "6988",
                                         "6a80", "6a82", "6b00", "6f00", "9000"};
            specification += std::string(":") + words[below(10)];
        }
    }
    return specification;
}

/// Whoever holds the card: the reader may fail, but what it calls verified must be true.
bool isHonest(const Result<nfc::ChipIdentity>& identity, const CardImage& card)
{
    if (!identity || nfc::exitStatus(identity->authenticity) != 0)
        return true;
    return filesAreTheChips(*identity, card) && identity->identity.number == SecretText(card.profile.identity.number);
}

std::string tell(const QString& socketPath, const std::string& line)
{
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, qPrintable(socketPath), sizeof address.sun_path);
    std::string answer;
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        const std::string sent = line + "\n";
        ::send(socket, sent.data(), sent.size(), MSG_NOSIGNAL);
        for (char c = 0; ::recv(socket, &c, 1, 0) == 1 && c != '\n';)
            answer += c;
    }
    ::close(socket);
    return answer;
}

} // namespace

/// Faults in any order at any command: no hang, no crash, and nothing called verified that is not.
class RandomFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void chipInProcess_withEachFaultAtEachCommand_isNeverWronglyVerified();
    void chipInProcess_withRandomFaults_isNeverWronglyVerified();
    void chipBehindPcscd_withRandomFaults_isNeverWronglyVerified();

private:
    nfc::ReadRequest request() const;
    /// Whether the read was verified; nothing when that was wrong, or when it had no end.
    std::optional<bool> readInProcess(const std::string& faults);
    QTemporaryDir m_folder;
    std::optional<CardImage> m_image;
    std::string m_pki;
};

void RandomFaults::initTestCase()
{
    m_pki = m_folder.filePath("pki").toStdString();
    auto image = personalise((here + "profiles/cccd-2021.toml").toStdString(), {m_pki, ""});
    QVERIFY2(image, image ? "" : image.error().c_str());
    m_image = std::move(*image);
}

nfc::ReadRequest RandomFaults::request() const
{
    nfc::ReadRequest request;
    request.keys = keysOf(*m_image);
    request.trust = nfc::TrustStore::load(m_pki + "/csca").value();
    return request;
}

std::optional<bool> RandomFaults::readInProcess(const std::string& faults)
{
    Card card(*m_image);
    FaultPlan plan;
    plan.add(faults);
    FaultyCard faulty(card, plan);
    InProcessChannel channel(faulty);
    const auto identity = nfc::readChip(channel, request());
    if (!isHonest(identity, *m_image) || channel.virtualMs() >= 600'000)
        return {};
    return identity && nfc::exitStatus(identity->authenticity) == 0;
}

void RandomFaults::chipInProcess_withEachFaultAtEachCommand_isNeverWronglyVerified()
{
    const int commandsOfARead = 22;
    const int stride = sequences("CHINHCHU_FAULT_SEQUENCES", 60) >= 900 ? 1 : 4;
    for (const auto& [name, kind] : faultKinds()) {
        int verified = 0;
        for (int at = 1; at <= commandsOfARead + 1; at += stride) {
            const std::string fault =
                name + "@" + std::to_string(at) + (kind == Fault::Kind::Status ? ":6f00" : ":300");
            const auto outcome = readInProcess(fault);
            QVERIFY2(outcome, fault.c_str());
            verified += *outcome;
        }
        qInfo("%s: %d reads verified all the same", name.c_str(), verified);
        // Waiting is all that a late answer asks for.
        if (kind == Fault::Kind::Delay)
            QCOMPARE(verified, commandsOfARead / stride + 1);
    }
}

void RandomFaults::chipInProcess_withRandomFaults_isNeverWronglyVerified()
{
    const int count = sequences("CHINHCHU_FAULT_SEQUENCES", 60);
    int verified = 0;
    for (int seed = firstSeed(); seed < firstSeed() + count; ++seed) {
        std::mt19937 random(static_cast<unsigned>(seed));
        const std::string faults = randomFaults(random, 24, false);
        const auto outcome = readInProcess(faults);
        QVERIFY2(outcome, qPrintable(QString("seed %1: %2").arg(seed).arg(faults.c_str())));
        verified += *outcome;
    }
    qInfo("%d of %d reads verified all the same", verified, count);
}

void RandomFaults::chipBehindPcscd_withRandomFaults_isNeverWronglyVerified()
{
    const int count = sequences("CHINHCHU_PCSCD_FAULT_SEQUENCES", 6);
    const QString control = m_folder.filePath("control");
    QProcess service;
    service.setProcessChannelMode(QProcess::SeparateChannels);
    service.start(here + "private-pcscd",
                  {"--simulator", CCCD_SIMULATOR, "--profile", here + "profiles/cccd-2021.toml", "--pki",
                   QString::fromStdString(m_pki), "--simulator-args", "--control " + control});
    if (!service.waitForReadyRead(60000)) {
        service.waitForFinished(1000);
        QVERIFY2(service.exitCode() == 77, service.readAllStandardError());
        qInfo("no namespaces, no pcscd or no vpcd driver here: the same sequences in this process");
        for (int seed = firstSeed(); seed < firstSeed() + count; ++seed) {
            std::mt19937 random(static_cast<unsigned>(seed));
            const std::string faults = randomFaults(random, 24, true);
            QVERIFY2(readInProcess(faults), faults.c_str());
        }
        return;
    }
    qputenv("PCSCLITE_CSOCK_NAME", service.readLine().trimmed().split('=').last());
    // That card has keys of its own for Active Authentication; the files that carry none of them are the same.
    int verified = 0;
    qint64 longestOpening = 0;
    qint64 longestRead = 0;
    for (int seed = firstSeed(); seed < firstSeed() + count; ++seed) {
        std::mt19937 random(static_cast<unsigned>(seed));
        tell(control, "clear");
        tell(control, "insert");
        const std::string faults = randomFaults(random, 24, true);
        QCOMPARE(tell(control, "fault " + faults), std::string("ok"));
        const QByteArray which = QByteArray::number(seed) + ": " + QByteArray::fromStdString(faults);

        // The card lies on the reader, so it must be found, whatever the sequence before left behind.
        QElapsedTimer clock;
        clock.start();
        auto channel = nfc::ReaderService::openCard("", std::chrono::seconds(20));
        longestOpening = std::max(longestOpening, clock.restart());
        QVERIFY2(channel, channel ? "" : which + " " + describe(channel.error()));
        const auto identity = nfc::readChip(**channel, request());
        longestRead = std::max(longestRead, clock.elapsed());

        const bool good = identity && nfc::exitStatus(identity->authenticity) == 0;
        QVERIFY2(!good || identity->identity.number == SecretText(m_image->profile.identity.number), which);
        verified += good;
    }
    qInfo("%d of %d reads verified all the same; the longest opening took %lld ms, the longest read %lld ms", verified,
          count, longestOpening, longestRead);
    service.terminate();
    service.waitForFinished();
}

QTEST_GUILESS_MAIN(RandomFaults)
#include "tst_random_faults.moc"
