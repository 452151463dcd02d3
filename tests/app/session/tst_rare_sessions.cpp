// Whole sessions that end otherwise than most: nonces in reserve, a carrier that decides later or refuses, evidence
// that was tampered with. Slow, so a part of the long tests.

#include "tests/app/session/kit/counter_test.h"
#include "tests/app/session/kit/disk_search.h"
#include "tests/simulators/camera/papers/painted_card.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <opencv2/imgcodecs.hpp>

using counter::Counter;
using counter::DiskSearch;
using counter::Ran;
using counter::Reader;
using Kind = Reader::Kind;
namespace stage = chinhchu::stage;

namespace {

/// A side of the painted card in a file of the counter's.
QString painted(const Counter& counter, stage::CardSide side)
{
    const QString file = counter.path(side == stage::CardSide::Front ? "front.png" : "back.png");
    cv::imwrite(file.toStdString(), stage::paintedCard(side));
    return file;
}

} // namespace

class TestRareSessions : public counter::CounterTest
{
    Q_OBJECT

    Reader card() { return {Kind::InProcess, m_counter->profile("cccd-2021")}; }

    /// A child of ten with the face of the holder.
    Ran childsSession(const QStringList& more)
    {
        const Reader child{Kind::InProcess, m_counter->profile("cccd-child", {}, true)};
        return m_counter->run(child, QStringList{"session", "--can", "000161", "--msisdn", "0900000161", "--camera",
                                                 Counter::holder(), "--trust", m_counter->trust()} +
                                         more);
    }

    QString parentsProfile()
    {
        return m_counter->profile("cccd-2021",
                                  "[identity]\nnumber = \"099188000033\"\nname = \"Trần Thị Ước\"\n"
                                  "latin_name = \"TRAN<<THI<UOC\"\nbirth = 1988-07-21\n"
                                  "old_number = \"099000033\"\n[photo]\nfile = \"sample3.jpg\"\n"
                                  "crop = [500, 260, 340, 440]\n",
                                  true);
    }

private slots:
    /// A sync has fetched nonces: the next day without network is as good as one with it.
    void session_withTheCarrierAwayAndANonceInReserve_isVerifiedOnceItArrives()
    {
        const Reader none{Kind::NoService, {}};
        QVERIFY(m_counter->run(none, {"outbox", "sync"}).json()["nonces"].toInt() > 0);
        const Ran ran = m_counter->session(card(), Counter::holder(), {"--carrier", "https://127.0.0.1:1"});
        COMPARE_STATUS(ran, 8);

        const Ran sync = m_counter->run(none, {"outbox", "sync"});
        COMPARE_STATUS(sync, 0);
        QCOMPARE(sync.json()["delivered"].toInt(), 1);
        const auto last = [&] {
            m_counter->run(none, {"outbox", "sync"}); // asks what became of it
            return m_counter->run(none, {"outbox", "list"}).json()["entries"].toArray().last();
        };
        QTRY_COMPARE(last()["carrierState"].toString(), "verified");
        QCOMPARE(last()["bindingId"], ran.json()["bindingId"]);
        // Later deliveries were once missing from the audit trail.
        QFile trail(m_counter->home() + "/audit.log");
        QVERIFY(trail.open(QIODevice::ReadOnly));
        const QByteArray lines = trail.readAll();
        const QByteArray subject = "\"subject\":\"" + ran.json()["bindingId"].toString().toLatin1() + '"';
        for (const char* action : {"binding-sealed", "binding-delivered", "binding-verified"}) {
            const auto all = lines.split('\n');
            QCOMPARE(std::ranges::count_if(all, [&](const QByteArray& line) {
                return line.contains(action) && line.contains(subject);
            }), 1);
        }
    }

