#include "kit/evidence_maker.h"
#include "kit/openssl_command.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using kit::SyntheticChip;

/// The way of an honest binding, and what happens when it comes twice.
class IdentityBindings : public QObject
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
    }

    void honestEvidence_isVerified_data()
    {
        QTest::addColumn<int>("proof");
        QTest::newRow("ECDSA, r and s side by side") << int(SyntheticChip::Proof::EcdsaPlain);
        QTest::newRow("ECDSA as DER") << int(SyntheticChip::Proof::EcdsaDer);
        QTest::newRow("RSA, ISO 9796-2") << int(SyntheticChip::Proof::Rsa);
    }

    void honestEvidence_isVerified()
    {
        QFETCH(int, proof);
        const SyntheticChip chip = chipWith(SyntheticChip::Proof(proof));
        const kit::Session session = kit::honestSession(*m_carrier, m_device, chip);
        const kit::Reply reply = kit::submit(*m_carrier, m_device, session);
        QCOMPARE(reply.status, 202);
        QCOMPARE(reply.json.value("reasons").toArray(), QJsonArray());
        QCOMPARE(reply.json.value("state").toString(), QString("verified"));
        QCOMPARE(reply.json.value("bindingId").toString(), session.bindingId);
        static const QRegularExpression receipt("^CC-\\d{8}-\\d{6}$");
        QVERIFY(receipt.match(reply.json.value("receiptNumber").toString()).hasMatch());
    }

    void chipWithoutProof_isLeftToAPerson()
    {
        const SyntheticChip chip = chipWith(SyntheticChip::Proof::None);
        const auto reply = kit::submit(*m_carrier, m_device, kit::honestSession(*m_carrier, m_device, chip));
        QCOMPARE(reply.json.value("state").toString(), QString("received"));
        QCOMPARE(reply.json.value("reasons").toArray(), QJsonArray{"CHIP_NOT_PROVEN_ORIGINAL"});
    }

    void deviceOnlyFreshness_isLeftToAPerson()
    {
        const SyntheticChip chip = chipWith(SyntheticChip::Proof::EcdsaPlain);
        const auto reply =
            kit::submit(*m_carrier, m_device, kit::sessionWith(m_device, chip, {{"kind", "device-only"}}));
        QCOMPARE(reply.json.value("state").toString(), QString("received"));
        QCOMPARE(reply.json.value("reasons").toArray(), QJsonArray{"FRESHNESS_NOT_PROVEN"});
    }

    void clocksThatAgree_changeNothing()
    {
        const SyntheticChip chip = chipWith(SyntheticChip::Proof::EcdsaPlain);
        kit::Session session = kit::honestSession(*m_carrier, m_device, chip);
        const QDateTime created = QDateTime::fromString(session.get("createdAt").toString(), Qt::ISODateWithMs);
        session.set("freshness.lastCarrierTime", created.addSecs(-3600).toUTC().toString(Qt::ISODateWithMs));
        session.set("freshness.secondsSince", 3600);
        QCOMPARE(kit::submit(*m_carrier, m_device, session).json.value("state").toString(), QString("verified"));
    }

    /// A kiosk whose wall clock was set back to the days of an old nonce.
    void clocksThatDisagree_leaveItToAPerson()
    {
        const SyntheticChip chip = chipWith(SyntheticChip::Proof::EcdsaPlain);
        kit::Session session = kit::honestSession(*m_carrier, m_device, chip);
        const QDateTime created = QDateTime::fromString(session.get("createdAt").toString(), Qt::ISODateWithMs);
        session.set("freshness.lastCarrierTime", created.addSecs(-3600).toUTC().toString(Qt::ISODateWithMs));
        session.set("freshness.secondsSince", 3 * 86400);
        const auto reply = kit::submit(*m_carrier, m_device, session);
        QCOMPARE(reply.json.value("state").toString(), QString("received"));
        QCOMPARE(reply.json.value("reasons").toArray(), QJsonArray{"CLOCKS_DISAGREE"});
    }

    void verifiedBinding_liftsTheLockAndMovesTheNumberToTheNewDocument()
    {
        const SyntheticChip chip = chipWith(SyntheticChip::Proof::EcdsaPlain);
        kit::Session session = kit::honestSession(*m_carrier, m_device, chip);
        session.set(
            "numbers",
            QJsonArray{QJsonObject{{"msisdn", "+84900000019"}, {"answer", "mine"}, {"possession", "not-asked"}},
                       QJsonObject{{"msisdn", "+84900000017"}, {"answer", "not-mine"}, {"possession", "not-asked"}}});
        QCOMPARE(kit::submit(*m_carrier, m_device, session).json.value("state").toString(), QString("verified"));

        const auto held = m_carrier->post(m_device, "retrieve-subscriptions",
                                          {{"personalId", "099199000017"}, {"oldDocumentNumber", "099000017"}});
        QHash<QString, QJsonObject> numbers;
        for (const QJsonValue& number : held.json.value("subscriptions").toArray())
            numbers.insert(number.toObject().value("msisdn").toString(), number.toObject());
        QVERIFY2(!numbers.contains("+84900000017"), "disowned");
        QCOMPARE(numbers.value("+84900000019").value("voiceSmsOut").toString(), QString("active"));
        QVERIFY(!numbers.value("+84900000019").contains("lockDeadline"));
        QCOMPARE(numbers.value("+84900000018").value("registeredUnder").toString(), QString("personalId"));
    }

    void decision_isToldToTheCitizenOnTheirOwnNumbersOnly()
    {
        const SyntheticChip chip = chipWith(SyntheticChip::Proof::EcdsaPlain);
        kit::Session session = kit::honestSession(*m_carrier, m_device, chip);
        session.set(
            "numbers",
            QJsonArray{QJsonObject{{"msisdn", "+84900000024"}, {"answer", "mine"}, {"possession", "not-asked"}},
                       QJsonObject{{"msisdn", "+84900000018"}, {"answer", "mine"}, {"possession", "not-asked"}}});
        QCOMPARE(kit::submit(*m_carrier, m_device, session).json.value("state").toString(), QString("refused"));
        static const QRegularExpression refusal("^text message (\\+84\\d+): .*không được chấp nhận");
        QCOMPARE(m_carrier->consoleLine(refusal), QString("+84900000018"));
    }

    void sameKeySamePayload_givesTheSameAnswer()
    {
        const kit::Session session = honest();
        const QByteArray sealed = kit::seal(session, m_device);
        const auto first = kit::submit(*m_carrier, m_device, session, sealed);
        const auto second = kit::submit(*m_carrier, m_device, session, sealed);
        QCOMPARE(second.status, 202);
        QCOMPARE(second.json, first.json);
    }

    void sameKeyOtherPayload_isRefusedAsReuse()
    {
        const kit::Session session = honest();
        QCOMPARE(kit::submit(*m_carrier, m_device, session).status, 202);
        const auto again = kit::submit(*m_carrier, m_device, session); // sealed anew: other bytes
        QCOMPARE(again.status, 422);
        QCOMPARE(again.json.value("code").toString(), QString("IDENTITY_BINDINGS.KEY_REUSED"));
    }

    void status_tellsTheSame_andOnlyToTheDeviceThatAsks()
    {
        const kit::Session session = honest();
        const auto first = kit::submit(*m_carrier, m_device, session);
        const QJsonObject question{{"bindingId", session.bindingId}};
        const auto status = m_carrier->post(m_device, "retrieve-binding-status", question);
        QCOMPARE(status.status, 200);
        QCOMPARE(status.json, first.json);
        QCOMPARE(m_carrier->post(m_other, "retrieve-binding-status", question).status, 404);
        QCOMPARE(m_carrier->post(m_device, "retrieve-binding-status", {{"bindingId", "unknown"}}).status, 404);
    }

    void submission_withoutQuotedKey_isABadRequest_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("not quoted") << QByteArray("abc");
        QTest::newRow("empty") << QByteArray("\"\"");
        QTest::newRow("too long") << QByteArray('"' + QByteArray(65, 'a') + '"');
    }

    void submission_withoutQuotedKey_isABadRequest()
    {
        QFETCH(QByteArray, key);
        kit::Headers headers{{"Content-Type", "application/cms"}};
        if (!key.isEmpty())
            headers.append({"Idempotency-Key", key});
        const auto reply = m_carrier->post(&m_device, "identity-bindings", "x", headers);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.json.value("code").toString(), QString("IDENTITY_BINDINGS.IDEMPOTENCY_KEY_MISSING"));
    }

    void submission_ofAnotherType_isUnsupported()
    {
        const auto reply = m_carrier->post(&m_device, "identity-bindings", "x",
                                           {{"Content-Type", "text/plain"}, {"Idempotency-Key", "\"k\""}});
        QCOMPARE(reply.status, 415);
    }

    void verifiedLater_isReceivedFirstAndThenVerified()
    {
        kit::SandboxProcess later({"--verify", "later"}, m_carrier.get());
        const kit::Session session = honest();
        const auto first = kit::submit(later, m_device, session);
        QCOMPARE(first.status, 202);
        QCOMPARE(first.json.value("state").toString(), QString("received"));
        QVERIFY(first.json.value("reasons").toArray().isEmpty());
        QVERIFY(!first.json.value("receiptNumber").toString().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(later, session.bindingId), QString("verified"), 20000);

        // A nonce is used up by the one that was verified, whoever verifies the other.
        kit::Session again = session;
        again.bindingId = "again-" + session.bindingId;
        again.set("bindingId", again.bindingId);
        QCOMPARE(kit::submit(later, m_device, again).json.value("state").toString(), QString("received"));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(later, again.bindingId), QString("refused"), 20000);
    }

    /// What a sandbox had received and not verified when it died is verified by another one.
    void verifiedLater_bySandboxThatDied_isVerifiedByAnother()
    {
        kit::SandboxProcess dying({"--verify", "later", "--fault", "verification=60000"}, m_carrier.get());
        const kit::Session session = honest();
        QCOMPARE(kit::submit(dying, m_device, session).json.value("state").toString(), QString("received"));
        dying.kill();
        kit::SandboxProcess other({"--verify", "later"}, m_carrier.get());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(other, session.bindingId), QString("verified"), 20000);
    }

private:
    QString stateOf(kit::SandboxProcess& carrier, const QString& bindingId)
    {
        const auto status = carrier.post(m_device, "retrieve-binding-status", {{"bindingId", bindingId}});
        return status.json.value("state").toString();
    }

    SyntheticChip chipWith(SyntheticChip::Proof proof)
    {
        return SyntheticChip(*m_state, m_carrier->folder() + QString("/chip-%1").arg(int(proof)), proof, {});
    }
    kit::Session honest()
    {
        return kit::honestSession(*m_carrier, m_device, chipWith(SyntheticChip::Proof::EcdsaPlain));
    }

    std::unique_ptr<kit::SandboxProcess> m_carrier;
    std::unique_ptr<kit::SyntheticState> m_state;
    kit::Device m_device;
    kit::Device m_other;
};

QTEST_GUILESS_MAIN(IdentityBindings)
#include "tst_identity_bindings.moc"
