#include "kit/evidence_maker.h"
#include "kit/openssl_command.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using kit::SyntheticChip;

/// The negative list: whatever is wrong with a piece of evidence, it is refused with that one code and no other.
class Refusals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_carrier = std::make_unique<kit::SandboxProcess>();
        m_device = m_carrier->enrol("kiosk-1");
        m_other = m_carrier->enrol("kiosk-2");
        const QString folder = m_carrier->folder();
        m_state = std::make_unique<kit::SyntheticState>(folder + "/state", "Synthetic");
        QVERIFY(QFile::copy(m_state->csca(), m_carrier->trustFolder() + "/csca.crt"));
        m_chip = std::make_unique<SyntheticChip>(*m_state, folder + "/chip", SyntheticChip::Proof::EcdsaPlain,
                                                 SyntheticChip::Holder{});
        m_neighbour = std::make_unique<SyntheticChip>(*m_state, folder + "/neighbour", SyntheticChip::Proof::EcdsaPlain,
                                                      SyntheticChip::Holder{"099188000033", "880721", "TRAN<<THI<UOC"});
    }

    void changedMember_isRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const char* path, const QJsonValue& value, const char* code) {
            QTest::newRow(name) << path << value << code;
        };
        const QJsonValue gone(QJsonValue::Undefined);
        row("signature without a picture", "citizenSignature",
            QJsonObject{{"kind", "drawn"},
                        {"signedAt", "2026-11-22T07:00:00Z"},
                        {"picture", "AAAA"},
                        {"strokes",
                         QJsonArray{QJsonObject{{"x", QJsonArray{1}}, {"y", QJsonArray{1}}, {"ms", QJsonArray{0}}}}}},
            "SIGNATURE_UNREADABLE");
        row("pictures of the card that were not measured", "documentPictures", cardPictures(900, 0.3, "00"),
            "DOCUMENT_PICTURE_CHANGED");
        row("a small card in its picture", "documentPictures", cardPictures(300, 0.3),
            "DOCUMENT_PICTURE_ILLEGIBLE");
        row("a blurred card in its picture", "documentPictures", cardPictures(900, 0.8),
            "DOCUMENT_PICTURE_ILLEGIBLE");
        row("the front alone", "documentPictures", QJsonArray{cardPictures(900, 0.3).at(0)},
            "EVIDENCE_MALFORMED");
        row("binding of another key", "bindingId", "another", "BINDING_ID_MISMATCH");
        row("sealed tomorrow", "createdAt", "2099-01-01T00:00:00+07:00", "NONCE_EXPIRED");
        row("sealed before the nonce was made", "createdAt", "2020-01-01T00:00:00+07:00", "TIME_IMPLAUSIBLE");
        row("unknown nonce", "freshness.nonceId", "none", "NONCE_UNKNOWN");
        row("distance above the threshold", "face.distance", 0.41, "FACE_MISMATCH");
        row("face said not to match", "face.match", false, "FACE_MISMATCH");
        row("threshold of the kiosk's own", "face.threshold", 5.0, "THRESHOLD_TOO_LOOSE");
        row("no frames", "face.frames", QJsonArray{}, "FACE_FRAMES_MISSING");
        row("not alive", "face.liveness.result", "not-live", "FACE_NOT_LIVE");
        row("no Active Authentication", "chip.activeAuthentication", gone, "ACTIVE_AUTHENTICATION_MISSING");
        row("DG2 left out", "chip.dg2", gone, "DATA_GROUP_MISSING");
        row("DG14 left out", "chip.dg14", gone, "DATA_GROUP_MISSING");
        row("DG2 exchanged", "chip.dg2", "dQFY", "DATA_GROUP_CHANGED");
        row("no consent", "consent.text", " ", "CONSENT_MISSING");
        row("another name", "subject.fullName", "Nguyễn Thị Ân", "NAME_MISMATCH");
        row("no numbers", "numbers", QJsonArray{}, "NUMBERS_MISSING");
        row("unknown number", "numbers", numbers("+84999999999"), "NUMBER_UNKNOWN");
        row("another's number", "numbers", numbers("+84900000033"), "NUMBER_OF_ANOTHER_PERSON");
        row("number not E.164", "numbers", numbers("0900000017"), "NUMBER_MALFORMED");
        row("unknown member", "religion", "none", "EVIDENCE_MALFORMED");
        row("unknown member deep inside", "subject.ethnicity", "none", "EVIDENCE_MALFORMED");
        row("version of the future", "version", 2, "EVIDENCE_MALFORMED");
        row("member missing", "place", gone, "EVIDENCE_MALFORMED");
        row("not base64", "chip.sod", "???", "EVIDENCE_MALFORMED");
        row("time without offset", "createdAt", "2026-01-01T00:00:00", "EVIDENCE_MALFORMED");
    }

    void changedMember_isRefused()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        if (value.isUndefined())
            session.remove(path);
        else
            session.set(path, value);
        const auto reply = kit::submit(*m_carrier, m_device, session);
        QCOMPARE(reply.status, 202);
        QCOMPARE(reply.json.value("state").toString(), QString("refused"));
        QVERIFY2(reply.json.value("reasons").toArray().contains(code), reply.body.constData());
        if (path != "createdAt") // a time that far away contradicts the consent or the carrier's clock as well
            QCOMPARE(reply.json.value("reasons").toArray().size(), 1);
    }

    void modelThatThePolicyDoesNotList_isRefused()
    {
        QJsonObject policy = QJsonDocument::fromJson(kit::readFile(kit::policyFile(m_carrier->folder()))).object();
        QJsonObject face = policy["face"].toObject();
        face["models"] = QJsonArray{QString(64, 'b')};
        policy["face"] = face;
        const QString strict = m_carrier->folder() + "/strict-policy.json";
        kit::writeFile(strict, QJsonDocument(policy).toJson());
        kit::SandboxProcess other({"--policy", strict}, m_carrier.get());
        expectRefusal(kit::submit(other, m_device, kit::honestSession(other, m_device, *m_chip)), "MODEL_NOT_ALLOWED");
    }

    void replayedEvidence_underANewName_isRefused()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        QCOMPARE(kit::submit(*m_carrier, m_device, session).json.value("state").toString(), QString("verified"));
        session.bindingId = "replay-" + session.bindingId.left(8);
        session.set("bindingId", session.bindingId);
        expectRefusal(kit::submit(*m_carrier, m_device, session), "NONCE_ALREADY_USED");
    }

    void evidenceSignedByAnotherDevice_isRefused()
    {
        const kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        const auto reply = kit::submit(*m_carrier, m_device, session, kit::seal(session, m_other));
        QVERIFY(reply.json.value("reasons").toArray().contains("DEVICE_MISMATCH"));
    }

    void evidenceBroughtByAnotherDevice_isRefused()
    {
        const kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        expectRefusal(kit::submit(*m_carrier, m_other, session, kit::seal(session, m_device)), "DEVICE_MISMATCH");
    }

    void nonceOfAnotherSession_isRefused()
    {
        const kit::Session first = kit::honestSession(*m_carrier, m_device, *m_chip);
        const kit::Session second = kit::sessionWith(m_device, *m_chip, first.get("freshness").toObject());
        expectRefusal(kit::submit(*m_carrier, m_device, second), "NONCE_OF_ANOTHER_SESSION");
    }

    void transcriptForAnotherNonce_isRefused()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        const kit::Session earlier = kit::honestSession(*m_carrier, m_device, *m_chip);
        session.set("chip.activeAuthentication", earlier.get("chip.activeAuthentication"));
        expectRefusal(kit::submit(*m_carrier, m_device, session), "CHALLENGE_MISMATCH");
    }

    void answerOfACopiedChip_isRefused()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        const QByteArray challenge =
            QByteArray::fromBase64(session.get("chip.activeAuthentication.challenge").toString().toLatin1());
        session.set("chip.activeAuthentication.response",
                    QString::fromLatin1(m_neighbour->answer(challenge).toBase64()));
        expectRefusal(kit::submit(*m_carrier, m_device, session), "ACTIVE_AUTHENTICATION_FAILED");
    }

    void anotherCitizensSecurityObject_isRefused()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        session.set("chip.sod", QString::fromLatin1(m_neighbour->sod().toBase64()));
        const auto reply = kit::submit(*m_carrier, m_device, session);
        QCOMPARE(reply.json.value("state").toString(), QString("refused"));
        QVERIFY(reply.json.value("reasons").toArray().contains("DATA_GROUP_CHANGED"));
        QVERIFY(reply.json.value("reasons").toArray().contains("CHALLENGE_MISMATCH"));
    }

    void neighboursWholeChip_underThisPersonsName_isRefused()
    {
        expectRefusal(kit::submit(*m_carrier, m_device, kit::honestSession(*m_carrier, m_device, *m_neighbour)),
                      "SUBJECT_NOT_OF_THIS_CHIP");
    }

    void chipOfAnUnknownState_isRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("another name") << "Elsewhere"
                                      << "SOD_ISSUER_UNKNOWN";
        QTest::newRow("the right name, another key") << "Synthetic"
                                                     << "SOD_SIGNER_INVALID";
    }

    void chipOfAnUnknownState_isRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        const QString folder = m_carrier->folder() + "/forger-" + name;
        const kit::SyntheticState forger(folder, name);
        const SyntheticChip chip(forger, folder, SyntheticChip::Proof::EcdsaPlain, {});
        expectRefusal(kit::submit(*m_carrier, m_device, kit::honestSession(*m_carrier, m_device, chip)), code);
    }

    void securityObjectWithAFlippedBit_isRefused()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        QByteArray sod = m_chip->sod();
        sod[sod.size() - 3] = char(sod[sod.size() - 3] ^ 1); // inside the signature value
        session.set("chip.sod", QString::fromLatin1(sod.toBase64()));
        const auto reply = kit::submit(*m_carrier, m_device, session);
        QVERIFY2(reply.json.value("reasons").toArray().contains("SOD_SIGNATURE_INVALID"), reply.body.constData());
    }

    void unknownPerson_isRefused()
    {
        const SyntheticChip chip(*m_state, m_carrier->folder() + "/unknown", SyntheticChip::Proof::EcdsaPlain,
                                 {"099099999999", "990115", "NGUYEN<<THI<AN"});
        kit::Session session = kit::honestSession(*m_carrier, m_device, chip);
        session.set("subject.number", "099099999999");
        const auto reply = kit::submit(*m_carrier, m_device, session);
        QVERIFY(reply.json.value("reasons").toArray().contains("PERSON_UNKNOWN"));
    }

    void envelope_withAFlippedBit_isUnreadable()
    {
        const kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        QByteArray sealed = kit::seal(session, m_device);
        sealed[sealed.size() / 2] = char(sealed[sealed.size() / 2] ^ 1);
        expectRefusal(kit::submit(*m_carrier, m_device, session, sealed), "ENVELOPE_UNREADABLE");
    }

    void unsignedPayload_isRefused()
    {
        const kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        const QByteArray sealed = kit::openssl({"cms", "-encrypt", "-binary", "-aes-256-gcm", "-outform", "DER",
                                                "-recip", m_device.file("carrier-seal.crt")},
                                               "{}");
        expectRefusal(kit::submit(*m_carrier, m_device, session, sealed), "SIGNATURE_INVALID");
    }

    void refusedBinding_canBeAskedFor()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        session.set("face.match", false);
        const auto reply = kit::submit(*m_carrier, m_device, session);
        const auto status = m_carrier->post(m_device, "retrieve-binding-status", {{"bindingId", session.bindingId}});
        QCOMPARE(status.json, reply.json);
    }