    /// Everything that a carrier's policy may ask for: the password is typed when the telephone shows it.
    void session_underAPolicyThatAsksForEverything_isVerified()
    {
        Counter asking;
        const QString url = asking.anotherCarrier({"--policy", asking.askingPolicy()});
        QVERIFY(asking.run({Kind::NoService, {}}, {"outbox", "sync", "--carrier", url}).json()["policy"].toInt() > 0);
        const Reader inside{Kind::InProcess, asking.profile("cccd-2021")};
        asking.setAnswers([&asking] {
            const QByteArray digits = asking.passwordShown();
            return digits.isEmpty() ? digits : digits + '\n';
        });

        const QString front = painted(asking, stage::CardSide::Front);
        const QString back = painted(asking, stage::CardSide::Back);

        const Ran ran =
            asking.session(inside, Counter::holder(), {"--carrier", url, "--otp", "-", "--digital-signature", "--document-front", front,
                            "--document-back", back});

        COMPARE_STATUS(ran, 0);
        QCOMPARE(ran.json()["numbers"][0]["possession"].toString(), "verified");
        QCOMPARE(ran.json()["digitalSignature"].toString(), "requested");
        QVERIFY(ran.json()["documentPictures"].toBool());
        asking.setAnswers({});
        const QStringList pictures{"--carrier", url, "--document-front", front, "--document-back", back};
        const Ran without = asking.session(inside, Counter::holder(), pictures);
        COMPARE_STATUS(without, 2);
        QVERIFY(without.json()["error"].toObject()["detail"].toString().startsWith("--otp"));

        // Twice the same side, and the face's camera that shows no card.
        const QStringList twice{"--carrier", url, "--document-front", front, "--document-back", front};
        const Ran sameSide = asking.session(inside, Counter::holder(), twice);
        COMPARE_STATUS(sameSide, 3);
        QCOMPARE(sameSide.errorCode(), "DOCUMENT_PICTURE_POOR");
        QCOMPARE(sameSide.json()["error"].toObject()["detail"].toString(), "DOCUMENT_TURN_OVER");
        const Ran noCard = asking.session(inside, Counter::holder(), {"--carrier", url});
        COMPARE_STATUS(noCard, 3);
        QCOMPARE(noCard.json()["error"].toObject()["detail"].toString(), "DOCUMENT_SHOW_CARD");
    }

    /// Where the carrier cannot be reached the pictures wait sealed, and nothing of them lies about.
    void picturesOfTheCard_waitSealed_andAreNowhereElse()
    {
        Counter asking;
        const QString url = asking.anotherCarrier({"--policy", asking.picturingPolicy()});
        QVERIFY(asking.run({Kind::NoService, {}}, {"outbox", "sync", "--carrier", url}).json()["policy"].toInt() > 0);
        const Reader inside{Kind::InProcess, asking.profile("cccd-2021")};
        DiskSearch search;
        search.addBytes(QByteArray::fromHex("FFD8FFE000104A464946"), "a picture");
        search.addBytes(QByteArray::fromHex("FFD8FFE000104A464946").left(9).toBase64(), "a picture");
        search.addBytes("cardWidth", "opened evidence");
        asking.setMeanwhile([&] {
            search.look(asking.home());
            search.look(asking.temporary());
        });

        const Ran ran = asking.session(inside, Counter::holder(),
                                       {"--carrier", "https://127.0.0.1:1", "--document-front",
                                        painted(asking, stage::CardSide::Front), "--document-back",
                                        painted(asking, stage::CardSide::Back)});

        COMPARE_STATUS(ran, 8);
        search.look(asking.home());
        search.look(asking.temporary());
        QVERIFY2(search.found().isEmpty(), qPrintable(search.found().join('\n')));
        asking.openQueued();
        QFile payload(asking.path("opened/payload"));
        QVERIFY(payload.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(payload.readAll())["documentPictures"].toArray().size(), 2);
        const Ran verified = asking.run({Kind::NoService, {}},
                                        {"evidence", "verify", "--key", asking.path("carrier/seal.key"), "--trust",
                                         asking.trust(), "--device-authority", asking.path("carrier/ca.crt"), asking.path("opened/sealed")});
        COMPARE_STATUS(verified, 0);
        QVERIFY(verified.out.contains("document-legibility"));
    }

    /// "Received" was once shown and reported like "verified".
    void session_receivedButNotVerified_saysSoAndDoesNotEndWith0()
    {
        const QString url = m_counter->anotherCarrier({"--fault", "error=1@/verification-sessions"});
        QFile::remove(m_counter->home() + "/nonces.sqlite"); // nor is any left from before
        const Ran ran = m_counter->session(card(), Counter::holder(), {"--carrier", url});
        COMPARE_STATUS(ran, 8);
        QCOMPARE(ran.errorCode(), "RECEIVED_NOT_VERIFIED");
        QCOMPARE(ran.json()["error"].toObject()["detail"].toString(), "FRESHNESS_NOT_PROVEN");
        QCOMPARE(ran.json()["receipt"].toObject()["state"].toString(), "received");
        QVERIFY2(ran.err.contains("FRESHNESS_NOT_PROVEN"), ran.err.constData());
    }

