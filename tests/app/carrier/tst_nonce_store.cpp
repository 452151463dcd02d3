#include "app/carrier/nonce_store.h"
#include "tests/app/delivery/signed_by.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

QByteArray batch(const QStringList& ids, const QDateTime& expires, const char* deviceId = "kiosk-0001")
{
    QJsonArray nonces;
    for (const QString& id : ids)
        nonces.append(QJsonObject{{"nonceId", id}, {"nonce", QString::fromLatin1(QByteArray(32, 'n').toBase64())}});
    return QJsonDocument(QJsonObject{{"format", "chinhchu-nonces"},
                                     {"version", 1},
                                     {"deviceId", deviceId},
                                     {"issuedAt", "2026-11-01T00:00:00Z"},
                                     {"expiresAt", expires.toUTC().toString(Qt::ISODateWithMs)},
                                     {"nonces", nonces}})
        .toJson();
}

} // namespace

/// Signatures are made by the openssl command.
class TestNonceStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        testing::certify(m_home, "documents", "/OU=documents/CN=Documents");
        testing::certify(m_home, "another", "/OU=devices/CN=kiosk-0002");
    }

    void init() { QFile::remove(file()); }

    void take_givesEachOnceAndTheOneThatExpiresFirst()
    {
        const NonceStore store(file());
        QCOMPARE(*store.add(signedBy("documents", batch({"late"}, m_now.addDays(20))), m_home.enrolment()), 1);
        QCOMPARE(*store.add(signedBy("documents", batch({"a", "b"}, m_now.addDays(2))), m_home.enrolment()), 2);
        QCOMPARE(*store.left(m_now), 3);

        QStringList taken;
        while (const auto nonce = store.take(m_now).value()) {
            QVERIFY(nonce->fromBatch);
            QCOMPARE(nonce->nonce.size(), std::size_t(32));
            taken.append(nonce->nonceId);
        }

        QCOMPARE(taken.mid(2), QStringList{"late"});
        QCOMPARE(QSet<QString>(taken.begin(), taken.end()).size(), 3);
        QCOMPARE(*store.left(m_now), 0);
    }

    void take_afterTheyExpired_givesNone()
    {
        const NonceStore store(file());
        QVERIFY(store.add(signedBy("documents", batch({"a"}, m_now.addDays(2))), m_home.enrolment()));
        QVERIFY(!store.take(m_now.addDays(3)).value());
    }

    void take_withoutAny_givesNone() { QVERIFY(!NonceStore(file()).take(m_now).value()); }

    void add_ofABatchThatIsNotTheCarriers_isRefused_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<std::string>("code");
        const QByteArray good = batch({"a"}, m_now.addDays(2));
        QByteArray flipped = signedBy("documents", good);
        const qsizetype at = flipped.indexOf("\"a\"");
        flipped[at + 1] = 'x';
        QTest::newRow("signed by a device") << signedBy("another", good) << std::string("CARRIER_UNTRUSTED");
        QTest::newRow("changed") << flipped << std::string("CARRIER_UNTRUSTED");
        QTest::newRow("not signed") << good << std::string("CARRIER_UNTRUSTED");
        QTest::newRow("for another device") << signedBy("documents", batch({"a"}, m_now.addDays(2), "kiosk-0002"))
                                            << std::string("CARRIER_ANSWER_MALFORMED");
        QTest::newRow("of another kind") << signedBy("documents", "{}") << std::string("CARRIER_ANSWER_MALFORMED");
    }

    void add_ofABatchThatIsNotTheCarriers_isRefused()
    {
        QFETCH(QByteArray, document);
        QFETCH(std::string, code);
        const NonceStore store(file());
        const auto added = store.add(document, m_home.enrolment());
        QVERIFY(!added);
        QCOMPARE(std::string(codeName(added.error().code)), code);
        QCOMPARE(*store.left(m_now), 0);
    }

private:
    QString file() const { return m_home.file("nonces.sqlite"); }

    QByteArray signedBy(const char* name, const QByteArray& content) const
    {
        return testing::signedBy(m_home, QString::fromLatin1(name), content);
    }

    testing::EnrolledHome m_home;
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
};

QTEST_GUILESS_MAIN(TestNonceStore)
#include "tst_nonce_store.moc"
