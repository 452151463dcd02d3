#include "app/carrier/carrier_client.h"
#include "tests/app/delivery/https_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <sys/socket.h>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::HttpsServer;
using Reply = HttpsServer::Reply;

namespace {

constexpr auto Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

/// Calls @p start with a callback and runs the event loop until it has been called.
template <class T>
Result<T> await(const std::function<void(CarrierClient::Answer<T>)>& start)
{
    std::optional<Result<T>> result;
    start([&result](Result<T> answer) { result = std::move(answer); });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20000))
        return fail(FailureCode::Cancelled, "the test waited in vain");
    return *std::move(result);
}

Result<BindingReceipt> submit(CarrierClient& client, const QByteArray& sealed = "sealed")
{
    return await<BindingReceipt>([&](auto answer) { client.submitBinding("binding-1", sealed, answer); });
}

std::string codeOf(const Result<BindingReceipt>& result)
{
    return result ? "no failure" : std::string(codeName(result.error().code));
}

QByteArray json(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Reply receipt(const char* state, const char* bindingId = "binding-1")
{
    return {202, json({{"bindingId", bindingId},
                       {"state", state},
                       {"receiptNumber", "R-7"},
                       {"receivedAt", "2026-11-22T07:00:00Z"},
                       {"reasons", QJsonArray{"FACE_MISMATCH"}}})};
}

/// The sockets of this process whose other end is that port of this machine.
std::vector<int> connectionsTo(int port)
{
    std::vector<int> found;
    for (int file = 0; file < 1024; ++file) {
        sockaddr_in6 peer{}; // has room for an address of either kind; the port is at the same place in both
        socklen_t size = sizeof peer;
        if (::getpeername(file, reinterpret_cast<sockaddr*>(&peer), &size) == 0 &&
            (peer.sin6_family == AF_INET || peer.sin6_family == AF_INET6) && ntohs(peer.sin6_port) == port)
            found.push_back(file);
    }
    return found;
}

QJsonObject entry(const char* msisdn, const char* outgoing, const char* incoming, const char* under,
                  const char* deadline = nullptr)
{
    QJsonObject one{{"msisdn", msisdn},
                    {"voiceSmsOut", outgoing},
                    {"voiceSmsIn", incoming},
                    {"registeredUnder", under},
                    {"added", 1}};
    if (deadline)
        one["lockDeadline"] = deadline;
    return one;
}

QByteArray subscriptions(const QJsonArray& entries)
{
    return json({{"subscriptions", entries}});
}

} // namespace