    /// What the carrier refuses was once missing from the audit trail.
    void session_refusedByTheCarrier_isInTheAuditTrail()
    {
        const QString policy = m_counter->strictPolicy();
        const QString url = m_counter->anotherCarrier({"--policy", policy});
        const Ran ran = m_counter->session(card(), Counter::holder(), {"--carrier", url});
        COMPARE_STATUS(ran, 9);
        QVERIFY2(ran.err.contains("MODEL_NOT_ALLOWED"), ran.err.constData());
        QFile trail(m_counter->home() + "/audit.log");
        QVERIFY(trail.open(QIODevice::ReadOnly));
        QVERIFY(trail.readAll().contains("binding-refused"));
    }

    /// The holder has three numbers, and the device stands at an authorised point.
    void session_forAFourthNumber_isNotForThisPoint()
    {
        const int before = m_counter->bindings();
        const Ran ran = m_counter->session(card(), Counter::holder(), {"--msisdn", "0900000041"});
        COMPARE_STATUS(ran, 9);
        QCOMPARE(ran.errorCode(), "NUMBER_LIMIT_REACHED");
        QVERIFY(ran.json()["receipt"].isNull());
        QCOMPARE(m_counter->bindings(), before);
    }

    void session_ofAChildWithAParent_bindsTheChildsNumber()
    {
        const Ran ran = childsSession({"--guardian-can", "000033", "--guardian-in-process-card", parentsProfile(),
                                       "--guardian-camera", Counter::somebodyElse()});
        COMPARE_STATUS(ran, 0);
        QVERIFY(ran.json()["guardian"].toBool());
        QCOMPARE(ran.json()["receipt"].toObject()["state"].toString(), "verified");
    }

    void session_ofAChildWithSomebodyElseBeforeTheCamera_submitsNothing()
    {
        const int before = m_counter->bindings();
        const Ran ran = childsSession({"--guardian-can", "000033", "--guardian-in-process-card", parentsProfile()});
        COMPARE_STATUS(ran, 7);
        QCOMPARE(ran.errorCode(), "FACE_MISMATCH");
        QCOMPARE(m_counter->bindings(), before);
    }

    void session_ofAChildAlone_needsAParent()
    {
        const Ran ran = childsSession({});
        COMPARE_STATUS(ran, 2);
        QCOMPARE(ran.errorCode(), "GUARDIAN_NEEDED");
        const Ran alone = childsSession({"--mode", "self-service"});
        COMPARE_STATUS(alone, 2);
        QCOMPARE(alone.errorCode(), "GUARDIAN_NEEDED");
    }

    void session_ofAChildWithTheSameCardAgain_isNotAccepted()
    {
        const Ran ran = childsSession(
            {"--guardian-can", "000161", "--guardian-in-process-card", m_counter->profile("cccd-child", {}, true)});
        COMPARE_STATUS(ran, 2);
        QCOMPARE(ran.errorCode(), "GUARDIAN_NOT_ACCEPTED");
        QVERIFY(ran.json()["receipt"].isNull());
    }

