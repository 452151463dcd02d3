// The carrier's policy: signed by the real sandbox, taken in and kept by the device.

#include "app/carrier/policy_store.h"
#include "app/outbox/housekeeping.h"
#include "app/settings/enrolment.h"
#include "kit/sandbox_process.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

const QString path = QStringLiteral("/chinhchu/v1/policy");

QJsonObject demoPolicy()
{
    QFile file(QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/simulators/carrier/demo-policy.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no demo policy");
    return QJsonDocument::fromJson(file.readAll()).object();
}

QByteArray json(const QJsonObject& object)
{
    return QJsonDocument(object).toJson();
}

std::string detailOf(const Result<CarrierPolicy>& policy)
{
    return policy ? "valid" : std::string(codeName(policy.error().code)) + ' ' + policy.error().detail;
}

} // namespace

class TestPolicyStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_first = signedPolicy(1, 2);
        m_second = signedPolicy(2, 5);
    }

    void init() { QFile::remove(file()); }

    void load_withoutAFile_givesWhatIsBuiltIn()
    {
        const auto policy = store().load();
        QVERIFY(policy.has_value());
        QCOMPARE(policy->version, 0U);
        QVERIFY(!policy->acceptWithoutLiveness);
        QVERIFY(!policy->verdict.staffMayAcceptUnprovenChip);
    }

    void take_ofANewerPolicy_isKeptOverARestart()
    {
        const auto first = store().take(m_first);
        QVERIFY2(first, detailOf(first).c_str());
        QCOMPARE(first->tries, 2);
        QCOMPARE(store().take(m_second)->tries, 5);
        QCOMPARE(store().load()->tries, 5);
    }

    void refreshPolicy_takesWhatTheCarrierHandsOut()
    {
        const Enrolment enrolment = *Enrolment::load(Home(m_carrier.folder()));
        Housekeeping housekeeping({nullptr, std::make_shared<CarrierClient>(enrolment, m_carrier.url()), nullptr,
                                   std::make_shared<PolicyStore>(store()), enrolment});
        std::optional<Result<CarrierPolicy>> taken;
        housekeeping.refreshPolicy([&](Result<CarrierPolicy> policy) { taken = std::move(policy); });
        QVERIFY(QTest::qWaitFor([&] { return taken.has_value(); }, 30000));
        QVERIFY2(*taken, detailOf(*taken).c_str());
        QCOMPARE(store().load()->version, 1U);
    }

    void take_ofAnOlderPolicy_changesNothing()
    {
        QVERIFY(store().take(m_second));
        QCOMPARE(detailOf(store().take(m_first)), "POLICY_INVALID version 1 is older than 2");
        QCOMPARE(store().load()->version, 2U);
    }

    void take_ofWhatTheCarrierDidNotSign_changesNothing()
    {
        QVERIFY(store().take(m_first));
        kit::SandboxProcess stranger;
        const kit::Device device = stranger.enrol("kiosk-0002");
        const QByteArray foreign = stranger.get(&device, path).body;
        QVERIFY(foreign.size() > 1000);
        QByteArray changed = m_second;
        const qsizetype tries = changed.indexOf("\"tries\":5");
        QVERIFY(tries > 0);
        changed[tries + 8] = '1';

        for (const QByteArray& each : {foreign, changed, json(demoPolicy()), QByteArray()})
            QVERIFY(!store().take(each));
        QCOMPARE(store().load()->version, 1U);
    }

    void load_ofADamagedFile_saysSoAndTheNextPolicyMendsIt()
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(m_second.first(100));
        damaged.close();
        QVERIFY(!store().load());
        QCOMPARE(store().take(m_first)->version, 1U);
        QCOMPARE(store().load()->version, 1U);
    }

    void read_ofTheDemoPolicy_givesItsValues()
    {
        const auto policy = CarrierPolicy::read(json(demoPolicy()));
        QVERIFY2(policy, detailOf(policy).c_str());
        QCOMPARE(policy->loosestThreshold, 0.6);
        QCOMPARE(policy->stages.oneWayLock, QDate(2026, 6, 15));
        QCOMPARE(policy->stages.twoWayLockAfterDays, 60);
        QVERIFY(policy->acceptWithoutLiveness);
        QCOMPARE(policy->brand.name, QStringLiteral("Mạng Minh Họa"));
        QCOMPARE(policy->brand.primary->text(), QStringLiteral("#1b4f9c"));
        QVERIFY(policy->brand.logoPng.startsWith("\x89PNG"));
    }

    void read_withoutABrand_keepsOurOwn()
    {
        QJsonObject policy = demoPolicy();
        policy.remove("brand");
        const auto read = CarrierPolicy::read(json(policy));
        QVERIFY2(read, detailOf(read).c_str());
        QVERIFY(!read->brand.primary && !read->brand.accent && read->brand.logoPng.isEmpty());
    }

    void read_ofAWrongMember_namesIt_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        int number = 0;
        const auto row = [&number](const char* section, const char* member, const QJsonValue& value) {
            QTest::addRow("%s/%s %d", section, member, ++number) << section << member << value;
        };
        row("", "format", "something");
        row("", "version", 0);
        row("", "version", 1.5);
        row("", "issuedAt", "yesterday");
        row("session", "tries", 0);
        row("session", "tries", 6);
        row("session", "guardianBelow", 14);            // the law's bound
        row("session", "numbersAtAuthorisedPoints", 4); // the law's bound
        row("session", "numbersAtAuthorisedPoints", 0);
        row("session", "idleSeconds", "long");
        const QJsonObject tile{{"title", "What"}, {"body", "Everything"}};
        row("session", "consent", QJsonObject{{"vi", QJsonArray{tile, tile, tile}}});
        row("session", "consent", QJsonObject{{"vi", QJsonArray{tile, tile, tile, QJsonObject{{"title", "x"}}}}});
        row("face", "loosestThreshold", -1);
        row("face", "models", QJsonArray{"abc"});
        row("face", "acceptWithoutLiveness", "yes");
        row("session", "provisionalWithoutNetwork", 1);
        row("deadlines", "oneWayLock", "2026-13-01");
        row("brand", "name", "");
        row("brand", "name", QString(25, u'x'));
        row("brand", "logoPng", "not base64!");
        row("brand", "logoPng", QString::fromLatin1(QByteArray(64 * 1024 + 1, 'x').toBase64()));
        row("brand", "primary", "red");
        row("brand", "accent", "#12345");
    }

    void read_ofAWrongMember_namesIt()
    {
        QFETCH(QString, section);
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject policy = demoPolicy();
        if (section.isEmpty()) {
            policy[member] = value;
        } else {
            QJsonObject inside = policy[section].toObject();
            inside[member] = value;
            policy[section] = inside;
        }
        const QString path = section.isEmpty() ? member : section + "/" + member;
        QCOMPARE(detailOf(CarrierPolicy::read(json(policy))), "POLICY_INVALID " + path.toStdString());
    }

private:
    /// The sandbox hands out what it was started with, signed by its own authority.
    QByteArray signedPolicy(int version, int tries)
    {
        QJsonObject policy = demoPolicy();
        policy["version"] = version;
        policy["session"] = QJsonObject{{"tries", tries}};
        QFile source(m_folder.filePath("policy.json"));
        if (!source.open(QIODevice::WriteOnly))
            qFatal("no policy file");
        source.write(json(policy));
        source.close();
        kit::SandboxProcess carrier({"--policy", source.fileName()}, &m_carrier);
        return carrier.get(&m_device, path).body;
    }

    PolicyStore store() { return {file(), Enrolment::load(Home(m_carrier.folder()))->carrierAuthorityPem}; }
    QString file() const { return m_folder.filePath("policy.cms"); }

    QTemporaryDir m_folder;
    kit::SandboxProcess m_carrier;
    kit::Device m_device = m_carrier.enrol("enrolment");
    QByteArray m_first, m_second;
};

QTEST_GUILESS_MAIN(TestPolicyStore)
#include "tst_policy_store.moc"