class TestCarrierClient : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_enrolment = m_home.enrolment(); }

    void createVerificationSession_sendsTheSessionAndReadsTheNonce()
    {
        HttpsServer server(m_home, [](const auto&) -> Reply {
            return {201, json({{"nonceId", "n-1"},
                               {"nonce", Nonce},
                               {"expiresAt", "2026-11-22T14:10:00+07:00"},
                               {"carrierTime", "2026-11-22T14:00:00+07:00"}})};
        });
        CarrierClient client(m_enrolment, server.url());

        const auto session =
            await<VerificationSession>([&](auto answer) { client.createVerificationSession("session-1", answer); });

        QVERIFY2(session, session ? "" : session.error().detail.c_str());
        QCOMPARE(session->nonceId, "n-1");
        QCOMPARE(session->nonce.size(), std::size_t(32));
        QCOMPARE(session->nonce[31], std::uint8_t(31));
        QCOMPARE(session->expiresAt, QDateTime::fromString("2026-11-22T07:10:00Z", Qt::ISODate));
        const auto& request = server.requests.front();
        QCOMPARE(request.line, "POST /chinhchu/v1/verification-sessions HTTP/1.1");
        QCOMPARE(request.body, R"({"sessionId":"session-1"})");
        QCOMPARE(request.headers["content-type"], "application/json");
        QVERIFY(!request.headers["x-correlator"].isEmpty());
        QCOMPARE(request.clientName, "kiosk-0001");
    }

    void retrieveSubscriptions_readsLocksAndDeadlines()
    {
        QJsonObject moved = entry("+84912345670", "suspended", "suspended", "personalId");
        moved["deviceChangedAt"] = "2026-11-21T09:00:00+07:00";
        HttpsServer server(m_home, [moved](const auto&) -> Reply {
            return {200, subscriptions({entry("+84912345678", "active", "active", "personalId"),
                                        entry("+84912345679", "suspended", "active", "oldDocumentNumber",
                                              "2026-06-15T00:00:00+07:00"),
                                        moved})};
        });
        CarrierClient client(m_enrolment, server.url());

        const auto found = await<std::vector<Subscription>>(
            [&](auto answer) { client.retrieveSubscriptions("001099000001", "012345678", answer); });

        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t(3));
        QCOMPARE(found->at(0).lock, LockState::None);
        QVERIFY(!found->at(0).lockDeadline.isValid());
        QCOMPARE(found->at(1).lock, LockState::OneWay);
        QVERIFY(found->at(1).underOldNumber);
        QVERIFY(found->at(1).lockDeadline.isValid());
        QCOMPARE(found->at(2).lock, LockState::TwoWay);
        QVERIFY(!found->at(1).deviceChangedAt.isValid());
        QCOMPARE(found->at(2).deviceChangedAt.toUTC(), QDateTime(QDate(2026, 11, 21), QTime(2, 0), Qt::UTC));
        QCOMPARE(server.requests.front().body, R"({"personalId":"001099000001","oldDocumentNumber":"012345678"})");
        QVERIFY(!server.requests.front().line.contains("001099000001"));
    }

    void retrieveSubscriptions_withoutOldNumber_leavesItOut()
    {
        HttpsServer server(m_home, [](const auto&) -> Reply { return {200, R"({"subscriptions":[]})"}; });
        CarrierClient client(m_enrolment, server.url());
        const auto found = await<std::vector<Subscription>>(
            [&](auto answer) { client.retrieveSubscriptions("001099000001", {}, answer); });
        QVERIFY(found && found->empty());
        QCOMPARE(server.requests.front().body, R"({"personalId":"001099000001"})");
    }

    void oneTimePassword_sendsTheNumberAndTheDigitsInTheBody()
    {
        HttpsServer server(m_home, [](const HttpsServer::Request& request) -> Reply {
            if (request.line.contains("otp-challenges"))
                return {201, R"({"challengeId":"c-1","expiresAt":"2026-11-22T07:15:00.000Z"})"};
            return {200, R"({"result":"expired"})"};
        });
        CarrierClient client(m_enrolment, server.url());

        const auto challenge =
            await<OtpChallenge>([&](auto answer) { client.createOtpChallenge("+84912345678", answer); });
        const auto result = await<OtpResult>([&](auto answer) { client.verifyOtp("c-1", "042137", answer); });

        QVERIFY(challenge);
        QCOMPARE(challenge->challengeId, "c-1");
        QCOMPARE(challenge->expiresAt, QDateTime::fromString("2026-11-22T07:15:00Z", Qt::ISODate));
        QVERIFY(result);
        QVERIFY(*result == OtpResult::Expired);
        QCOMPARE(server.requests[0].body, R"({"msisdn":"+84912345678"})");
        QCOMPARE(server.requests[1].body, R"({"challengeId":"c-1","code":"042137"})");
        for (const auto& each : server.requests)
            QVERIFY(!each.line.contains("912345678") && !each.line.contains("042137"));
    }

    void oneTimePassword_withAnAnswerNobodyKnows_isMalformed()
    {
        HttpsServer server(m_home, [](const auto&) -> Reply { return {200, R"({"result":"perhaps"})"}; });
        CarrierClient client(m_enrolment, server.url());
        const auto result = await<OtpResult>([&](auto answer) { client.verifyOtp("c-1", "042137", answer); });
        const auto challenge =
            await<OtpChallenge>([&](auto answer) { client.createOtpChallenge("+84912345678", answer); });
        QVERIFY(!result && result.error().code == FailureCode::CarrierAnswerMalformed);
        QVERIFY(!challenge && challenge.error().code == FailureCode::CarrierAnswerMalformed);
    }

    void retrieveCounts_readsTheFiveAndTheirHour()
    {
        HttpsServer server(m_home, [](const auto&) -> Reply {
            return {200, R"({"asOf":"2026-11-22T07:03:08.001Z","total":5000000000,"authenticated":1100,"notYet":100,
                             "lockedOneWay":40,"lockedTwoWay":12,"added":1})"};
        });
        CarrierClient client(m_enrolment, server.url());

        const auto counts = await<CarrierCounts>([&](auto answer) { client.retrieveCounts(answer); });

        QVERIFY2(counts, counts ? "" : counts.error().detail.c_str());
        QCOMPARE(counts->asOf, QDateTime::fromString("2026-11-22T07:03:08.001Z", Qt::ISODateWithMs));
        QCOMPARE(counts->total, qint64(5000000000));
        QCOMPARE(counts->authenticated, qint64(1100));
        QCOMPARE(counts->notYet, qint64(100));
        QCOMPARE(counts->lockedOneWay, qint64(40));
        QCOMPARE(counts->lockedTwoWay, qint64(12));
        QCOMPARE(server.requests.front().line, "POST /chinhchu/v1/retrieve-counts HTTP/1.1");
        QCOMPARE(server.requests.front().body, "{}");
    }

    void retrieveCounts_withNonsense_isMalformed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QByteArray whole = R"({"asOf":"2026-11-22T07:03:08Z","total":3,"authenticated":2,"notYet":1,"lockedOneWay":0,"lockedTwoWay":0})";
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("no hour") << QByteArray(whole).replace("2026-11-22T07:03:08Z", "soon");
        QTest::newRow("missing") << QByteArray(whole).replace("notYet", "later");
        QTest::newRow("below zero") << QByteArray(whole).replace("\"total\":3", "\"total\":-3");
        QTest::newRow("half a number") << QByteArray(whole).replace("\"total\":3", "\"total\":3.5");
        QTest::newRow("a word") << QByteArray(whole).replace("\"total\":3", "\"total\":\"3\"");
    }

    void retrieveCounts_withNonsense_isMalformed()
    {
        QFETCH(QByteArray, answer);
        HttpsServer server(m_home, [answer](const auto&) -> Reply { return {200, answer}; });
        CarrierClient client(m_enrolment, server.url());
        const auto counts = await<CarrierCounts>([&](auto found) { client.retrieveCounts(found); });
        QVERIFY(!counts && counts.error().code == FailureCode::CarrierAnswerMalformed);
    }

    void submitBinding_sendsTheSealedBytesUnderTheirKey()
    {
        HttpsServer server(m_home, [](const auto&) { return receipt("verified"); });
        CarrierClient client(m_enrolment, server.url());
        const QByteArray sealed(200000, '\x30');

        const auto answer = submit(client, sealed);

        QVERIFY(answer);
        QCOMPARE(answer->state, BindingReceipt::State::Verified);
        QCOMPARE(answer->receiptNumber, "R-7");
        const auto& request = server.requests.front();
        QCOMPARE(request.line, "POST /chinhchu/v1/identity-bindings HTTP/1.1");
        QCOMPARE(request.headers["idempotency-key"], "\"binding-1\"");
        QCOMPARE(request.headers["content-type"], "application/cms");
        QCOMPARE(request.body, sealed);
    }

    /// The end of every body once waited 40 ms until the header before it was acknowledged.
    void submitBinding_overEachConnection_sendsAtOnce()
    {
        HttpsServer server(m_home, [](const auto&) { return receipt("verified"); });
        CarrierClient client(m_enrolment, server.url());
        QVERIFY(submit(client));
        const auto connections = connectionsTo(server.url().port());
        QCOMPARE(connections.size(), std::size_t(1));
        int sendsAtOnce = 0;
        socklen_t size = sizeof sendsAtOnce;
        QCOMPARE(::getsockopt(connections.front(), IPPROTO_TCP, TCP_NODELAY, &sendsAtOnce, &size), 0);
        QVERIFY(sendsAtOnce != 0);
    }

    void submitBinding_refusedByTheCarriersChecks_isAReceiptThatSaysSo()
    {
        HttpsServer server(m_home, [](const auto&) { return receipt("refused"); });
        CarrierClient client(m_enrolment, server.url());
        const auto answer = submit(client);
        QVERIFY(answer);
        QCOMPARE(answer->state, BindingReceipt::State::Refused);
        QCOMPARE(answer->reasons, QStringList("FACE_MISMATCH"));
    }

    void retrieveBindingStatus_asksForTheBinding()
    {
        HttpsServer server(m_home, [](const auto&) { return receipt("received"); });
        CarrierClient client(m_enrolment, server.url());
        const auto answer = await<BindingReceipt>([&](auto done) { client.retrieveBindingStatus("binding-1", done); });
        QVERIFY(answer);
        QCOMPARE(answer->state, BindingReceipt::State::Received);
        QCOMPARE(server.requests.front().body, R"({"bindingId":"binding-1"})");
    }

    void submitBinding_withErrorAnswer_isMappedByItsStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<std::string>("code");
        for (const int status : {401, 408, 409, 425, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status << std::string("CARRIER_UNREACHABLE");
        for (const int status : {400, 413, 415, 422})
            QTest::addRow("%d", status) << status << std::string("CARRIER_REFUSED");
        // A moved address or a gateway's 404 once cost bindings: refused for good, although the carrier never saw them.
        for (const int status : {302, 403, 404, 405, 406, 410, 411, 418, 431, 451})
            QTest::addRow("%d", status) << status << std::string("CARRIER_ANSWER_MALFORMED");
    }

    void submitBinding_withErrorAnswer_isMappedByItsStatus()
    {
        QFETCH(int, status);
        QFETCH(std::string, code);
        HttpsServer server(m_home, [status](const auto&) -> Reply {
            return {status, json({{"status", status}, {"code", "SOME_CODE"}, {"message", "m"}}),
                    "Location: https://elsewhere.example/\r\n"};
        });
        CarrierClient client(m_enrolment, server.url());
        const auto answer = submit(client);
        QCOMPARE(codeOf(answer), code);
        QCOMPARE(answer.error().detail, std::to_string(status) + " SOME_CODE");
        QCOMPARE(server.requests.size(), std::size_t(1));
    }

    /// A gateway's own page for 413 was once the end of a binding that the carrier had never seen.
    void submitBinding_withAGatewaysPage_isNoRefusal()
    {
        for (const int status : {400, 413, 415, 422}) {
            for (const QByteArray body : {"<html>gateway says</html>", "", "{\"message\":\"too large\"}",
                                          "{\"status\":500,\"code\":\"A\",\"message\":\"m\"}"}) {
                HttpsServer server(m_home, [&](const auto&) -> Reply { return {status, body}; });
                CarrierClient client(m_enrolment, server.url());
                QCOMPARE(codeOf(submit(client)), std::string("CARRIER_ANSWER_MALFORMED"));
            }
        }
    }

    void submitBinding_tooOften_saysWhenToComeAgain()
    {
        HttpsServer server(m_home, [](const auto&) -> Reply { return {429, {}, "Retry-After: 120\r\n"}; });
        CarrierClient client(m_enrolment, server.url());
        const auto answer = submit(client);
        QCOMPARE(codeOf(answer), std::string("CARRIER_UNREACHABLE"));
        QCOMPARE(answer.error().detail, "429; Retry-After: 120");
    }

    /// Whoever used up the passwords of a number was let through without one, as if the network were away.
    void createOtpChallenge_tooOften_isAnAnswer()
    {
        HttpsServer server(m_home, [](const auto&) -> Reply { return {429, {}}; });
        CarrierClient client(m_enrolment, server.url());
        const auto sent = await<OtpChallenge>([&](auto done) { client.createOtpChallenge("+84900000017", done); });
        QCOMPARE(codeName(sent.error().code), std::string_view("CARRIER_REFUSED"));
        const auto checked = await<OtpResult>([&](auto done) { client.verifyOtp("c", SecretText("000000"), done); });
        QCOMPARE(codeName(checked.error().code), std::string_view("CARRIER_REFUSED"));
    }

    void submitBinding_withNonsense_isMalformed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not json") << QByteArray("<html>");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("other binding") << receipt("verified", "binding-2").body;
        QTest::newRow("unknown state") << receipt("maybe").body;
        QTest::newRow("no time") << receipt("verified").body.replace("2026-11-22T07:00:00Z", "yesterday");
        QTest::newRow("no number") << receipt("verified").body.replace("R-7", "");
    }

    void submitBinding_withNonsense_isMalformed()
    {
        QFETCH(QByteArray, body);
        HttpsServer server(m_home, [&body](const auto&) -> Reply { return {202, body}; });
        CarrierClient client(m_enrolment, server.url());
        QCOMPARE(codeOf(submit(client)), std::string("CARRIER_ANSWER_MALFORMED"));
    }

    void submitBinding_onABadNetwork_isUnreachable_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("silence") << int(Reply::Fault::Silence);
        QTest::newRow("hang-up") << int(Reply::Fault::Hangup);
        QTest::newRow("half a body") << int(Reply::Fault::HalfBody);
    }

    void submitBinding_onABadNetwork_isUnreachable()
    {
        QFETCH(int, fault);
        HttpsServer server(m_home, [fault](const auto&) {
            Reply reply = receipt("verified");
            reply.fault = static_cast<Reply::Fault>(fault);
            return reply;
        });
        CarrierClient client(m_enrolment, server.url());
        client.setTimeouts(std::chrono::milliseconds(300), std::chrono::seconds(5));
        QCOMPARE(codeOf(submit(client)), std::string("CARRIER_UNREACHABLE"));
    }

    void submitBinding_withAnEndlessAnswer_isGivenUp()
    {
        HttpsServer server(m_home, [](const auto&) -> Reply { return {202, QByteArray(4 << 20, ' ')}; });
        CarrierClient client(m_enrolment, server.url());
        const auto answer = submit(client);
        QCOMPARE(codeOf(answer), std::string("CARRIER_UNREACHABLE"));
        QCOMPARE(answer.error().detail, std::string("answer too large"));
    }

    void submitBinding_withNobodyListening_isUnreachable()
    {
        QUrl url;
        {
            const HttpsServer server(m_home, [](const auto&) { return Reply(); });
            url = server.url();
        }
        CarrierClient client(m_enrolment, url);
        QCOMPARE(codeOf(submit(client)), std::string("CARRIER_UNREACHABLE"));
    }

    void submitBinding_toAServerOfAnotherAuthority_isUntrustedAndSendsNothing()
    {
        HttpsServer server(
            m_home, [](const auto&) { return receipt("verified"); }, "stranger");
        CarrierClient client(m_enrolment, server.url());
        QCOMPARE(codeOf(submit(client)), std::string("CARRIER_UNTRUSTED"));
        QVERIFY(server.requests.empty());
    }

    void submitBinding_toAServerOfAnotherName_isUntrustedAndSendsNothing()
    {
        HttpsServer server(
            m_home, [](const auto&) { return receipt("verified"); }, "other-name");
        CarrierClient client(m_enrolment, server.url());
        QCOMPARE(codeOf(submit(client)), std::string("CARRIER_UNTRUSTED"));
        QVERIFY(server.requests.empty());
    }

    void requests_oneAfterTheOther_shareOneConnection()
    {
        HttpsServer server(m_home, [](const auto&) { return receipt("verified"); });
        CarrierClient client(m_enrolment, server.url());
        for (int i = 0; i < 5; ++i)
            QVERIFY(submit(client));
        QCOMPARE(server.connections(), 1);
    }

    void clockSkew_isKnownFromTheCarriersDate()
    {
        const QByteArray date =
            "Date: " +
            QLocale::c()
                .toString(QDateTime::currentDateTimeUtc().addSecs(7200), "ddd, dd MMM yyyy hh:mm:ss")
                .toLatin1() +
            " GMT\r\n";
        HttpsServer server(m_home, [date](const auto&) {
            Reply reply = receipt("verified");
            reply.extraHeaders = date;
            return reply;
        });
        CarrierClient client(m_enrolment, server.url());
        QVERIFY(!client.clockSkew());
        QVERIFY(submit(client));
        QVERIFY(client.clockSkew());
        QVERIFY(std::abs(client.clockSkew()->count() - 7200) < 120);
    }

    /// Whoever is not the carrier could set the kiosk's clock otherwise.
    void clock_ofAServerOfAnotherAuthority_isNotHeard()
    {
        HttpsServer server(
            m_home,
            [](const auto&) {
                Reply reply = receipt("verified");
                reply.extraHeaders = "Date: Sun, 22 Nov 2037 07:00:00 GMT\r\n";
                return reply;
            },
            "stranger");
        CarrierClient client(m_enrolment, server.url());
        bool heard = false;
        client.setHeard([&heard](const QDateTime&) { heard = true; });
        QVERIFY(!submit(client));
        QVERIFY(!heard && !client.clockSkew());
    }

    /// A carrier whose answers have no Date was never heard, though it says its time with each nonce.
    void createVerificationSession_withTheCarriersTime_isHeard()
    {
        HttpsServer server(m_home, [](const auto&) -> Reply {
            return {200, json({{"nonceId", "n"},
                               {"nonce", QString::fromLatin1(QByteArray(32, 'n').toBase64())},
                               {"expiresAt", "2026-11-22T14:05:00+07:00"},
                               {"carrierTime", "2026-11-22T14:00:00+07:00"}})};
        });
        CarrierClient client(m_enrolment, server.url());
        QDateTime heard;
        client.setHeard([&heard](const QDateTime& time) { heard = time; });
        QVERIFY(await<VerificationSession>([&](auto done) { client.createVerificationSession("s", done); }));
        QCOMPARE(heard, QDateTime::fromString("2026-11-22T07:00:00Z", Qt::ISODate));
    }

    void client_destroyedWhileWaiting_doesNotCallBack()
    {
        HttpsServer server(m_home, [](const auto&) {
            Reply reply;
            reply.fault = Reply::Fault::Silence;
            return reply;
        });
        bool called = false;
        {
            CarrierClient client(m_enrolment, server.url());
            client.submitBinding("binding-1", "sealed", [&called](const auto&) { called = true; });
            QVERIFY(QTest::qWaitFor([&server] { return !server.requests.empty(); }));
        }
        QVERIFY(!called);
    }

private:
    testing::EnrolledHome m_home;
    Enrolment m_enrolment;
};

QTEST_GUILESS_MAIN(TestCarrierClient)
#include "tst_carrier_client.moc"
