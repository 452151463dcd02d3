#include "kit/evidence_maker.h"
#include "kit/openssl_command.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using kit::SyntheticChip;

/// The operations around the binding: nonces beforehand, passwords, disclaimers, signatures, trust, enrolment, counts.
class Operations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_carrier = std::make_unique<kit::SandboxProcess>();
        m_device = m_carrier->enrol("kiosk-1");
        m_other = m_carrier->enrol("kiosk-2");
        m_state = std::make_unique<kit::SyntheticState>(m_carrier->folder() + "/state", "Synthetic");
        QVERIFY(QFile::copy(m_state->csca(), m_carrier->trustFolder() + "/csca.crt"));
        m_chip = std::make_unique<SyntheticChip>(*m_state, m_carrier->folder() + "/chip",
                                                 SyntheticChip::Proof::EcdsaPlain, SyntheticChip::Holder{});
        const kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        QCOMPARE(kit::submit(*m_carrier, m_device, session).json.value("state").toString(), QString("verified"));
        m_binding = session.bindingId;
    }

    void nonceBatch_isSignedForThisDevice()
    {
        const QJsonObject batch = fetchBatch(5);
        QCOMPARE(batch.value("deviceId").toString(), QString("kiosk-1"));
        QCOMPARE(batch.value("nonces").toArray().size(), 5);
    }

    void nonceBatch_ofUnreasonableSize_isInvalid()
    {
        for (const double count : {0.0, -1.0, 201.0, 1.5})
            QCOMPARE(m_carrier->post(m_device, "nonce-batches", {{"count", count}}).status, 400);
    }

    void nonceOfABatch_worksOnceForAnySession()
    {
        const QJsonObject nonce = fetchBatch(1).value("nonces").toArray().first().toObject();
        const QJsonObject freshness{
            {"kind", "batch"}, {"nonceId", nonce.value("nonceId")}, {"nonce", nonce.value("nonce")}};
        const auto first = kit::submit(*m_carrier, m_device, kit::sessionWith(m_device, *m_chip, freshness));
        QCOMPARE(first.json.value("state").toString(), QString("verified"));
        const auto second = kit::submit(*m_carrier, m_device, kit::sessionWith(m_device, *m_chip, freshness));
        QCOMPARE(second.json.value("reasons").toArray(), QJsonArray{"NONCE_ALREADY_USED"});
    }

    void nonceOfABatch_ofAnotherDevice_isRefused()
    {
        const QJsonObject nonce = fetchBatch(1).value("nonces").toArray().first().toObject();
        const QJsonObject freshness{
            {"kind", "batch"}, {"nonceId", nonce.value("nonceId")}, {"nonce", nonce.value("nonce")}};
        const auto reply = kit::submit(*m_carrier, m_other, kit::sessionWith(m_other, *m_chip, freshness));
        QCOMPARE(reply.json.value("reasons").toArray(), QJsonArray{"NONCE_OF_ANOTHER_SESSION"});
    }

    void password_isCorrectOnce()
    {
        const auto [challenge, code] = password("+84900000017");
        QCOMPARE(tryPassword(m_device, challenge, wrong(code)), QString("wrong"));
        QCOMPARE(tryPassword(m_device, challenge, code), QString("correct"));
        QCOMPARE(tryPassword(m_device, challenge, code), QString("exhausted"));
    }

    void password_afterFiveWrongOnes_isExhausted()
    {
        const auto [challenge, code] = password("+84900000018");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(tryPassword(m_device, challenge, wrong(code)), QString("wrong"));
        QCOMPARE(tryPassword(m_device, challenge, code), QString("exhausted"));
    }

    void password_ofAnotherDevice_isNotFound()
    {
        const auto [challenge, code] = password("+84900000019");
        const auto reply = m_carrier->post(m_other, "otp-verifications", {{"challengeId", challenge}, {"code", code}});
        QCOMPARE(reply.status, 404);
    }

    void passwords_moreThanThree_areTooMany()
    {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_carrier->post(m_device, "otp-challenges", {{"msisdn", "+84900000024"}}).status, 201);
        QCOMPARE(m_carrier->post(m_device, "otp-challenges", {{"msisdn", "+84900000024"}}).status, 429);
    }

    void password_forAnUnknownNumber_isNotFound()
    {
        const auto reply = m_carrier->post(m_device, "otp-challenges", {{"msisdn", "+84999999999"}});
        QCOMPARE(reply.json.value("code").toString(), QString("OTP_CHALLENGES.NUMBER_UNKNOWN"));
    }

    void password_thatWasEntered_provesItsNumberOnce()
    {
        const auto [challenge, code] = password("+84900000017");
        const auto claim = [&, id = challenge](const QString& msisdn) {
            kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
            session.set("numbers", QJsonArray{QJsonObject{{"msisdn", msisdn},
                                                          {"answer", "mine"},
                                                          {"possession", "verified"},
                                                          {"challengeId", id}}});
            return kit::submit(*m_carrier, m_device, session).json;
        };
        const QJsonArray notProven{"POSSESSION_NOT_PROVEN"};
        QCOMPARE(claim("+84900000017").value("reasons").toArray(), notProven);
        QCOMPARE(tryPassword(m_device, challenge, code), QString("correct"));

        QCOMPARE(claim("+84900000018").value("reasons").toArray(), notProven);
        QCOMPARE(claim("+84900000017").value("state").toString(), QString("verified"));
        QCOMPARE(claim("+84900000017").value("reasons").toArray(), notProven);
    }

    void password_thatCouldNotBeAsked_isLeftToAPerson()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        session.set("numbers", QJsonArray{QJsonObject{
                                   {"msisdn", "+84900000018"}, {"answer", "mine"}, {"possession", "deferred"}}});
        const auto reply = kit::submit(*m_carrier, m_device, session);
        QCOMPARE(reply.json.value("state").toString(), QString("received"));
        QCOMPARE(reply.json.value("reasons").toArray(), QJsonArray{"POSSESSION_DEFERRED"});
    }

    void disclaimer_takesTheNumberOffTheList()
    {
        const QJsonObject question{{"personalId", "099199000017"}};
        const auto count = [&] {
            return m_carrier->post(m_device, "retrieve-subscriptions", question)
                .json.value("subscriptions")
                .toArray()
                .size();
        };
        const auto before = count();
        QCOMPARE(disclaim(m_device, m_binding, "+84900000019").status, 201);
        QCOMPARE(count(), before - 1);
    }

    void disclaimer_ofAnothersNumberOrBinding_isRefused()
    {
        QCOMPARE(disclaim(m_device, m_binding, "+84900000033").json.value("code").toString(),
                 QString("NUMBER_DISCLAIMERS.NOT_HELD"));
        QCOMPARE(disclaim(m_other, m_binding, "+84900000017").status, 404);
        QCOMPARE(disclaim(m_device, "unknown", "+84900000017").status, 404);
    }

    void signature_isRequestedOnce()
    {
        const QJsonObject wish{{"bindingId", m_binding}, {"consentGivenAt", "2026-11-22T14:02:10.000+07:00"}};
        const auto first = m_carrier->post(m_device, "signature-requests", wish);
        QCOMPARE(first.json.value("state").toString(), QString("requested"));
        QCOMPARE(m_carrier->post(m_device, "signature-requests", wish).json, first.json);
        QCOMPARE(m_carrier->post(m_other, "signature-requests", wish).status, 404);
    }

    void documentSigner_isJudged()
    {
        const auto judge = [&](const QString& file) {
            const QByteArray der = kit::openssl({"x509", "-in", file, "-outform", "DER"});
            const auto reply =
                m_carrier->post(m_device, "verify-document-signer", {{"dscert", QString::fromLatin1(der.toBase64())}});
            return reply.json.value("result").toString();
        };
        const QString folder = m_carrier->folder();
        const kit::SyntheticState elsewhere(folder + "/elsewhere", "Elsewhere");
        QCOMPARE(judge(folder + "/state/signer.crt"), QString("trusted"));
        QCOMPARE(judge(folder + "/elsewhere/signer.crt"), QString("issuer-unknown"));
        QCOMPARE(m_carrier->post(m_device, "verify-document-signer", {{"dscert", "AAAA"}}).status, 400);
    }

    void revokedSigner_isRefusedEverywhere()
    {
        const QString folder = m_carrier->folder() + "/revoking";
        const kit::SyntheticState state(folder, "Revoking");
        const SyntheticChip chip(state, folder, SyntheticChip::Proof::EcdsaPlain, {});
        QVERIFY(QFile::copy(state.csca(), m_carrier->trustFolder() + "/revoking.crt"));
        const auto submitOne = [&] {
            return kit::submit(*m_carrier, m_device, kit::honestSession(*m_carrier, m_device, chip)).json;
        };
        QCOMPARE(submitOne().value("state").toString(), QString("verified"));
        state.revokeSigner(m_carrier->trustFolder() + "/revoking.crl");
        QCOMPARE(submitOne().value("reasons").toArray(), QJsonArray{"SOD_SIGNER_REVOKED"});
    }

    void signersKey_byTheTimeItWasInUse_isBelievedOrDoubted_data()
    {
        QTest::addColumn<int>("inUseForYears");
        QTest::addColumn<QString>("state");
        QTest::newRow("in use when the card was issued") << 3 << "verified";
        QTest::newRow("put away before") << -1 << "received";
    }

    /// privateKeyUsagePeriod: a signer's certificate lives as long as its cards, its key signs for some months.
    void signersKey_byTheTimeItWasInUse_isBelievedOrDoubted()
    {
        QFETCH(int, inUseForYears);
        QFETCH(QString, state);
        const QString folder = m_carrier->folder() + "/period" + QString::number(inUseForYears);
        const kit::SyntheticState issuer(folder, "Period " + QString::number(inUseForYears));
        const auto time = [](int years) {
            return QDateTime::currentDateTimeUtc().addYears(years).toString("yyyyMMddhhmmss'Z'").toLatin1();
        };
        issuer.limitSignersKey(time(-2), time(inUseForYears));
        const SyntheticChip chip(issuer, folder, SyntheticChip::Proof::EcdsaPlain, {});
        QVERIFY(QFile::copy(issuer.csca(), m_carrier->trustFolder() + "/period" + QString::number(inUseForYears) + ".crt"));

        const auto reply = kit::submit(*m_carrier, m_device, kit::honestSession(*m_carrier, m_device, chip));

        QCOMPARE(reply.json.value("state").toString(), state);
        QCOMPARE(reply.json.value("reasons").toArray().contains("ISSUE_DATE_DOUBTFUL"), state == "received");
    }

    void trustList_isSignedAndHoldsTheAnchors()
    {
        const QJsonObject list = opened(m_carrier->get(&m_device, "/chinhchu/v1/trust-list").body);
        const QByteArray csca = kit::openssl({"x509", "-in", m_state->csca(), "-outform", "DER"});
        QVERIFY(list.value("certificates").toArray().contains(QString::fromLatin1(csca.toBase64())));
    }

    void policy_isSigned()
    {
        const QJsonObject policy = opened(m_carrier->get(&m_device, "/chinhchu/v1/policy").body);
        QCOMPARE(policy.value("format").toString(), QString("chinhchu-policy"));
        QCOMPARE(policy.value("version").toInt(), 1);
    }

    void enrolment_withACode_givesACertificateThatWorks()
    {
        const kit::Device fresh{"kiosk-9", m_carrier->folder() + "/fresh"};
        const QString code = m_carrier->enrolmentCode("kiosk-9");
        const auto reply = enrol(fresh, code);
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.json.value("deviceId").toString(), QString("kiosk-9"));
        kit::writeFile(fresh.file("device.crt"), reply.json.value("deviceCertificate").toString().toLatin1());
        QCOMPARE(m_carrier->post(fresh, "verification-sessions", {{"sessionId", "s"}}).status, 201);
        QCOMPARE(enrol(fresh, code).json.value("code").toString(), QString("DEVICE_ENROLMENTS.CODE_INVALID"));
    }

    void enrolment_withoutProofOfTheKey_isRefused()
    {
        const auto reply =
            m_carrier->post(nullptr, "device-enrolments", "{\"enrolmentCode\":\"A\",\"certificateRequest\":\"none\"}");
        QCOMPARE(reply.json.value("code").toString(), QString("DEVICE_ENROLMENTS.REQUEST_INVALID"));
    }

    void counts_addUp()
    {
        const auto reply = m_carrier->post(m_device, "retrieve-counts", QJsonObject{});
        QCOMPARE(reply.status, 200);
        const auto count = [&](const char* name) { return reply.json.value(name).toInt(); };
        QCOMPARE(count("authenticated") + count("notYet"), count("total"));
        QCOMPARE(count("lockedTwoWay"), 1);
        QVERIFY(count("authenticated") >= 1);
    }

