#include "kit/evidence_maker.h"
#include "kit/openssl_command.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using kit::SyntheticChip;

using Change = std::function<void(kit::Session& session)>;
Q_DECLARE_METATYPE(Change)

namespace {

QString daysAgo(int days)
{
    return QDateTime::currentDateTimeUtc().addDays(-days).toString(Qt::ISODateWithMs);
}

Change set(const QString& path, const QJsonValue& value)
{
    return [=](kit::Session& session) { session.set(path, value); };
}

Change threshold(const QString& recipe, double bound)
{
    return [=](kit::Session& session) {
        session.set("face.recipe", recipe);
        session.set("face.threshold", bound);
        session.set("face.distance", bound - 0.01);
    };
}

QJsonObject wish(const QString& text, const QString& givenAt)
{
    return {{"answer", "requested"}, {"text", text}, {"language", "vi"}, {"givenAt", givenAt}};
}

QJsonObject number(const QString& msisdn, const QString& challenge = {})
{
    QJsonObject each{
        {"msisdn", msisdn}, {"answer", "mine"}, {"possession", challenge.isEmpty() ? "not-asked" : "verified"}};
    if (!challenge.isEmpty())
        each.insert("challengeId", challenge);
    return each;
}

} // namespace

/// What a device that somebody took over may claim: it holds the key, so the signature is right, and what it says is
/// not.
class Forgeries : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_carrier = std::make_unique<kit::SandboxProcess>();
        m_device = m_carrier->enrol("kiosk-1");
        m_state = std::make_unique<kit::SyntheticState>(m_carrier->folder() + "/state", "Synthetic");
        QVERIFY(QFile::copy(m_state->csca(), m_carrier->trustFolder() + "/csca.crt"));
        m_chip = chip("chip", {});
    }

    void claim_thatCannotBeTrue_isFound_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const Change& change, const char* state, const char* code) {
            QTest::newRow(name) << change << QString(state) << QString(code);
        };
        const QString fused = QStringLiteral("dlib-resnet-v1+fr-feature-0.25/5-point/cosine+mirror");
        row(
            "nothing", [](kit::Session&) {}, "verified", "");
        row("a threshold as measured", threshold(fused, 0.2012), "verified", "");
        row("a threshold for the other recipe", threshold(fused, 0.6), "refused", "THRESHOLD_TOO_LOOSE");
        row("a recipe of its own", threshold("mine", 0.3), "refused", "MODEL_NOT_ALLOWED");
        row("real work by a demonstration's device", set("device.enrolment", "production"), "refused",
            "ENROLMENT_MISMATCH");
        row("no device", set("device.id", ""), "refused", "EVIDENCE_MALFORMED");
        row("issued long before its signer", set("subject.issueDate", "1900-01-01"), "received", "ISSUE_DATE_DOUBTFUL");
        row("issued tomorrow", set("subject.issueDate", daysAgo(-2).left(10)), "received", "ISSUE_DATE_DOUBTFUL");
        row("issued some day", set("subject.issueDate", "some day"), "received", "ISSUE_DATE_DOUBTFUL");
        row("issue date unknown", set("subject.issueDate", ""), "verified", "");
        row("a chip that failed", set("chip.chipAuthentication", "failed"), "received", "KIOSK_VERDICT_DOUBTFUL");
        row("a signer that the kiosk found revoked",
            set("chip.verdict.reasons", QJsonArray{QJsonObject{{"code", "SIGNER_REVOKED"}, {"subject", ""}}}),
            "received", "KIOSK_VERDICT_DOUBTFUL");
        row("an issuer that the kiosk did not know",
            set("chip.verdict.reasons", QJsonArray{QJsonObject{{"code", "ISSUER_UNKNOWN"}, {"subject", ""}}}),
            "verified", "");
        row("a signature asked for without words", set("signatureRequest", wish("", daysAgo(0))), "refused",
            "CONSENT_MISSING");
        row("a signature asked for in another year", set("signatureRequest", wish("Tôi muốn.", daysAgo(-4000))),
            "refused", "CONSENT_MISSING");
        row("frames of another year",
            set("face.frames", QJsonArray{QJsonObject{{"jpeg", "/9j/4A=="}, {"capturedAt", "2001-01-01T00:00:00Z"}}}),
            "received", "FRAME_TIMES_IMPLAUSIBLE");
        row("born a hundred years earlier", set("subject.birthDate", "1899-01-15"), "refused",
            "SUBJECT_NOT_OF_THIS_CHIP");
    }

    void claim_thatCannotBeTrue_isFound()
    {
        QFETCH(Change, change);
        QFETCH(QString, state);
        QFETCH(QString, code);
        kit::Session session = kit::honestSession(*m_carrier, m_device, *m_chip);
        change(session);
        const auto reply = kit::submit(*m_carrier, m_device, session);
        QVERIFY2(reply.json.value("state").toString() == state, reply.body.constData());
        QVERIFY2(code.isEmpty() || reply.json.value("reasons").toArray().contains(code), reply.body.constData());
    }

    void expiredCard_isRefused()
    {
        const auto old = chip("old", {"099199000017", "990115", "NGUYEN<<THI<AN", "200101"});
        const kit::Session session = kit::honestSession(*m_carrier, m_device, *old);
        const auto reply = kit::submit(*m_carrier, m_device, session);
        QCOMPARE(reply.json.value("state").toString(), QString("refused"));
        QCOMPARE(reply.json.value("reasons").toArray(), QJsonArray{"CARD_EXPIRED"});
    }

    void cardWithoutEnd_isVerified()
    {
        const auto endless = chip("endless", {"099199000017", "990115", "NGUYEN<<THI<AN", "991231"});
        const auto reply = kit::submit(*m_carrier, m_device, kit::honestSession(*m_carrier, m_device, *endless));
        QVERIFY2(reply.json.value("state").toString() == "verified", reply.body.constData());
    }

    /// Work without network arrives late, and only the kiosk's clock says when it was done.
    void cardThatExpiredOnTheWay_isLeftToAPerson()
    {
        const QString yesterday = QDateTime::currentDateTimeUtc().addDays(-2).toString("yyMMdd");
        const auto old = chip("late", {"099199000017", "990115", "NGUYEN<<THI<AN", yesterday});
        kit::Session session = kit::sessionWith(m_device, *old, {{"kind", "device-only"}});
        const QString then = daysAgo(5); // read once: consent a millisecond after the sealing is none
        session.set("createdAt", then);
        session.set("consent.givenAt", then);
        session.set("subject.issueDate", then.left(10));
        const auto reply = kit::submit(*m_carrier, m_device, session);
        QCOMPARE(reply.json.value("state").toString(), QString("received"));
        QVERIFY2(reply.json.value("reasons").toArray().contains("CARD_EXPIRED"), reply.body.constData());
    }

    /// One password freed every number that came with it.
    void stockNumber_besideOneThatWasProven_isLeftToAPerson()
    {
        const QString policy = kit::policyFile(m_carrier->folder(), {{"oneTimePassword", true}});
        kit::SandboxProcess asking({"--policy", policy}, m_carrier.get());
        const kit::Device shop = asking.enrol("kiosk-shop", "demo", "carrier-own");
        const auto challenge = asking.post(shop, "otp-challenges", {{"msisdn", "+84900000017"}});
        const QString id = challenge.json.value("challengeId").toString();
        const QString code = asking.consoleLine(QRegularExpression("one-time password " + id + ": (\\d{6})"));
        QCOMPARE(asking.post(shop, "otp-verifications", {{"challengeId", id}, {"code", code}}).json.value("result"),
                 QJsonValue("correct"));

        kit::Session session = kit::honestSession(asking, shop, *m_chip);
        session.set("device.point", "carrier-own");
        session.set("numbers", QJsonArray{number("+84900000017", id), number("+84900000042")});
        const auto reply = kit::submit(asking, shop, session);

        QCOMPARE(reply.json.value("state").toString(), QString("received"));
        QCOMPARE(reply.json.value("reasons").toArray(), QJsonArray{"POSSESSION_MISSING"});
    }

    /// Numbers that are found under the identity anyway need no password.
    void ownNumber_besideOneThatWasProven_isVerified()
    {
        const QString policy = kit::policyFile(m_carrier->folder(), {{"oneTimePassword", true}});
        kit::SandboxProcess asking({"--policy", policy}, m_carrier.get());
        const auto challenge = asking.post(m_device, "otp-challenges", {{"msisdn", "+84900000018"}});
        const QString id = challenge.json.value("challengeId").toString();
        const QString code = asking.consoleLine(QRegularExpression("one-time password " + id + ": (\\d{6})"));
        asking.post(m_device, "otp-verifications", {{"challengeId", id}, {"code", code}});
        kit::Session session = kit::honestSession(asking, m_device, *m_chip);
        session.set("numbers", QJsonArray{number("+84900000018", id), number("+84900000019")});
        const auto reply = kit::submit(asking, m_device, session);
        QVERIFY2(reply.json.value("state").toString() == "verified", reply.body.constData());
    }

    /// A kiosk could cut off its audit trail, and the carrier said nothing.
    void auditTrail_ofTheSameSizeWithAnotherRoot_isLeftToAPerson()
    {
        const kit::Device device = m_carrier->enrol("kiosk-two-trails");
        QCOMPARE(submitWithHead(device, "7:" + QByteArray(64, 'a')), QJsonArray());
        QCOMPARE(submitWithHead(device, "7:" + QByteArray(64, 'a')), QJsonArray());
        QCOMPARE(submitWithHead(device, "7:" + QByteArray(64, 'b')), QJsonArray{"AUDIT_TRAIL_CONTRADICTED"});
        static const QRegularExpression line("^audit trail of kiosk-two-trails: (.*)$");
        QCOMPARE(m_carrier->consoleLine(line), QString("two of one size"));
    }

    void auditTrail_thatBecameShorter_isLeftToAPerson()
    {
        const kit::Device device = m_carrier->enrol("kiosk-cut");
        QCOMPARE(submitWithHead(device, "9:" + QByteArray(64, 'a')), QJsonArray());
        // Another request may have overtaken this one.
        QCOMPARE(submitWithHead(device, "8:" + QByteArray(64, 'b')), QJsonArray());
        letTimePass(device);
        QCOMPARE(submitWithHead(device, "8:" + QByteArray(64, 'b')), QJsonArray{"AUDIT_TRAIL_CONTRADICTED"});
        QCOMPARE(submitWithHead(device, "10:" + QByteArray(64, 'c')), QJsonArray());
    }

    void realWork_takesRealReadersAndNewPicturesOnly()
    {
        kit::SandboxProcess production({"--kind", "production", "--policy", kit::policyFile(m_carrier->folder())},
                                       m_carrier.get());
        const kit::Device device = m_carrier->enrol("kiosk-real", "production");
        const auto expect = [&](const Change& change, const char* state, const QJsonArray& reasons) {
            kit::Session session = kit::honestSession(production, device, *m_chip);
            session.set("device.enrolment", "production");
            change(session);
            const auto reply = kit::submit(production, device, session);
            QVERIFY2(reply.json.value("reasons").toArray() == reasons, reply.body.constData());
            QCOMPARE(reply.json.value("state").toString(), QString(state));
        };
        expect(set("device.enrolment", "demo"), "refused", {"ENROLMENT_MISMATCH"});
        expect(set("chip.source", "in-process"), "refused", {"READER_NOT_ACCEPTED"});
        expect(set("chip.reader", "Virtual PCD 00 00"), "refused", {"READER_NOT_ACCEPTED"});
        QJsonValue frames;
        expect([&](kit::Session& session) { frames = session.get("face.frames"); }, "verified", {});
        expect([&](kit::Session& session) { session.set("face.frames", frames); }, "received", {"FRAMES_REUSED"});
    }

