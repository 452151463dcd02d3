// The way to the carrier through a proxy, which sees the carrier's name and nothing else.

#include "app/carrier/carrier_client.h"
#include "tests/app/delivery/https_server.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::HttpsServer;

namespace {

/// Opens tunnels (RFC 9110, 9.3.6), all to one place.
class Proxy : public QObject
{
public:
    explicit Proxy(quint16 target)
        : m_target(target)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* client = m_server.nextPendingConnection())
                serve(client);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }

    [[nodiscard]] QByteArray address() const { return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()); }
    QByteArray asked; ///< the first request, up to its empty line
    QByteArray seen;  ///< what went through

private:
    void serve(QTcpSocket* client)
    {
        auto* carrier = new QTcpSocket(client);
        connect(client, &QTcpSocket::readyRead, this, [this, client, carrier] {
            const QByteArray data = client->readAll();
            if (carrier->state() != QAbstractSocket::UnconnectedState) {
                seen += data;
                carrier->write(data);
                return;
            }
            if (asked.isEmpty())
                asked = data;
            carrier->connectToHost(QHostAddress::LocalHost, m_target);
            client->write("HTTP/1.1 200 Connection established\r\n\r\n");
        });
        connect(carrier, &QTcpSocket::readyRead, client, [client, carrier] { client->write(carrier->readAll()); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    quint16 m_target;
    QTcpServer m_server;
};

HttpsServer::Reply receipt(const HttpsServer::Request&)
{
    return {202, R"({"bindingId":"binding-1","state":"verified","receiptNumber":"R-1",)"
                 R"("receivedAt":"2026-11-22T07:00:00Z","reasons":[]})"};
}

} // namespace

class TestCarrierProxy : public QObject
{
    Q_OBJECT

    testing::EnrolledHome m_home;

    Result<BindingReceipt> submit(const QUrl& carrier)
    {
        CarrierClient client(m_home.enrolment(), carrier);
        std::optional<Result<BindingReceipt>> answer;
        client.submitBinding("binding-1", "sealed evidence", [&answer](auto result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20000))
            return fail(FailureCode::Cancelled, "the test waited in vain");
        return *answer;
    }

private slots:
    void init() { qunsetenv("no_proxy"); }
    void cleanup() { qunsetenv("https_proxy"); }

    void binding_throughTheProxyOfTheEnvironment_arrives()
    {
        HttpsServer server(m_home, receipt, "other-name"); // elsewhere.example
        Proxy proxy(quint16(server.url().port()));
        qputenv("https_proxy", proxy.address());

        const auto answer = submit(QUrl("https://elsewhere.example"));

        QVERIFY2(answer, answer ? "" : answer.error().detail.c_str());
        QCOMPARE(answer->receiptNumber, "R-1");
        QVERIFY2(proxy.asked.startsWith("CONNECT elsewhere.example:443 HTTP/1.1\r\n"), proxy.asked.constData());
        QCOMPARE(server.requests.size(), std::size_t(1));
        QCOMPARE(server.requests.front().clientName, "kiosk-0001");
        QVERIFY(!proxy.seen.isEmpty() && !proxy.seen.contains("sealed evidence"));
    }

    /// A proxy that opens what goes through it has a certificate of its own.
    void proxyThatStandsForTheCarrier_isNotTrusted()
    {
        HttpsServer stranger(m_home, receipt, "stranger");
        Proxy proxy(quint16(stranger.url().port()));
        qputenv("https_proxy", proxy.address());

        const auto answer = submit(QUrl("https://elsewhere.example"));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, FailureCode::CarrierUntrusted);
        QVERIFY(stranger.requests.empty());
    }

    void proxyThatIsAway_makesTheCarrierUnreachable()
    {
        qputenv("https_proxy", "http://127.0.0.1:1");
        const auto answer = submit(QUrl("https://elsewhere.example"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, FailureCode::CarrierUnreachable);
    }

    /// Where the demonstration's carrier is.
    void carrierOnThisMachine_isAskedWithoutTheProxy()
    {
        HttpsServer server(m_home, receipt);
        qputenv("https_proxy", "http://127.0.0.1:1");
        QVERIFY(submit(server.url()));
    }
};

QTEST_GUILESS_MAIN(TestCarrierProxy)
#include "tst_carrier_proxy.moc"