private:
    QJsonObject opened(const QByteArray& cms)
    {
        const QString file = m_carrier->folder() + "/document.cms";
        kit::writeFile(file, cms);
        const QByteArray content = kit::openssl({"cms", "-verify", "-inform", "DER", "-in", file, "-CAfile",
                                                 m_carrier->folder() + "/pki/ca.crt", "-signer", file + ".signer"});
        const QByteArray signer = kit::openssl({"x509", "-in", file + ".signer", "-noout", "-subject"});
        return signer.contains("OU = documents") ? QJsonDocument::fromJson(content).object() : QJsonObject();
    }

    QJsonObject fetchBatch(int count)
    {
        const auto reply = m_carrier->post(m_device, "nonce-batches", {{"count", count}});
        return reply.status == 201 ? opened(reply.body) : QJsonObject();
    }

    /// The challenge, and the password that the sandbox's console shows.
    std::pair<QString, QString> password(const QString& msisdn)
    {
        const auto reply = m_carrier->post(m_device, "otp-challenges", {{"msisdn", msisdn}});
        const QString challenge = reply.json.value("challengeId").toString();
        const QRegularExpression line("one-time password " + challenge + ": (\\d{6})");
        return {challenge, m_carrier->consoleLine(line)};
    }
    static QString wrong(const QString& code) { return code == "000000" ? QString("000001") : QString("000000"); }
    QString tryPassword(const kit::Device& device, const QString& challenge, const QString& code)
    {
        const QJsonObject question{{"challengeId", challenge}, {"code", code}};
        return m_carrier->post(device, "otp-verifications", question).json.value("result").toString();
    }

    kit::Reply disclaim(const kit::Device& device, const QString& binding, const QString& msisdn)
    {
        return m_carrier->post(device, "number-disclaimers", {{"bindingId", binding}, {"msisdn", msisdn}});
    }

    kit::Reply enrol(const kit::Device& fresh, const QString& code)
    {
        QDir().mkpath(fresh.folder);
        const QByteArray request =
            kit::openssl({"req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
                          "/CN=x", "-keyout", fresh.file("device.key")});
        const QJsonObject body{{"enrolmentCode", code}, {"certificateRequest", QString::fromLatin1(request)}};
        return m_carrier->post(nullptr, "device-enrolments", QJsonDocument(body).toJson());
    }

    std::unique_ptr<kit::SandboxProcess> m_carrier;
    std::unique_ptr<kit::SyntheticState> m_state;
    std::unique_ptr<SyntheticChip> m_chip;
    kit::Device m_device;
    kit::Device m_other;
    QString m_binding;
};

QTEST_GUILESS_MAIN(Operations)
#include "tst_operations.moc"
