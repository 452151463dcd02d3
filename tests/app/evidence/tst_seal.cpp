#include "app/evidence/evidence.h"
#include "tests/app/delivery/enrolled_home.h"
#include "tests/app/delivery/sample_evidence.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::sampleEvidence;

namespace {

/// Opens a sealed piece of evidence with the openssl command alone, as FORMAT.md promises.
QByteArray openedByOpenssl(const testing::EnrolledHome& home, const QByteArray& sealed)
{
    home.write("sealed.der", sealed);
    testing::openssl(home.folder(), {"cms", "-decrypt", "-binary", "-inform", "DER", "-in", "sealed.der", "-inkey",
                                     "carrier/seal.key", "-recip", "enrolment/carrier-seal.crt", "-out", "signed.der"});
    return testing::openssl(home.folder(), {"cms", "-verify", "-binary", "-inform", "DER", "-in", "signed.der",
                                            "-cades", "-CAfile", "enrolment/carrier-ca.crt", "-purpose", "any"});
}

QByteArray base64(const Bytes& bytes)
{
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())).toBase64();
}

} // namespace

class TestSeal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_enrolment = m_home.enrolment(); }

    void sealEvidence_openedByOpenssl_givesThePayloadOfTheFormat()
    {
        const Evidence evidence = sampleEvidence();
        const auto sealed = sealEvidence(evidence, m_enrolment);
        QVERIFY(sealed);

        const QJsonObject payload = QJsonDocument::fromJson(openedByOpenssl(m_home, *sealed)).object();

        QCOMPARE(payload["format"].toString(), "chinhchu-evidence");
        QCOMPARE(payload["version"].toInt(), 1);
        QCOMPARE(payload["bindingId"].toString(), evidence.bindingId);
        QCOMPARE(payload["device"]["id"].toString(), "kiosk-0001");
        QCOMPARE(payload["device"]["enrolment"].toString(), "demo");
        QCOMPARE(payload["consent"]["givenAt"].toString(), "2026-11-22T14:01:02.000+07:00");
        QCOMPARE(payload["numbers"][1]["answer"].toString(), "not-mine");
        QCOMPARE(payload["subject"]["fullName"].toString(), "Nguyễn Văn An");
        QCOMPARE(payload["chip"]["dg1"].toString().toLatin1(), base64(evidence.chip.files.at("DG1").raw));
        QCOMPARE(payload["chip"]["dg2"].toString().toLatin1(), base64(evidence.chip.files.at("DG2").raw));
        QCOMPARE(payload["chip"]["activeAuthentication"]["response"].toString().toLatin1(),
                 base64(evidence.chip.activeAuthentication->response));
        QCOMPARE(payload["chip"]["verdict"]["steps"][0]["outcome"].toString(), "passed");
        QCOMPARE(payload["freshness"]["kind"].toString(), "online");
        QCOMPARE(payload["face"]["distance"].toDouble(), 0.21);
        QCOMPARE(payload["face"]["liveness"]["result"].toString(), "not-performed");
        QVERIFY(QDateTime::fromString(payload["createdAt"].toString(), Qt::ISODateWithMs).isValid());
    }

    void sealEvidence_withEveryFileOfTheChip_keepsOnlyTheListedOnes()
    {
        Evidence evidence = sampleEvidence();
        evidence.chip.files["DG13"] = {Bytes{0x6D, 1, 'E'}, ""};
        evidence.chip.files["EF.COM"] = {Bytes{0x60, 0}, ""};
        evidence.chip.files.erase("DG14");
        evidence.chip.identity.residence = "Thôn 3, xã Mẫu";

        const QByteArray payload = openedByOpenssl(m_home, *sealEvidence(evidence, m_enrolment));

        const QJsonObject chip = QJsonDocument::fromJson(payload).object()["chip"].toObject();
        QCOMPARE(chip.keys(), QStringList({"access", "activeAuthentication", "chipAuthentication", "dg1", "dg15", "dg2",
                                           "reader", "sod", "source", "verdict"}));
        QVERIFY(!payload.contains("Mẫu"));
    }

    void sealEvidence_withoutNonce_isDeviceOnly()
    {
        Evidence evidence = sampleEvidence();
        evidence.freshness.reset();
        evidence.chip.activeAuthentication.reset();

        const QJsonObject payload =
            QJsonDocument::fromJson(openedByOpenssl(m_home, *sealEvidence(evidence, m_enrolment))).object();

        QCOMPARE(payload["freshness"].toObject(), QJsonObject({{"kind", "device-only"}}));
        QVERIFY(!payload["chip"].toObject().contains("activeAuthentication"));
    }

    void sealEvidence_withANonceOfABatch_saysSoAndWhenTheCarrierWasHeard()
    {
        Evidence evidence = sampleEvidence();
        evidence.freshness->fromBatch = true;
        evidence.carrierTime =
            CarrierTime{QDateTime::fromString("2026-11-22T07:00:00Z", Qt::ISODate), std::chrono::milliseconds(90500)};

        const QJsonObject freshness = QJsonDocument::fromJson(openedByOpenssl(m_home, *sealEvidence(evidence, m_enrolment)))
                                          .object()["freshness"]
                                          .toObject();

        QCOMPARE(freshness["kind"].toString(), "batch");
        QCOMPARE(freshness["nonceId"].toString(), "nonce-1");
        QCOMPARE(QDateTime::fromString(freshness["lastCarrierTime"].toString(), Qt::ISODateWithMs),
                 evidence.carrierTime->last);
        QCOMPARE(freshness["secondsSince"].toDouble(), 90.5);
    }

    void sealEvidence_onAClockThatIsOff_isMadeAtTheCarriersTime()
    {
        Evidence evidence = sampleEvidence();
        const QDateTime carrier = QDateTime::currentDateTimeUtc().addSecs(1200);
        evidence.carrierTime = CarrierTime{carrier.addSecs(-5), std::chrono::seconds(5)};
        const QJsonObject payload =
            QJsonDocument::fromJson(openedByOpenssl(m_home, *sealEvidence(evidence, m_enrolment))).object();
        const auto created = QDateTime::fromString(payload["createdAt"].toString(), Qt::ISODateWithMs);
        QVERIFY(std::abs(carrier.secsTo(created)) < 60);
    }

    void sealEvidence_signature_carriesTheCadesAttributes()
    {
        openedByOpenssl(m_home, *sealEvidence(sampleEvidence(), m_enrolment));
        const QByteArray printed =
            testing::openssl(m_home.folder(), {"cms", "-cmsout", "-print", "-inform", "DER", "-in", "signed.der"});
        for (const char* attribute : {"contentType", "messageDigest", "signingTime", "signingCertificateV2"})
            QVERIFY2(printed.contains(QByteArray("object: ") + (attribute == QByteArray("signingCertificateV2")
                                                                    ? "id-smime-aa-signingCertificateV2"
                                                                    : attribute)),
                     attribute);
        QVERIFY(printed.contains("sha256"));
    }

    void sealEvidence_envelope_isGcmWithSha256KeyDerivation()
    {
        m_home.write("sealed.der", *sealEvidence(sampleEvidence(), m_enrolment));
        const QByteArray printed =
            testing::openssl(m_home.folder(), {"cms", "-cmsout", "-print", "-inform", "DER", "-in", "sealed.der"});
        QVERIFY(printed.contains("id-smime-ct-authEnvelopedData"));
        QVERIFY(printed.contains("aes-256-gcm"));
        QVERIFY(printed.contains("dhSinglePass-stdDH-sha256kdf-scheme"));
        QVERIFY(printed.contains("id-aes256-wrap"));
    }

    void sealEvidence_bytes_holdNoPersonalString()
    {
        const QByteArray sealed = *sealEvidence(sampleEvidence(), m_enrolment);
        for (const char* text : {"001099000001", "Nguyễn", "912345678", "kiosk-0001", "chinhchu-evidence"})
            QVERIFY2(!sealed.contains(text), text);
    }

    void openssl_withOneFlippedBit_refusesTheEnvelope_data()
    {
        QTest::addColumn<double>("where");
        for (const double where : {0.3, 0.5, 0.7, 0.9, 0.99999})
            QTest::addRow("at %g", where) << where;
    }

    void openssl_withOneFlippedBit_refusesTheEnvelope()
    {
        QFETCH(double, where);
        QByteArray sealed = *sealEvidence(sampleEvidence(), m_enrolment);
        const auto position = qsizetype(double(sealed.size()) * where);
        sealed[position] = char(sealed[position] ^ 0x04);
        m_home.write("sealed.der", sealed);

        QProcess process;
        process.setWorkingDirectory(m_home.folder());
        process.start("openssl", {"cms", "-decrypt", "-binary", "-inform", "DER", "-in", "sealed.der", "-inkey",
                                  "carrier/seal.key", "-recip", "enrolment/carrier-seal.crt"});
        QVERIFY(process.waitForFinished());

        QVERIFY(process.exitCode() != 0);
    }

    void sealEvidence_withBrokenKey_isSettingsInvalid()
    {
        Enrolment enrolment = m_enrolment;
        enrolment.deviceKeyPem = "no key";
        const auto sealed = sealEvidence(sampleEvidence(), enrolment);
        QVERIFY(!sealed);
        QCOMPARE(codeName(sealed.error().code), std::string_view("SETTINGS_INVALID"));
    }

    void activeAuthenticationChallenge_isTheFirstEightBytesOfTheHash()
    {
        // printf 'nnnndevicesessionSOD' | sha256sum
        const Bytes nonce{'n', 'n', 'n', 'n'};
        const Bytes sod{'S', 'O', 'D'};
        const Bytes challenge = activeAuthenticationChallenge(nonce, "device", "session", sod);
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(challenge.data()), qsizetype(challenge.size())).toHex(),
                 QByteArray("89c3322b4ee8863e"));
    }

private:
    testing::EnrolledHome m_home;
    Enrolment m_enrolment;
};

QTEST_GUILESS_MAIN(TestSeal)
#include "tst_seal.moc"
