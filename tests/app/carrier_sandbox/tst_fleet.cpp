// Many kiosks, two sandboxes behind one address on one PostgreSQL, and one of them is killed in the middle: the real
// outbox, courier and client in every kiosk, and evidence of which each check passes.

#include "app/carrier/signed_document.h"
#include "app/outbox/outbox.h"
#include "kit/quick_sealer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <atomic>
#include <latch>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

int amount(const char* variable, int otherwise)
{
    const int wanted = qEnvironmentVariableIntValue(variable);
    return wanted > 0 ? wanted : otherwise;
}

/// One address for several sandboxes: each connection goes to the next one that answers. It does not look inside.
class Balancer : public QTcpServer
{
public:
    explicit Balancer(QList<quint16> ports)
        : m_ports(std::move(ports))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* client = nextPendingConnection())
                reach(client, int(m_ports.size()));
        });
    }

private:
    void reach(QTcpSocket* client, int tries)
    {
        auto* carrier = new QTcpSocket(client);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(carrier, &QTcpSocket::connected, client, [client, carrier] {
            const auto pipe = [](QTcpSocket* from, QTcpSocket* to) { to->write(from->readAll()); };
            connect(client, &QTcpSocket::readyRead, carrier, [=] { pipe(client, carrier); });
            connect(carrier, &QTcpSocket::readyRead, client, [=] { pipe(carrier, client); });
            connect(carrier, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
            pipe(client, carrier);
        });
        connect(carrier, &QTcpSocket::errorOccurred, client, [=, this] {
            if (carrier->property("reached").toBool() || tries <= 1)
                return client->abort();
            carrier->deleteLater();
            reach(client, tries - 1);
        });
        connect(carrier, &QTcpSocket::connected, carrier, [carrier] { carrier->setProperty("reached", true); });
        carrier->connectToHost(QHostAddress::LocalHost, m_ports[m_next++ % m_ports.size()]);
    }

    QList<quint16> m_ports;
    qsizetype m_next = 0;
};

/// Runs an object that lives in a thread of its own.
template <class Object>
class Elsewhere
{
public:
    explicit Elsewhere(std::function<std::unique_ptr<Object>()> make)
    {
        m_thread.reset(QThread::create([this, make = std::move(make)] {
            const auto object = make();
            QEventLoop loop;
            m_port = object->serverPort();
            m_ready.count_down();
            while (!QThread::currentThread()->isInterruptionRequested())
                loop.processEvents(QEventLoop::WaitForMoreEvents, 100);
        }));
        m_thread->start();
        m_ready.wait();
    }
    ~Elsewhere()
    {
        m_thread->requestInterruption();
        m_thread->wait();
    }
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    std::unique_ptr<QThread> m_thread;
    std::latch m_ready{1};
    quint16 m_port = 0;
};

template <class T>
Result<T> waitFor(const std::function<void(std::function<void(Result<T>)>)>& begin)
{
    std::optional<Result<T>> found;
    QEventLoop loop;
    begin([&](Result<T> result) {
        found = std::move(result);
        loop.quit();
    });
    if (!found)
        loop.exec();
    return *std::move(found);
}

/// What all kiosks share.
struct Village
{
    QUrl carrier;
    const kit::SyntheticChip& chip;
    QString chipKeyFile;
    int bindings = 0; ///< for each kiosk
    std::latch& full; ///< passed when every kiosk's queue is full
    std::atomic<int>& delivered;
};

/// One point of service, on a thread of its own: a queue full of sessions made without network, then the network.
class Kiosk
{
public:
    Kiosk(const kit::Device& device, const Village& village)
        : m_device(device)
        , m_village(village)
        , m_home(device.folder + "-home")
    {
        QDir().mkpath(m_home.folder());
        QFile::link(device.folder, m_home.enrolmentFolder());
    }

    void work()
    {
        const auto outbox = *Outbox::open(m_home.outboxFile());
        const Enrolment enrolment = Enrolment::load(m_home).value();
        CarrierClient carrier(enrolment, m_village.carrier);
        fill(*outbox, carrier, enrolment);
        m_village.full.arrive_and_wait();
        Courier courier(*outbox, carrier);
        // A carrier that dies ends a round; the next one begins at once, where a kiosk would wait.
        for (m_rounds = 1; m_rounds < 1000; ++m_rounds) {
            const auto outcome = waitFor<Courier::Outcome>([&](auto done) { courier.deliverAll(std::move(done)); });
            if (!outcome)
                qFatal("%s", outcome.error().detail.c_str());
            m_village.delivered += outcome->delivered;
            if (outcome->waiting == 0)
                break;
        }
        m_entries = outbox->list().value();
    }

    [[nodiscard]] const std::vector<Outbox::Entry>& entries() const { return m_entries; }
    [[nodiscard]] int rounds() const { return m_rounds; }

private:
    void fill(Outbox& outbox, CarrierClient& carrier, const Enrolment& enrolment)
    {
        const kit::QuickSealer sealer(m_device, m_village.chipKeyFile);
        const kit::Session model = kit::sessionWith(
            m_device, m_village.chip, {{"kind", "batch"}, {"nonceId", "x"}, {"nonce", QString(44, 'A')}});
        QJsonArray nonces;
        for (int made = 0; made < m_village.bindings; ++made) {
            if (nonces.isEmpty())
                nonces = batch(carrier, enrolment, std::min(200, m_village.bindings - made));
            const kit::Session session =
                sealer.another(model, nonces.takeAt(nonces.size() - 1).toObject(), m_village.chip.sod());
            if (!outbox.enqueue(session.bindingId, sealer.seal(session)))
                qFatal("cannot enqueue");
        }
    }

