#include "kit/evidence_maker.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using kit::SyntheticChip;

/// What the law says about persons and their numbers, as the carrier checks it from the evidence.
class PersonRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_carrier = std::make_unique<kit::SandboxProcess>();
        m_agent = m_carrier->enrol("kiosk-1");
        m_shop = m_carrier->enrol("kiosk-2", "demo", "carrier-own");
        const QString folder = m_carrier->folder();
        m_state = std::make_unique<kit::SyntheticState>(folder + "/state", "Synthetic");
        QVERIFY(QFile::copy(m_state->csca(), m_carrier->trustFolder() + "/csca.crt"));
        m_chip = chip("holder", {});
        m_childs = chip("child", {"099316000161", "160229", "VO<<NGOC<VI<DU"});
        m_parents = chip("parent", {"099188000033", "880721", "TRAN<<THI<UOC"});
    }

    void child_withAParentBesideIt_isVerified() { expect(m_agent, childsSession(*m_parents), "verified", {}); }

    void child_withoutAParent_isRefused()
    {
        kit::Session session = childsSession(*m_parents);
        session.remove("guardian");
        expect(m_agent, session, "refused", {"GUARDIAN_MISSING"});
    }

    void childsOwnCard_inTheParentsPlace_isRefused()
    {
        kit::Session session = childsSession(*m_parents);
        const kit::Session again = kit::honestSession(*m_carrier, m_agent, *m_childs);
        session.set("guardian.subject", session.get("subject"));
        for (const char* member : {"chip", "freshness"})
            session.set(QStringLiteral("guardian.") + member, again.get(member));
        const auto reply = kit::submit(*m_carrier, m_agent, session);
        QVERIFY2(reply.json.value("reasons").toArray().contains("GUARDIAN_NOT_ACCEPTED"), reply.body.constData());
    }

    void anotherChild_inTheParentsPlace_isRefused()
    {
        const auto sister = chip("sister", {"099311000153", "110309", "PHAM<<GIA<UOM<THU"});
        kit::Session session = childsSession(*sister);
        session.set("guardian.subject", QJsonObject{{"number", "099311000153"},
                                                    {"fullName", "Phạm Gia Ướm Thử"},
                                                    {"birthDate", "2011-03-09"},
                                                    {"attestedBy", "device"}});
        expect(m_agent, session, "refused", {"GUARDIAN_NOT_ACCEPTED"});
    }

    /// Whatever is wrong with the parent's own proofs has the code that it has of the citizen's.
    void parentsProof_thatIsWrong_isRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        const QJsonValue gone(QJsonValue::Undefined);
        QTest::newRow("no answer of the chip")
            << "guardian.chip.activeAuthentication" << gone << "ACTIVE_AUTHENTICATION_MISSING";
        QTest::newRow("photograph exchanged") << "guardian.chip.dg2" << QJsonValue("dQFY") << "DATA_GROUP_CHANGED";
        QTest::newRow("another face") << "guardian.face.match" << QJsonValue(false) << "FACE_MISMATCH";
        QTest::newRow("no frames") << "guardian.face.frames" << QJsonValue(QJsonArray{}) << "FACE_FRAMES_MISSING";
        QTest::newRow("not alive") << "guardian.face.liveness.result" << QJsonValue("not-live") << "FACE_NOT_LIVE";
        QTest::newRow("unknown nonce") << "guardian.freshness.nonceId" << QJsonValue("none") << "NONCE_UNKNOWN";
        QTest::newRow("no consent") << "guardian.consent.text" << QJsonValue("") << "CONSENT_MISSING";
        QTest::newRow("another name") << "guardian.subject.fullName" << QJsonValue("Trần Thị Ươc") << "NAME_MISMATCH";
        QTest::newRow("unknown member") << "guardian.religion" << QJsonValue("none") << "EVIDENCE_MALFORMED";
    }

    void parentsProof_thatIsWrong_isRefused()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        kit::Session session = childsSession(*m_parents);
        if (value.isUndefined())
            session.remove(path);
        else
            session.set(path, value);
        const auto reply = kit::submit(*m_carrier, m_agent, session);
        QCOMPARE(reply.json.value("state").toString(), QString("refused"));
        QVERIFY2(reply.json.value("reasons").toArray().contains(code), reply.body.constData());
    }

    void parentsAnswer_fromAnotherSession_isRefused()
    {
        kit::Session session = childsSession(*m_parents);
        const kit::Session other = kit::honestSession(*m_carrier, m_agent, *m_parents);
        session.set("guardian.chip.activeAuthentication", other.get("chip.activeAuthentication"));
        expect(m_agent, session, "refused", {"CHALLENGE_MISMATCH"});
    }

    void oneNonce_forBothCards_isUsedTwice()
    {
        kit::Session session = childsSession(*m_parents);
        const QByteArray nonce = QByteArray::fromBase64(session.get("freshness.nonce").toString().toLatin1());
        const QByteArray challenge = kit::challengeOf(nonce, m_agent.id, session.sessionId, m_parents->sod());
        session.set("guardian.freshness", session.get("freshness"));
        session.set("guardian.chip.activeAuthentication",
                    QJsonObject{{"challenge", QString::fromLatin1(challenge.toBase64())},
                                {"response", QString::fromLatin1(m_parents->answer(challenge).toBase64())}});
        expect(m_agent, session, "refused", {"NONCE_ALREADY_USED"});
    }

    /// The person of the card holds three numbers, one of them under the old document.
    void fourthNumber_atAnAuthorisedPoint_isRefused()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_agent, *m_chip);
        session.set("numbers", QJsonArray{number("+84900000041")});
        expect(m_agent, session, "refused", {"NUMBER_LIMIT_REACHED"});
    }

    void fourthNumber_whereOneOfTheThreeIsDisowned_isAThird()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_agent, *m_chip);
        session.set("numbers", QJsonArray{number("+84900000019", "not-mine"), number("+84900000041")});
        session.set("face.match", false); // so that nothing changes hands
        expect(m_agent, session, "refused", {"FACE_MISMATCH"});
    }

    void heldNumbers_however_many_areAuthenticatedAnywhere()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_agent, *m_chip);
        session.set("numbers", QJsonArray{number("+84900000017"), number("+84900000018"), number("+84900000019")});
        expect(m_agent, session, "verified", {});
    }

    void pointOfService_otherThanTheCertificates_isRefused()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_agent, *m_chip);
        session.set("device.point", "carrier-own");
        expect(m_agent, session, "refused", {"POINT_MISMATCH"});
    }

    void organisationsNumber_ofThePersonWhoHasIt_isVerified()
    {
        const auto chip = this->chip("employee", {"099156000024", "561130", "LE<<THI<THU<NGHIEM"});
        kit::Session session = kit::honestSession(*m_carrier, m_agent, *chip);
        session.set("subject", QJsonObject{{"number", "099156000024"},
                                           {"fullName", "Lê Thị Thử Nghiệm"},
                                           {"birthDate", "1956-11-30"},
                                           {"oldNumber", ""},
                                           {"issueDate", ""},
                                           {"attestedBy", "device"}});
        QJsonObject organisations = number("+84900000043");
        organisations.insert("holder", "organisation");
        session.set("numbers", QJsonArray{organisations});
        expect(m_agent, session, "verified", {});
    }

    void ownNumber_saidToBeAnOrganisations_isRefused()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_agent, *m_chip);
        QJsonObject own = number("+84900000017");
        own.insert("holder", "organisation");
        session.set("numbers", QJsonArray{own});
        expect(m_agent, session, "refused", {"NUMBER_HOLDER_MISMATCH"});
    }

    void subscriptions_ofAnOrganisation_areNamedSo()
    {
        const auto reply = m_carrier->post(m_agent, "retrieve-subscriptions", {{"personalId", "099156000024"}});
        QStringList organisations;
        for (const QJsonValue& each : reply.json.value("subscriptions").toArray()) {
            if (each["holder"] == "organisation")
                organisations.append(each["msisdn"].toString());
        }
        QCOMPARE(organisations, QStringList{"+84900000043"});
    }

    /// Last of those about numbers: afterwards the person has four.
    void fourthNumber_atThecarriersOwnPoint_isRegistered()
    {
        kit::Session session = kit::honestSession(*m_carrier, m_shop, *m_chip);
        session.set("device.point", "carrier-own");
        session.set("numbers", QJsonArray{number("+84900000041")});
        expect(m_shop, session, "verified", {});
        const auto held = m_carrier->post(m_agent, "retrieve-subscriptions", {{"personalId", "099199000017"}});
        QVERIFY(held.body.contains("+84900000041"));

        // All four are the person's now, and none of them is new.
        kit::Session again = kit::honestSession(*m_carrier, m_agent, *m_chip);
        again.set("numbers", QJsonArray{number("+84900000041")});
        expect(m_agent, again, "verified", {});
    }

