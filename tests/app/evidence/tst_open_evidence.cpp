#include "app/evidence/opened_evidence.h"
#include "app/evidence/payload_writer.h"
#include "tests/app/delivery/enrolled_home.h"
#include "tests/app/delivery/sample_evidence.h"

#include <QFile>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::sampleEvidence;

namespace {

ByteView view(const QByteArray& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

std::string codeOf(const Result<OpenedEvidence>& result)
{
    return result ? "no failure" : std::string(codeName(result.error().code));
}

} // namespace

class TestOpenEvidence : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_enrolment = m_home.enrolment();
        QFile key(m_home.file("carrier/seal.key"));
        QVERIFY(key.open(QIODevice::ReadOnly));
        m_keys.sealKeyPem = key.readAll();
    }

    void openEvidence_withTheCarriersKey_givesWhatWasSealed()
    {
        const Evidence evidence = sampleEvidence();
        m_keys.deviceAuthorityPem = m_enrolment.carrierAuthorityPem;

        const auto opened = openEvidence(view(*sealEvidence(evidence, m_enrolment)), m_keys);

        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QCOMPARE(opened->signerName, "kiosk-0001");
        QVERIFY(opened->signerTrusted);
        QCOMPARE(opened->deviceId, "kiosk-0001");
        QCOMPARE(opened->enrolment, Enrolment::Kind::Demo);
        QCOMPARE(opened->claims.bindingId, evidence.bindingId);
        QCOMPARE(opened->claims.consent.givenAt, evidence.consent.givenAt);
        QCOMPARE(opened->claims.numbers.size(), evidence.numbers.size());
        QVERIFY(!opened->claims.numbers[0].organisation);
        QVERIFY(opened->claims.numbers[2].organisation);
        QVERIFY(opened->claims.chip.identity.fullName == evidence.chip.identity.fullName);
        QVERIFY(opened->claims.chip.files.at("DG2").raw == evidence.chip.files.at("DG2").raw);
        QVERIFY(opened->claims.chip.activeAuthentication->response == evidence.chip.activeAuthentication->response);
        QCOMPARE(opened->claims.chip.reader, evidence.chip.reader);
        QVERIFY(opened->claims.freshness->nonce == evidence.freshness->nonce);
        QVERIFY(opened->claims.frames[0].jpeg == evidence.frames[0].jpeg);
        QCOMPARE(opened->claims.match.distance, evidence.match.distance);
    }

    /// Without --device-authority nothing could be opened: OpenSSL looks for a chain whenever it checks CAdES.
    void openEvidence_withoutTheDevicesAuthority_opensAndVouchesForNobody()
    {
        EvidenceKeys keys = m_keys;
        keys.deviceAuthorityPem.clear();
        const auto opened = openEvidence(view(*sealEvidence(sampleEvidence(), m_enrolment)), keys);
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QCOMPARE(opened->signerName, "kiosk-0001");
        QVERIFY(!opened->signerTrusted);
    }

    void openEvidence_ofWorkWithoutNetwork_givesTheCarriersLastTime()
    {
        Evidence evidence = sampleEvidence();
        evidence.freshness->fromBatch = true;
        evidence.carrierTime =
            CarrierTime{QDateTime::fromString("2026-11-22T07:00:00Z", Qt::ISODate), std::chrono::milliseconds(90500)};
        const auto opened = openEvidence(view(*sealEvidence(evidence, m_enrolment)), m_keys);
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QCOMPARE(opened->freshnessKind, "batch");
        QVERIFY(opened->claims.freshness->fromBatch);
        QCOMPARE(opened->claims.carrierTime->last, evidence.carrierTime->last);
        QVERIFY(opened->claims.carrierTime->since == evidence.carrierTime->since);
    }

    void openEvidence_ofProvenNumbers_saysWhichAndHow()
    {
        Evidence evidence = sampleEvidence();
        evidence.numbers = {{"+84912345678", true, Possession::Verified, "c-1"},
                            {"+84912345679", true, Possession::Deferred, {}},
                            {"+84387654321", false, Possession::NotAsked, {}}};
        const auto opened = openEvidence(view(*sealEvidence(evidence, m_enrolment)), m_keys);
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QVERIFY(opened->claims.numbers[0].possession == Possession::Verified);
        QCOMPARE(opened->claims.numbers[0].challengeId, "c-1");
        QVERIFY(opened->claims.numbers[1].possession == Possession::Deferred);
        QVERIFY(opened->claims.numbers[2].possession == Possession::NotAsked);
    }

    void openEvidence_withWishAndSignature_givesBoth()
    {
        Evidence evidence = sampleEvidence();
        evidence.signatureWish =
            Evidence::SignatureWish{true, {"I ask.", "en", QDateTime::fromString("2026-11-22T07:00:00Z", Qt::ISODate)}};
        evidence.signature.emplace();
        evidence.signature->signedAt = QDateTime::fromString("2026-11-22T07:01:00Z", Qt::ISODate);
        evidence.signature->picture = {0x89, 'P', 'N', 'G'};
        evidence.signature->strokes = {{{1, 2, 0}, {3, 4, 5}}, {{6, 7, 8}}};
        const auto opened = openEvidence(view(*sealEvidence(evidence, m_enrolment)), m_keys);
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QVERIFY(opened->claims.signatureWish && opened->claims.signatureWish->wanted);
        QCOMPARE(opened->claims.signatureWish->consent.text, "I ask.");
        QCOMPARE(opened->claims.signatureWish->consent.givenAt, evidence.signatureWish->consent.givenAt);
        QVERIFY(opened->claims.signature->picture == evidence.signature->picture);
        QCOMPARE(opened->claims.signature->signedAt, evidence.signature->signedAt);
        QCOMPARE(opened->claims.signature->strokes.size(), std::size_t(2));
        QCOMPARE(opened->claims.signature->strokes[0][1].x, 3);
        QCOMPARE(opened->claims.signature->strokes[1][0].ms, 8);
    }

    void openEvidence_ofSomebodyWhoDeclinedAndCannotDraw_saysSo()
    {
        Evidence evidence = sampleEvidence();
        evidence.signatureWish.emplace();
        evidence.signature.emplace();
        evidence.signature->signedAt = QDateTime::fromString("2026-11-22T07:01:00Z", Qt::ISODate);
        const auto opened = openEvidence(view(*sealEvidence(evidence, m_enrolment)), m_keys);
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QVERIFY(opened->claims.signatureWish && !opened->claims.signatureWish->wanted);
        QVERIFY(opened->claims.signature && !opened->claims.signature->isDrawn());
    }

    void readPayload_withHalfAStroke_isRefused()
    {
        Evidence evidence = sampleEvidence();
        evidence.signature.emplace();
        evidence.signature->signedAt = QDateTime::currentDateTimeUtc();
        evidence.signature->strokes = {{{1, 2, 0}, {3, 4, 5}}};
        const Bytes written = writePayload(evidence, m_enrolment, QDateTime::currentDateTime());
        QByteArray text(reinterpret_cast<const char*>(written.data()), qsizetype(written.size()));
        QVERIFY(text.contains("\"ms\":[0,5]"));
        text.replace("\"ms\":[0,5]", "\"ms\":[0]");
        const auto read = readPayload(Bytes(text.begin(), text.end()));
        QVERIFY(!read);
        QCOMPARE(read.error().detail, std::string("citizenSignature.strokes[]. has no points, or parts of some"));
    }

    void openEvidence_withAnotherKey_isUnreadable()
    {
        EvidenceKeys other;
        other.sealKeyPem = m_enrolment.deviceKeyPem;
        QCOMPARE(codeOf(openEvidence(view(*sealEvidence(sampleEvidence(), m_enrolment)), other)),
                 std::string("EVIDENCE_UNREADABLE"));
    }

    void openEvidence_byADeviceOfAnotherAuthority_isRefused()
    {
        QFile stranger(m_home.file("carrier/stranger-ca.crt"));
        QVERIFY(stranger.open(QIODevice::ReadOnly));
        EvidenceKeys keys = m_keys;
        keys.deviceAuthorityPem = stranger.readAll();
        QCOMPARE(codeOf(openEvidence(view(*sealEvidence(sampleEvidence(), m_enrolment)), keys)),
                 std::string("EVIDENCE_SIGNATURE_INVALID"));
    }

    void openEvidence_withOneBitChangedAnywhere_isRefused()
    {
        Evidence small = sampleEvidence();
        small.chip.files["DG2"].raw.resize(10);
        small.frames.clear();
        const QByteArray sealed = *sealEvidence(small, m_enrolment);
        for (qsizetype position = 0; position < sealed.size(); position += 13) {
            QByteArray changed = sealed;
            changed[position] = char(changed[position] ^ 0x10);
            const auto opened = openEvidence(view(changed), m_keys);
            // The recipient's identifier says who may open it; a reader with the key does not need it.
            if (opened)
                QVERIFY2(position < 500, qPrintable(QString::number(position)));
            else
                QCOMPARE(codeOf(opened), std::string("EVIDENCE_UNREADABLE"));
        }
    }

    void openEvidence_withNonsense_isUnreadable()
    {
        for (const QByteArray& bytes :
             {QByteArray(), QByteArray("x"), QByteArray(1000, '\x30'), QByteArray(1000, '\0')})
            QCOMPARE(codeOf(openEvidence(view(bytes), m_keys)), std::string("EVIDENCE_UNREADABLE"));
    }

    void readPayload_withAChangedMember_namesIt_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<std::string>("detail");
        const auto row = [](const char* name, const char* from, const char* to, const char* detail) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << std::string(detail);
        };
        row("unknown member", "\"mode\":", "\"religion\":\"\",\"mode\":", " has a member that is not known");
        row("twice", "\"mode\":", "\"staff\":\"x\",\"mode\":", " has a member that is not known");
        row("unknown below", "\"access\":", "\"dg13\":\"\",\"access\":", "chip. has a member that is not known");
        row("missing", "\"mode\":\"self-service\",", "", "mode is missing");
        row("wrong type", "\"match\":true", "\"match\":1", "face.match is neither true nor false");
        row("not base64", "\"dg1\":\"YQ", "\"dg1\":\"Y-", "chip.dg1 is not base64");
        row("time without offset", "14:01:02.000+07:00", "14:01:02.000", "consent.givenAt is not a time with offset");
        row("possession nobody knows", "\"possession\":\"not-asked\"", "\"possession\":\"perhaps\"",
            "numbers[].possession is none of the known values");
        row("verified by nothing", "\"possession\":\"not-asked\"", "\"possession\":\"verified\"",
            "numbers[].challengeId is missing");
        row("other version", "\"version\":1", "\"version\":2", "version is not 1");
        row("other format", "chinhchu-evidence", "another-evidence", "format is none of the known values");
    }

    void readPayload_withAChangedMember_namesIt()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(std::string, detail);
        const Bytes written = writePayload(sampleEvidence(), m_enrolment, QDateTime::currentDateTime());
        QByteArray text(reinterpret_cast<const char*>(written.data()), qsizetype(written.size()));
        QVERIFY(text.contains(from));
        text.replace(from, to);

        const auto read = readPayload(Bytes(text.begin(), text.end()));

        QVERIFY(!read);
        QCOMPARE(codeOf(read), std::string("EVIDENCE_MALFORMED"));
        QCOMPARE(read.error().detail, detail);
    }

    void readPayload_withDeepNesting_isMalformed()
    {
        QCOMPARE(codeOf(readPayload(Bytes(1000000, '['))), std::string("EVIDENCE_MALFORMED"));
    }

private:
    testing::EnrolledHome m_home;
    Enrolment m_enrolment;
    EvidenceKeys m_keys;
};

QTEST_GUILESS_MAIN(TestOpenEvidence)
#include "tst_open_evidence.moc"
