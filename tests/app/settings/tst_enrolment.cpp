#include "app/settings/carrier_url.h"
#include "app/settings/enrolment.h"
#include "tests/app/delivery/enrolled_home.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

QByteArray description(const char* deviceId, const char* kind, const char* carrierUrl)
{
    return QJsonDocument(QJsonObject{{"deviceId", deviceId}, {"kind", kind}, {"carrierUrl", carrierUrl}}).toJson();
}

} // namespace

class TestEnrolment : public QObject
{
    Q_OBJECT

private slots:
    /// An address given beside the enrolment once sent the citizen's number in the clear.
    void carrierUrl_withoutTls_isRefused()
    {
        for (const char* text : {"http://carrier.example", "not a url", "https://", "carrier.example:443"})
            QVERIFY2(!carrierUrl(text), text);
        QCOMPARE(carrierUrl("https://carrier.example:8443/api").value().host(), "carrier.example");
        QVERIFY(carrierUrl("").value().isEmpty());
    }

    void load_withCompleteFolder_givesDeviceAndCarrier()
    {
        const testing::EnrolledHome home;
        const auto enrolment = Enrolment::load(home.home());
        QVERIFY(enrolment);
        QCOMPARE(enrolment->deviceId, "kiosk-0001");
        QCOMPARE(enrolment->kind, Enrolment::Kind::Demo);
        QCOMPARE(enrolment->carrierUrl, QUrl("https://localhost:1"));
        QCOMPARE(enrolment->place, "Nhà văn hóa thôn 3");
    }

    void load_withEmptyFolder_isNotEnrolled()
    {
        const QTemporaryDir folder;
        const auto enrolment = Enrolment::load(Home(folder.path()));
        QVERIFY(!enrolment);
        QCOMPARE(codeName(enrolment.error().code), std::string_view("NOT_ENROLLED"));
    }

    void load_withBrokenPart_namesTheFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no key") << "device.key" << QByteArray("nothing");
        QTest::newRow("no certificate") << "device.crt" << QByteArray();
        QTest::newRow("no authority") << "carrier-ca.crt" << QByteArray("-----BEGIN CERTIFICATE-----\n");
        QTest::newRow("no seal") << "carrier-seal.crt" << QByteArray("x");
        QTest::newRow("no json") << "enrolment.json" << QByteArray("[]");
        QTest::newRow("unknown kind") << "enrolment.json" << description("kiosk-0001", "test", "https://a");
        QTest::newRow("plain http") << "enrolment.json" << description("kiosk-0001", "demo", "http://a");
        QTest::newRow("no device") << "enrolment.json" << description("", "demo", "https://a");
        QTest::newRow("huge") << "enrolment.json" << QByteArray(1 << 20, ' ');
    }

    void load_withBrokenPart_namesTheFile()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        const testing::EnrolledHome home;
        home.write("enrolment/" + file, content);

        const auto enrolment = Enrolment::load(home.home());

        QVERIFY(!enrolment);
        QCOMPARE(codeName(enrolment.error().code), std::string_view("SETTINGS_INVALID"));
        QVERIFY2(enrolment.error().detail.starts_with(file.toStdString()), enrolment.error().detail.c_str());
    }

    void load_withKeyOfAnotherDevice_isInvalid()
    {
        const testing::EnrolledHome home;
        testing::openssl(home.folder(),
                         {"ecparam", "-genkey", "-noout", "-name", "prime256v1", "-out", "enrolment/device.key"});
        const auto enrolment = Enrolment::load(home.home());
        QVERIFY(!enrolment);
        QCOMPARE(enrolment.error().detail, std::string("device.crt: does not belong to device.key"));
    }

    void load_withKeyOnAnotherCurve_isInvalid()
    {
        const testing::EnrolledHome home;
        testing::openssl(home.folder(),
                         {"ecparam", "-genkey", "-noout", "-name", "secp384r1", "-out", "enrolment/device.key"});
        const auto enrolment = Enrolment::load(home.home());
        QVERIFY(!enrolment);
        QVERIFY(enrolment.error().detail.starts_with("device.key"));
    }

    void load_withDeviceIdOfAnotherCertificate_isInvalid()
    {
        const testing::EnrolledHome home;
        home.write("enrolment/enrolment.json", description("kiosk-0002", "demo", "https://a"));
        const auto enrolment = Enrolment::load(home.home());
        QVERIFY(!enrolment);
        QVERIFY(enrolment.error().detail.starts_with("device.crt"));
    }

    /// Editing one word of enrolment.json once turned a demonstration into real work, and the other way round.
    void load_withACertificateForTheOtherKind_isInvalid_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("demo certificate") << "/OU=demo-devices/CN=kiosk-0001" << QByteArray("production");
        QTest::newRow("demo mark in second place")
            << "/OU=devices/OU=demo-devices/CN=kiosk-0001" << QByteArray("production");
        QTest::newRow("production certificate") << "/OU=devices/CN=kiosk-0001" << QByteArray("demo");
        QTest::newRow("no unit at all") << "/CN=kiosk-0001" << QByteArray("demo");
    }

    void load_withACertificateForTheOtherKind_isInvalid()
    {
        QFETCH(QString, subject);
        QFETCH(QByteArray, kind);
        const testing::EnrolledHome home;
        testing::openssl(home.folder(), {"req", "-x509", "-key", "enrolment/device.key", "-days", "2", "-subj", subject,
                                         "-out", "enrolment/device.crt"});
        home.write("enrolment/enrolment.json", description("kiosk-0001", kind.constData(), "https://a"));

        const auto enrolment = Enrolment::load(home.home());

        QVERIFY(!enrolment);
        QCOMPARE(codeName(enrolment.error().code), std::string_view("SETTINGS_INVALID"));
        QVERIFY2(enrolment.error().detail.starts_with("device.crt: is for"), enrolment.error().detail.c_str());
    }

    /// Whose the point of service is stands in the certificate: enrolment.json has no word for it.
    void load_withACarriersOwnMark_isAtItsOwnPoint_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<bool>("own");
        QTest::newRow("no mark") << "/OU=demo-devices/CN=kiosk-0001" << false;
        QTest::newRow("mark") << "/OU=demo-devices/OU=carrier-own-points/CN=kiosk-0001" << true;
        QTest::newRow("mark in first place") << "/OU=carrier-own-points/OU=demo-devices/CN=kiosk-0001" << true;
        QTest::newRow("another word") << "/OU=demo-devices/OU=carrier-own/CN=kiosk-0001" << false;
    }

    void load_withACarriersOwnMark_isAtItsOwnPoint()
    {
        QFETCH(QString, subject);
        QFETCH(bool, own);
        const testing::EnrolledHome home;
        testing::openssl(home.folder(), {"req", "-x509", "-key", "enrolment/device.key", "-days", "2", "-subj", subject,
                                         "-out", "enrolment/device.crt"});

        const auto enrolment = Enrolment::load(home.home());

        QVERIFY(enrolment);
        QCOMPARE(enrolment->point == Enrolment::Point::CarrierOwn, own);
    }

    void folder_withoutArgument_comesFromTheEnvironment()
    {
        qputenv("CHINHCHU_HOME", "/somewhere/else");
        QCOMPARE(Home().folder(), "/somewhere/else");
        QCOMPARE(Home("/given").outboxFile(), "/given/outbox.sqlite");
        qunsetenv("CHINHCHU_HOME");
    }
};

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