private:
    /// A child of ten, and somebody in the parent's place, both honest in one session.
    kit::Session childsSession(const SyntheticChip& guardian)
    {
        kit::Session session = kit::honestSession(*m_carrier, m_agent, *m_childs);
        session.set("subject", QJsonObject{{"number", "099316000161"},
                                           {"fullName", "Võ Ngọc Ví Dụ"},
                                           {"birthDate", "2016-02-29"},
                                           {"attestedBy", "device"}});
        session.set("numbers", QJsonArray{number("+84900000161")});
        const auto second = m_carrier->post(m_agent, "verification-sessions", {{"sessionId", session.sessionId}});
        const kit::Session parent = kit::sessionWith(m_agent, guardian,
                                                     {{"kind", "online"},
                                                      {"nonceId", second.json.value("nonceId")},
                                                      {"nonce", second.json.value("nonce")},
                                                      {"sessionId", session.sessionId}});
        QJsonObject member{{"subject", QJsonObject{{"number", "099188000033"},
                                                   {"fullName", "Trần Thị Ước"},
                                                   {"birthDate", "1988-07-21"},
                                                   {"oldNumber", "099000033"},
                                                   {"attestedBy", "device"}}}};
        for (const char* name : {"consent", "chip", "freshness", "face"})
            member.insert(name, parent.get(name));
        session.set("guardian", member);
        session.set("createdAt", parent.get("createdAt"));
        return session;
    }

    static QJsonObject number(const QString& msisdn, const QString& answer = QStringLiteral("mine"))
    {
        return {{"msisdn", msisdn}, {"answer", answer}, {"possession", "not-asked"}};
    }

    std::unique_ptr<SyntheticChip> chip(const QString& name, const SyntheticChip::Holder& holder)
    {
        return std::make_unique<SyntheticChip>(*m_state, m_carrier->folder() + "/" + name,
                                               SyntheticChip::Proof::EcdsaPlain, holder);
    }

    void expect(const kit::Device& device, const kit::Session& session, const char* state, const QJsonArray& reasons)
    {
        const auto reply = kit::submit(*m_carrier, device, session);
        QCOMPARE(reply.status, 202);
        QVERIFY2(reply.json.value("reasons").toArray() == reasons, reply.body.constData());
        QCOMPARE(reply.json.value("state").toString(), QString::fromLatin1(state));
    }

    std::unique_ptr<kit::SandboxProcess> m_carrier;
    std::unique_ptr<kit::SyntheticState> m_state;
    std::unique_ptr<SyntheticChip> m_chip;
    std::unique_ptr<SyntheticChip> m_childs;
    std::unique_ptr<SyntheticChip> m_parents;
    kit::Device m_agent;
    kit::Device m_shop;
};

QTEST_GUILESS_MAIN(PersonRules)
#include "tst_person_rules.moc"