    /// Models and thresholds are the carrier's to allow, here before it gets anything to refuse.
    void policy_aboutTheFace_countsBeforeAnythingIsSent()
    {
        Counter counter;
        const Reader none{Kind::NoService, {}};
        const Reader inside{Kind::InProcess, counter.profile("cccd-2021")};
        const auto obey = [&](int version, const QByteArray& face) {
            const QString url = counter.anotherCarrier({"--policy", counter.policyOfTheFace(version, face)});
            counter.run(none, {"outbox", "sync", "--carrier", url});
        };
        obey(2, R"({"loosestThreshold": 0.0001, "models": [], "acceptWithoutLiveness": true})");
        const Ran narrow = counter.session(inside, Counter::holder());
        COMPARE_STATUS(narrow, 7);
        QCOMPARE(narrow.errorCode(), "FACE_MISMATCH");
        QCOMPARE(narrow.json()["match"].toObject()["threshold"].toDouble(), 0.0001);

        obey(3, R"({"loosestThreshold": 0.6, "models": [")" + QByteArray(64, 'a') +
                    R"("], "acceptWithoutLiveness": true})");
        const Ran strange = counter.session(inside, Counter::holder());
        QCOMPARE(strange.errorCode(), "MODEL_HASH_MISMATCH");
        QVERIFY(!strange.json().contains("match"));
        QVERIFY(strange.json()["receipt"].isNull());
        QCOMPARE(counter.bindings(), 0);
    }

    /// What the kiosk says about the face is not believed: the comparison is made again from photograph and frames.
    void evidence_withADistanceThatItsFramesDoNotGive_isRefused()
    {
        const Reader none{Kind::NoService, {}};
        const QStringList verify = {"evidence", "verify",          "--key", m_counter->path("carrier/seal.key"),
                                    "--trust",  m_counter->trust(), "--device-authority",
                                    m_counter->path("carrier/ca.crt")};
        m_counter->session(card(), Counter::holder(), {"--carrier", "https://127.0.0.1:1"});
        m_counter->openQueued();
        const Ran honest = m_counter->run(none, verify + QStringList{m_counter->path("opened/sealed")});
        COMPARE_STATUS(honest, 0);

        const double distance = honest.json()["match"].toObject()["distance"].toDouble();
        const Ran lying =
            m_counter->run(none, verify + QStringList{m_counter->sealAgain([distance](QJsonObject& claims) {
                                     QJsonObject face = claims["face"].toObject();
                                     face["distance"] = distance / 2;
                                     claims["face"] = face;
                                 })});
        COMPARE_STATUS(lying, 5);
        QCOMPARE(lying.errorCode(), "EVIDENCE_DISAGREES");
        QVERIFY2(lying.reasons().isEmpty(), qPrintable(lying.reasons().join(", "))); // the chip is as genuine as before
        QVERIFY(lying.out.contains("face-comparison"));

        // A stranger was verified once: the kiosk's own threshold was believed.
        const Ran loose = m_counter->run(none, verify + QStringList{m_counter->sealAgain([](QJsonObject& claims) {
                                                   QJsonObject face = claims["face"].toObject();
                                                   face["threshold"] = 0.6;
                                                   claims["face"] = face;
                                               })});
        COMPARE_STATUS(loose, 5);
        QVERIFY(loose.out.contains("THRESHOLD_TOO_LOOSE"));
    }

    /// The certificate of a card's signer runs out long before the card does. The carrier once refused every such card.
    void cardWhoseSignersCertificateHasRunOut_isVerifiedByTheCarrier()
    {
        Counter counter;
        const Reader inside{Kind::InProcess, counter.profile("cccd-expired-signer", {}, true)};
        const Ran ran = counter.session(inside, Counter::holder());
        COMPARE_STATUS(ran, 0);
        QCOMPARE(ran.json()["receipt"].toObject()["state"].toString(), "verified");
    }

    /// The same at the carrier, before anything is verified there.
    void carrierWithTheModels_comparesTheFacesItself()
    {
        Counter counter;
        const Reader none{Kind::NoService, {}};
        const Reader inside{Kind::InProcess, counter.profile("cccd-2021")};
        const QString url = counter.anotherCarrier({"--models", Counter::models()});
        const Ran honest = counter.session(inside, Counter::holder(), {"--carrier", url});
        COMPARE_STATUS(honest, 0);
        QCOMPARE(counter.recordOf(honest.json()["bindingId"].toString()), "verified||frames");

        QVERIFY(counter.run(none, {"outbox", "sync", "--carrier", url}).json()["nonces"].toInt() > 0);
        const Ran queued = counter.session(inside, Counter::holder(), {"--carrier", "https://127.0.0.1:1"});
        COMPARE_STATUS(queued, 8);
        const double distance = queued.json()["match"].toObject()["distance"].toDouble();
        counter.openQueued();
        counter.queueInstead(counter.sealAgain([distance](QJsonObject& claims) {
            QJsonObject face = claims["face"].toObject();
            face["distance"] = distance / 2;
            claims["face"] = face;
        }));
        const Ran refused = counter.run(none, {"outbox", "sync", "--carrier", url});
        COMPARE_STATUS(refused, 9);
        QCOMPARE(counter.recordOf(queued.json()["bindingId"].toString()), "refused|FACE_DISTANCE_DISAGREES|frames");
    }
};

QTEST_GUILESS_MAIN(TestRareSessions)
#include "tst_rare_sessions.moc"
