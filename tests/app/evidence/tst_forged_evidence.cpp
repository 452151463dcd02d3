// A kiosk that somebody took over: genuine evidence, opened, changed, signed with the device's own key and sealed
// again.

#include "app/evidence/evidence_verification.h"
#include "app/evidence/payload_writer.h"
#include "biometrics/matching/face_recipe.h"
#include "resources/base/evidence_limits.h"
#include "tests/app/delivery/enrolled_home.h"
#include "tests/app/delivery/simulated_session.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::SimulatedSession;

using Change = std::function<void(QJsonObject& payload)>;
Q_DECLARE_METATYPE(Change)

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject with(QJsonObject object, QStringList path, const QJsonValue& value)
{
    const QString name = path.takeFirst();
    object[name] = path.isEmpty() ? value : with(object[name].toObject(), path, value);
    return object;
}

Change set(const QString& path, const QJsonValue& value)
{
    return [=](QJsonObject& payload) { payload = with(payload, path.split('.'), value); };
}

Change both(const Change& first, const Change& second)
{
    return [=](QJsonObject& payload) {
        first(payload);
        second(payload);
    };
}

QJsonObject number(const QString& msisdn)
{
    return {{"msisdn", msisdn}, {"answer", "mine"}, {"possession", "not-asked"}};
}

QString inSeconds(qint64 seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODateWithMs);
}

Change recipe(const biometrics::FaceRecipe& recipe, double distance, double threshold)
{
    return [=](QJsonObject& payload) {
        QJsonObject face = payload["face"].toObject();
        face["recipe"] = QString::fromStdString(recipe.name);
        face["distance"] = distance;
        face["threshold"] = threshold;
        payload["face"] = face;
    };
}

/// The list of this many copies of its first entry.
Change repeated(const QString& path, int count)
{
    return [=](QJsonObject& payload) {
        QJsonValue value = payload;
        for (const QString& name : path.split('.'))
            value = value.toObject()[name];
        QJsonArray list;
        for (int i = 0; i < count; ++i)
            list.append(value.toArray().first());
        payload = with(payload, path.split('.'), list);
    };
}

constexpr const char* Drawn = R"({"kind":"drawn","signedAt":"2026-11-22T07:00:00Z","picture":"%1","strokes":[%2]})";

Change signature(const char* picture, const char* strokes)
{
    const QByteArray json = QString(Drawn).arg(picture, strokes).toUtf8();
    return set("citizenSignature", QJsonDocument::fromJson(json).object());
}

} // namespace