    static QJsonArray batch(CarrierClient& carrier, const Enrolment& enrolment, int count)
    {
        for (int tries = 0; tries < 10; ++tries) {
            const auto fetched =
                waitFor<QByteArray>([&](auto done) { carrier.createNonceBatch(count, std::move(done)); });
            const auto content =
                fetched ? openSignedDocument(*fetched, enrolment.carrierAuthorityPem) : tl::unexpected(fetched.error());
            if (content)
                return QJsonDocument::fromJson(*content).object()["nonces"].toArray();
            qWarning("%s", content.error().detail.c_str());
        }
        qFatal("no nonces");
    }

    kit::Device m_device;
    Village m_village;
    Home m_home;
    std::vector<Outbox::Entry> m_entries;
    int m_rounds = 0;
};

} // namespace

class TestFleet : public QObject
{
    Q_OBJECT

private slots:
    void bindings_whenOneOfTwoSandboxesIsKilled_arriveExactlyOnce()
    {
        const int kiosks = amount("CHINHCHU_FLEET_KIOSKS", 5);
        const int each = amount("CHINHCHU_FLEET_BINDINGS", 200) / kiosks;
        const int all = each * kiosks;
        kit::SandboxProcess first({"--verify", "later"});
        kit::SandboxProcess second({"--verify", "later"}, &first);
        const kit::SyntheticState state(first.folder() + "/state", "Synthetic");
        QVERIFY(QFile::copy(state.csca(), first.trustFolder() + "/csca.crt"));
        const kit::SyntheticChip chip(state, first.folder() + "/chip", kit::SyntheticChip::Proof::EcdsaPlain, {});
        const Elsewhere<Balancer> balancer([&] {
            return std::make_unique<Balancer>(QList<quint16>{quint16(first.url().port()), quint16(second.url().port())});
        });

        std::latch full(kiosks + 1);
        std::atomic<int> delivered = 0;
        const Village village{QUrl(QStringLiteral("https://127.0.0.1:%1").arg(balancer.port())),
                              chip,
                              first.folder() + "/chip/chip.key",
                              each,
                              full,
                              delivered};
        std::vector<std::unique_ptr<Kiosk>> fleet;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < kiosks; ++i) {
            fleet.push_back(std::make_unique<Kiosk>(first.enrol(QStringLiteral("kiosk-%1").arg(i)), village));
            threads.emplace_back(QThread::create([kiosk = fleet.back().get()] { kiosk->work(); }));
            threads.back()->start();
        }
        full.arrive_and_wait();
        QElapsedTimer clock;
        clock.start();

        // In the middle of it, with requests under way and checks claimed.
        int before = 0;
        while ((before = count(first, "bindings")) < all / 3)
            QTest::qWait(50);
        first.kill();
        for (const auto& thread : threads)
            thread->wait();
        const double submitted = double(clock.elapsed()) / 1000;
        QTRY_COMPARE_WITH_TIMEOUT(count(second, "pending_bindings"), 0, 1800000);
        const double verified = double(clock.elapsed()) / 1000;

        QSet<QString> enqueued;
        QSet<QString> receipts;
        int rounds = 0;
        for (const auto& kiosk : fleet) {
            rounds += kiosk->rounds();
            for (const Outbox::Entry& entry : kiosk->entries()) {
                QCOMPARE(entry.state, Outbox::State::Delivered);
                enqueued.insert(entry.bindingId);
                receipts.insert(entry.receiptNumber);
            }
        }
        QCOMPARE(enqueued.size(), all);
        QCOMPARE(receipts.size(), all); // no receipt twice
        QCOMPARE(count(second, "bindings"), all);
        QCOMPARE(count(second, "bindings WHERE state = 'verified'"), all);
        QCOMPARE(count(second, "nonces WHERE used_by <> ''"), all);
        const QStringList arrived = query(second, "SELECT binding_id FROM bindings").split('\n', Qt::SkipEmptyParts);
        QCOMPARE(arrived.size(), all);
        QCOMPARE(QSet<QString>(arrived.begin(), arrived.end()), enqueued);
        qInfo("%d kiosks, %d bindings; one sandbox killed after %d; all with the carrier after %.1f s (%.0f/s), all verified "
              "after %.1f s (%.0f/s); %d rounds",
              kiosks, all, before, submitted, all / submitted, verified, all / verified, rounds);
    }

private:
    static QString query(const kit::SandboxProcess& sandbox, const QString& sql)
    {
        QProcess psql;
        psql.start("psql", {"-At", "-d", sandbox.database().section(':', 1), "-c", sql});
        psql.waitForFinished();
        if (psql.exitCode() != 0)
            qFatal("%s", psql.readAllStandardError().constData());
        return QString::fromUtf8(psql.readAllStandardOutput());
    }

    static int count(const kit::SandboxProcess& sandbox, const QString& what)
    {
        return query(sandbox, "SELECT count(*) FROM " + what).trimmed().toInt();
    }
};

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