private:
    std::unique_ptr<SyntheticChip> chip(const QString& name, const SyntheticChip::Holder& holder)
    {
        return std::make_unique<SyntheticChip>(*m_state, m_carrier->folder() + "/" + name,
                                               SyntheticChip::Proof::EcdsaPlain, holder);
    }

    QJsonArray submitWithHead(const kit::Device& device, const QByteArray& head)
    {
        const kit::Session session = kit::honestSession(*m_carrier, device, *m_chip);
        return m_carrier
            ->post(&device, "identity-bindings", kit::seal(session, device),
                   {{"Content-Type", "application/cms"},
                    {"Idempotency-Key", '"' + session.bindingId.toUtf8() + '"'},
                    {"X-Audit-Head", head}})
            .json.value("reasons")
            .toArray();
    }

    /// Requests that overtake each other do so within a minute: what the carrier noted becomes an hour old.
    void letTimePass(const kit::Device& device)
    {
        const QString earlier = QDateTime::currentDateTimeUtc().addSecs(-3600).toString(Qt::ISODateWithMs);
        const QString sql =
            QStringLiteral("UPDATE audit_heads SET noted_at = '%1' WHERE device_id = '%2'").arg(earlier, device.id);
        const QString database = m_carrier->database();
        const QString where = database.mid(database.indexOf(':') + 1);
        const bool postgres = database.startsWith("postgres:");
        const int status =
            postgres ? QProcess::execute("psql", {"-q", "-d", where, "-c", sql})
                     : QProcess::execute("python3", {"-c",
                                                     "import sqlite3, sys\n"
                                                     "with sqlite3.connect(sys.argv[1], timeout=20) as base:\n"
                                                     "    base.execute(sys.argv[2])\n",
                                                     where, sql});
        QCOMPARE(status, 0);
    }

    std::unique_ptr<kit::SandboxProcess> m_carrier;
    std::unique_ptr<kit::SyntheticState> m_state;
    std::unique_ptr<SyntheticChip> m_chip;
    kit::Device m_device;
};

QTEST_GUILESS_MAIN(Forgeries)
#include "tst_forgeries.moc"