class TestForgedEvidence : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_enrolment = m_home.enrolment();
        m_keys = {contentOf(m_home.file("carrier/seal.key")), m_enrolment.carrierAuthorityPem};
        m_child = std::make_unique<SimulatedSession>("cccd-child", pki(), m_enrolment);
        m_adult = std::make_unique<SimulatedSession>("cccd-2021", pki(), m_enrolment);
        m_trust = nfc::TrustStore::load((pki() + "/csca").toStdString()).value();
        certify("carrier/real.crt", "/OU=devices/CN=kiosk-0001");
    }

    void evidence_thatNobodyChanged_isVerified()
    {
        QCOMPARE(ending(verified(m_adult->evidence, [](QJsonObject&) {})), QByteArray("0 "));
        QCOMPARE(ending(verified(m_adult->evidence, recipe(biometrics::fusedRecipe(), 0.2, 0.2012))), QByteArray("0 "));
    }

    void changedMember_isFound_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QByteArray>("expected"); ///< exit status, then each reason of the evidence
        const auto row = [](const char* name, const Change& change, const char* expected) {
            QTest::newRow(name) << change << QByteArray(expected);
        };
        row("a stranger under a threshold of the kiosk's own", recipe(biometrics::fusedRecipe(), 0.307, 0.6),
            "5 EVIDENCE_DISAGREES");
        row("the same with one embedding", recipe(biometrics::singleRecipe(), 0.06, 0.07), "5 EVIDENCE_DISAGREES");
        row("a negative distance", set("face.distance", -0.1), "5 EVIDENCE_DISAGREES");
        row("not alive", set("face.liveness.result", "not-live"), "7 FACE_NOT_LIVE");
        row("a replay", set("chip.source", "replay"), "5 EVIDENCE_MALFORMED");
        row("a mode nobody knows", set("mode", "whatever"), "5 EVIDENCE_MALFORMED");
        row("a name like it", set("subject.fullName", "Trần Văn B"), "5 EVIDENCE_DISAGREES");
        row("no name", set("subject.fullName", ""), "5 EVIDENCE_DISAGREES");
        row("a hundred years older", set("subject.birthDate", "1899-01-15"), "5 EVIDENCE_DISAGREES");
        row("no consent", set("consent.text", " "), "5 EVIDENCE_DISAGREES");
        row("consent after sealing", set("consent.givenAt", inSeconds(600)), "5 EVIDENCE_DISAGREES");
        row("no numbers", set("numbers", QJsonArray{}), "5 EVIDENCE_MALFORMED");
        row("a number that is none", set("numbers", QJsonArray{number("not a number")}), "5 EVIDENCE_MALFORMED");
        row("a number with a line after it", set("numbers", QJsonArray{number("+84912345678\n")}),
            "5 EVIDENCE_MALFORMED");
        row("a number twice", set("numbers", QJsonArray{number("+84912345678"), number("+84912345678")}),
            "5 EVIDENCE_MALFORMED");
        row("sealed tomorrow", set("createdAt", inSeconds(24 * 3600)), "5 EVIDENCE_DISAGREES");
        row("frames of another day", repeatedFrameOf("2001-01-01T00:00:00Z"), "5 EVIDENCE_DISAGREES");
        row("no frames", set("face.frames", QJsonArray{}), "7 FACE_NOT_FOUND");
        row("frames that are no pictures",
            set("face.frames", QJsonArray{QJsonObject{{"jpeg", "YWJj"}, {"capturedAt", inSeconds(-10)}}}),
            "5 EVIDENCE_MALFORMED");
        row("a signature without strokes", signature("iVBORw0KGgoA", ""), "5 EVIDENCE_MALFORMED");
        row("a signature without a picture", signature("AAAA", R"({"x":[1],"y":[1],"ms":[0]})"),
            "5 EVIDENCE_MALFORMED");
        row("a wish for a signature without words",
            set("signatureRequest",
                QJsonObject{{"answer", "requested"}, {"text", ""}, {"language", "vi"}, {"givenAt", inSeconds(-20)}}),
            "5 EVIDENCE_DISAGREES");
        row("a wish for a signature of another year",
            set("signatureRequest", QJsonObject{{"answer", "requested"},
                                                {"text", "Tôi muốn."},
                                                {"language", "vi"},
                                                {"givenAt", "2001-01-01T00:00:00Z"}}),
            "5 EVIDENCE_DISAGREES");
        row("no device", set("device.id", ""), "5 EVIDENCE_MALFORMED");
        row("real work under a demonstration's certificate", set("device.enrolment", "production"),
            "5 EVIDENCE_DISAGREES");
        row("a kiosk that found the signer revoked",
            set("chip.verdict.reasons", QJsonArray{QJsonObject{{"code", "SIGNER_REVOKED"}, {"subject", ""}}}),
            "5 EVIDENCE_DISAGREES");
        row("one frame too many", repeated("face.frames", evidence_limits::MostFrames + 1), "5 EVIDENCE_MALFORMED");
        row("one step too many", repeated("chip.verdict.steps", evidence_limits::MostSteps + 1),
            "5 EVIDENCE_MALFORMED");
        row("a card issued before its signer", set("subject.issueDate", "1900-01-01"), "5 EVIDENCE_DISAGREES");
    }

    void changedMember_isFound()
    {
        QFETCH(Change, change);
        QFETCH(QByteArray, expected);
        QCOMPARE(ending(verified(m_adult->evidence, change)), expected);
    }

    void asManyAsAllowed_areAccepted()
    {
        QCOMPARE(ending(verified(m_adult->evidence, both(repeated("face.frames", evidence_limits::MostFrames),
                                                         repeated("chip.verdict.steps", evidence_limits::MostSteps)))),
                 QByteArray("0 "));
    }

    /// A child of ten passed for somebody born a hundred years earlier, and no parent was asked.
    void childBornInAnotherCentury_isFound()
    {
        const auto report = verified(m_child->evidence, set("subject.birthDate", "1916-02-29"));
        QCOMPARE(ending(report), QByteArray("5 EVIDENCE_DISAGREES"));
        QVERIFY(std::ranges::any_of(report->reasons, [](const auto& each) { return each.subject == "century"; }));
    }

    void parentWhoIsNotAlive_isFound()
    {
        Evidence family = m_child->evidence;
        Evidence::Guardian& parent = family.guardian.emplace();
        static_cast<PersonProof&>(parent) = m_adult->evidence;
        parent.consent = family.consent;
        QCOMPARE(ending(verified(family, [](QJsonObject&) {})), QByteArray("0 "));
        QCOMPARE(ending(verified(family, set("guardian.face.liveness.result", "not-live"))),
                 QByteArray("7 FACE_NOT_LIVE"));
    }

    /// The card of the profile ends in 2039.
    void cardThatHasExpired_isFound()
    {
        EvidenceRules later;
        later.at = QDateTime::fromString("2041-01-01T00:00:00Z", Qt::ISODate);
        const auto report =
            verified(m_adult->evidence,
                     both(set("createdAt", "2040-12-31T00:00:00Z"), both(set("consent.givenAt", "2040-12-30T23:59:00Z"),
                                                                         repeatedFrameOf("2040-12-30T23:59:30Z"))),
                     {}, later);
        QVERIFY(ending(report).startsWith("5 "));
        QVERIFY2(ending(report).contains("DOCUMENT_EXPIRED"), ending(report).constData());
    }

    void carriersPolicy_canOnlyBeStricter()
    {
        EvidenceRules rules;
        rules.policy.emplace().loosestThreshold = 0.6;
        rules.policy->acceptWithoutLiveness = true;
        QCOMPARE(ending(verified(m_adult->evidence, recipe(biometrics::fusedRecipe(), 0.307, 0.6), {}, rules)),
                 QByteArray("5 EVIDENCE_DISAGREES"));
        rules.policy->loosestThreshold = 0.1;
        QCOMPARE(ending(verified(m_adult->evidence, recipe(biometrics::fusedRecipe(), 0.15, 0.2012), {}, rules)),
                 QByteArray("5 EVIDENCE_DISAGREES"));
        rules.policy->loosestThreshold = 0;
        rules.policy->acceptWithoutLiveness = false;
        QCOMPARE(ending(verified(
                     m_adult->evidence, [](QJsonObject&) {}, {}, rules)),
                 QByteArray("7 FACE_NOT_LIVE"));
    }

    /// The authority of the devices certifies the carrier's own server as well.
    void serversKey_isNoDevice()
    {
        const auto report =
            verified(m_adult->evidence, set("device.id", "localhost"), {{"carrier/server.crt", "carrier/server.key"}});
        QVERIFY(ending(report).startsWith("5 EVIDENCE_SIGNATURE_INVALID"));
    }

    void twoSigners_areRefused()
    {
        const Signers two{{"enrolment/device.crt", "enrolment/device.key"},
                          {"carrier/real.crt", "enrolment/device.key"}};
        QCOMPARE(ending(verified(
                     m_adult->evidence, [](QJsonObject&) {}, two)),
                 QByteArray("5 EVIDENCE_SIGNATURE_INVALID"));
    }

    /// It was verified, with 0.
    void withoutTheDevicesAuthority_nothingIsProven()
    {
        const EvidenceKeys keys = std::exchange(m_keys, {m_keys.sealKeyPem, {}});
        const auto report = verified(m_adult->evidence, [](QJsonObject&) {});
        m_keys = keys;
        QCOMPARE(ending(report), QByteArray("6 ISSUER_UNKNOWN"));
    }

    void realWork_takesRealReadersOnly_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("real reader") << Change([](QJsonObject&) {}) << QByteArray("0 ");
        QTest::newRow("chip in a program") << set("chip.source", "in-process") << QByteArray("5 EVIDENCE_DISAGREES");
        QTest::newRow("reader in a program")
            << set("chip.reader", "Virtual PCD 00 00") << QByteArray("5 EVIDENCE_DISAGREES");
        QTest::newRow("said to be a demonstration")
            << set("device.enrolment", "demo") << QByteArray("5 EVIDENCE_DISAGREES");
    }

    void realWork_takesRealReadersOnly()
    {
        QFETCH(Change, change);
        QFETCH(QByteArray, expected);
        const auto report = verified(m_adult->evidence, both(set("device.enrolment", "production"), change),
                                     {{"carrier/real.crt", "enrolment/device.key"}});
        QCOMPARE(ending(report), expected);
    }