private:
    /// Both sides: the header of a JPEG of 768 x 512 pixels (ITU-T T.81, B.2.2), and nothing after it.
    static QJsonArray cardPictures(double cardWidth, double blur, QByteArray hash = {})
    {
        const QByteArray jpeg = QByteArray::fromHex("ffd8ffc0000b080200030001011100");
        if (hash.isEmpty())
            hash = QCryptographicHash::hash(jpeg, QCryptographicHash::Sha256).toHex();
        QJsonArray sides;
        for (const char* side : {"front", "back"})
            sides.append(QJsonObject{{"side", side},
                                     {"jpeg", QString::fromLatin1(jpeg.toBase64())},
                                     {"sha256", QString::fromLatin1(hash)},
                                     {"width", 768},
                                     {"height", 512},
                                     {"capturedAt", "2026-11-22T07:00:00Z"},
                                     {"legibility", QJsonObject{{"cardWidth", cardWidth},
                                                                {"blur", blur},
                                                                {"glare", 0},
                                                                {"tilt", 0},
                                                                {"luminance", 150}}}});
        return sides;
    }

    static QJsonArray numbers(const QString& msisdn)
    {
        return {QJsonObject{{"msisdn", msisdn}, {"answer", "mine"}, {"possession", "not-asked"}}};
    }

    void expectRefusal(const kit::Reply& reply, const QString& code)
    {
        QCOMPARE(reply.status, 202);
        QCOMPARE(reply.json.value("state").toString(), QString("refused"));
        QVERIFY2(reply.json.value("reasons").toArray() == QJsonArray{code}, reply.body.constData());
    }

    std::unique_ptr<kit::SandboxProcess> m_carrier;
    std::unique_ptr<kit::SyntheticState> m_state;
    std::unique_ptr<SyntheticChip> m_chip;
    std::unique_ptr<SyntheticChip> m_neighbour;
    kit::Device m_device;
    kit::Device m_other;
};

QTEST_GUILESS_MAIN(Refusals)
#include "tst_refusals.moc"