private:
    [[nodiscard]] QString pki() const { return m_home.file("pki"); }

    static Change repeatedFrameOf(const QString& time)
    {
        return [=](QJsonObject& payload) {
            QJsonObject frame = payload["face"].toObject()["frames"].toArray().first().toObject();
            frame["capturedAt"] = time;
            payload = with(payload, {"face", "frames"}, QJsonArray{frame});
        };
    }

    /// Another certificate of the carrier for the device's key.
    void certify(const QString& certificate, const QString& subject) const
    {
        testing::openssl(m_home.folder(),
                         {"req", "-new", "-key", "enrolment/device.key", "-subj", subject, "-out", "csr"});
        testing::openssl(m_home.folder(), {"x509", "-req", "-in", "csr", "-CA", "enrolment/carrier-ca.crt", "-CAkey",
                                           "carrier/ca.key", "-CAcreateserial", "-days", "2", "-out", certificate});
    }

    using Signers = std::vector<std::pair<QString, QString>>;

    /// By the openssl command alone, as an attacker would.
    Result<EvidenceReport> verified(const Evidence& evidence, const Change& change, Signers signers = {},
                                    const EvidenceRules& rules = {})
    {
        const Bytes written = writePayload(evidence, m_enrolment, QDateTime::currentDateTimeUtc());
        QJsonObject payload = QJsonDocument::fromJson(
                                  QByteArray(reinterpret_cast<const char*>(written.data()), qsizetype(written.size())))
                                  .object();
        change(payload);
        m_home.write("payload", QJsonDocument(payload).toJson(QJsonDocument::Compact));
        QStringList sign{"cms", "-sign",   "-binary",  "-nodetach", "-cades", "-md",   "sha256",
                         "-in", "payload", "-outform", "DER",       "-out",   "signed"};
        if (signers.empty())
            signers = {{"enrolment/device.crt", "enrolment/device.key"}};
        for (const auto& [certificate, key] : signers)
            sign << "-signer" << certificate << "-inkey" << key;
        testing::openssl(m_home.folder(), sign);
        testing::openssl(m_home.folder(), {"cms", "-encrypt", "-binary", "-aes-256-gcm", "-in", "signed", "-outform",
                                           "DER", "-out", "sealed", "-recip", "enrolment/carrier-seal.crt"});
        const QByteArray sealed = contentOf(m_home.file("sealed"));
        return verifyEvidence({reinterpret_cast<const std::uint8_t*>(sealed.constData()), std::size_t(sealed.size())},
                              m_keys, m_trust, nullptr, rules);
    }

    /// Exit status, then each reason that only evidence has.
    static QByteArray ending(const Result<EvidenceReport>& report)
    {
        if (!report)
            return QByteArray::number(exitStatus(report.error().code)) + ' ' + codeName(report.error().code).data();
        QByteArrayList reasons;
        for (const nfc::VerdictReason& each : report->reasons)
            reasons.append(codeName(each.code).data());
        return QByteArray::number(report->exitStatus()) + ' ' + reasons.join(' ');
    }

    testing::EnrolledHome m_home;
    Enrolment m_enrolment;
    EvidenceKeys m_keys;
    nfc::TrustStore m_trust;
    std::unique_ptr<SimulatedSession> m_adult;
    std::unique_ptr<SimulatedSession> m_child;
};

QTEST_GUILESS_MAIN(TestForgedEvidence)
#include "tst_forged_evidence.moc"
