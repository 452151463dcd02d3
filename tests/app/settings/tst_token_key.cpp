// The device's key in a token, a real one as far as PKCS #11 goes: SoftHSM. Enrolled by the program with the real sandbox.

#include "app/carrier/carrier_client.h"
#include "app/evidence/evidence_verification.h"
#include "app/settings/enrolment.h"
#include "app/settings/token_uri.h"
#include "kit/openssl_command.h"
#include "kit/sandbox_process.h"
#include "tests/app/delivery/simulated_session.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

const QString Module = QStringLiteral("/usr/lib/softhsm/libsofthsm2.so");

struct Ran
{
    int status = -1;
    QByteArray out;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Ran run(const QString& name, const QStringList& arguments, const QByteArray& input = {},
        const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment())
{
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(name, arguments);
    program.write(input);
    program.closeWriteChannel();
    program.waitForFinished();
    return {program.exitCode(), program.readAllStandardOutput()};
}

std::string codeOf(const Result<TokenUri>& result)
{
    return result ? "no failure" : std::string(codeName(result.error().code));
}

} // namespace

class TestTokenKey : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QFile::exists(Module))
            QSKIP("SoftHSM is not installed");
        makeTokens("tokens");
        qputenv("SOFTHSM2_CONF", (m_carrier.folder() + "/tokens.conf").toUtf8());
        QCOMPARE(run("softhsm2-util", {"--init-token", "--free", "--label", "kiosk", "--pin", "271828", "--so-pin", "314159"})
                     .status,
                 0);
        writePin(QFile::ReadOwner | QFile::WriteOwner);
        const Ran enrolled = enrol(m_home);
        QVERIFY2(enrolled.status == 0, enrolled.out.constData());
    }

    void enrolment_withAToken_leavesNoKeyFileAndNothingThatCanBeTakenOut()
    {
        QVERIFY(!QFile::exists(m_home + "/enrolment/device.key"));
        QVERIFY(!kit::readFile(m_home + "/enrolment/enrolment.json").contains("271828"));
        // By another program that knows PKCS #11.
        const QByteArray keys = run("pkcs11-tool", {"--module", Module, "--login", "--pin", "271828", "--token-label",
                                                    "kiosk", "--list-objects", "--type", "privkey"})
                                    .out;
        QVERIFY2(keys.contains("EC"), keys.constData());
        QVERIFY2(keys.contains("sensitive") && keys.contains("never extractable"), keys.constData());
    }

    void evidence_signedInTheToken_verifies()
    {
        const auto enrolment = Enrolment::load(Home(m_home));
        QVERIFY2(enrolment, enrolment ? "" : enrolment.error().detail.c_str());
        const QString pki = m_carrier.folder() + "/chip-pki";
        const testing::SimulatedSession session("cccd-2021", pki, *enrolment);
        const auto sealed = sealEvidence(session.evidence, *enrolment);
        QVERIFY2(sealed, sealed ? "" : sealed.error().detail.c_str());
        const auto trust = nfc::TrustStore::load((pki + "/csca").toStdString());
        QVERIFY(trust);
        const ByteView bytes(reinterpret_cast<const std::uint8_t*>(sealed->constData()),
                             static_cast<std::size_t>(sealed->size()));
        const EvidenceKeys keys{kit::readFile(m_carrier.folder() + "/pki/seal.key"), enrolment->carrierAuthorityPem};
        const auto report = verifyEvidence(bytes, keys, *trust, nullptr);
        QVERIFY2(report, report ? "" : report.error().detail.c_str());
        QVERIFY(report->opened.signerTrusted);
        QCOMPARE(report->opened.signerName, "kiosk-7");
        QCOMPARE(report->exitStatus(), 0);
    }

    void carrier_askedWithTheTokensKey_knowsTheDevice()
    {
        CarrierClient client(Enrolment::load(Home(m_home)).value());
        std::optional<Result<VerificationSession>> answer;
        client.createVerificationSession("session-1", [&answer](auto found) { answer = std::move(found); });
        QVERIFY(QTest::qWaitFor([&answer] { return answer.has_value(); }, 20000));
        QVERIFY2(*answer, *answer ? "" : answer->error().detail.c_str());
    }

    /// An enrolment that was broken off after the key was made.
    void enrolment_withAKeyOfThatName_takesTheSame()
    {
        const QString home = m_carrier.folder() + "/again";
        QCOMPARE(enrol(home).status, 0);
        const auto key = [](const QString& folder) {
            return kit::openssl({"x509", "-in", folder + "/enrolment/device.crt", "-noout", "-pubkey"});
        };
        QCOMPARE(key(home), key(m_home));
    }

    void doctor_tellsWhereTheKeyIs() { QVERIFY(doctor()["detail"].toString().contains("key in a token")); }

    void doctor_withoutTheToken_saysSo()
    {
        makeTokens("none");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("SOFTHSM2_CONF", m_carrier.folder() + "/none.conf");
        QCOMPARE(doctor(environment)["code"].toString(), "DEVICE_KEY_UNAVAILABLE");
    }

    void doctor_withAPinThatOthersCanRead_saysSo()
    {
        writePin(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        const QJsonObject found = doctor();
        writePin(QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(found["code"].toString(), "DEVICE_KEY_UNAVAILABLE");
        QVERIFY(found["failureDetail"].toString().contains("others than its owner"));
    }

    void parse_ofAnAddressThatIsNotOne_isInvalid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a file") << "/etc/device.key";
        QTest::newRow("no key named") << "pkcs11:token=kiosk?module-path=/m&pin-source=file:/p";
        QTest::newRow("no library") << "pkcs11:token=kiosk;object=device?pin-source=file:/p";
        QTest::newRow("the PIN itself") << "pkcs11:token=kiosk;object=device?module-path=/m&pin-value=1234";
    }

    void parse_ofAnAddressThatIsNotOne_isInvalid()
    {
        QFETCH(QString, text);
        QCOMPARE(codeOf(TokenUri::parse(text)), "SETTINGS_INVALID");
    }

    void parse_readsWhatRfc7512Writes()
    {
        const auto uri =
            TokenUri::parse("pkcs11:token=My%20kiosk;object=device?module-path=/m.so&pin-source=file:/etc/pin");
        QVERIFY(uri);
        QCOMPARE(uri->token, "My kiosk");
        QCOMPARE(uri->label, "device");
        QCOMPARE(uri->object, "pkcs11:token=My%20kiosk;object=device");
        QCOMPARE(uri->module, "/m.so");
        QCOMPARE(uri->pinFile, "/etc/pin");
    }

private:
    [[nodiscard]] QString uri() const
    {
        return "pkcs11:token=kiosk;object=device?module-path=" + Module + "&pin-source=file:" + m_carrier.folder() + "/pin";
    }

    void makeTokens(const QString& name) const
    {
        QDir().mkpath(m_carrier.folder() + '/' + name);
        kit::writeFile(m_carrier.folder() + '/' + name + ".conf",
                       "directories.tokendir = " + m_carrier.folder().toUtf8() + '/' + name.toUtf8() +
                           "\nobjectstore.backend = file\nlog.level = ERROR\n");
    }

    void writePin(QFile::Permissions permissions) const
    {
        kit::writeFile(m_carrier.folder() + "/pin", "271828\n");
        QFile::setPermissions(m_carrier.folder() + "/pin", permissions);
    }

    Ran enrol(const QString& home)
    {
        return run(CHINHCHU_PROGRAM,
                   {"enrol-device", "--home", home, "--carrier", m_carrier.url().toString(), "--authority",
                    m_carrier.folder() + "/pki/ca.crt", "--code", "-", "--key", uri(), "--json", "-"},
                   m_carrier.enrolmentCode("kiosk-7").toUtf8() + '\n');
    }

    [[nodiscard]] QJsonObject doctor(const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) const
    {
        const Ran ran = run(CHINHCHU_PROGRAM, {"doctor", "--home", m_home, "--json", "-"}, {}, environment);
        for (const QJsonValue& each : ran.json()["checks"].toArray())
            if (each.toObject()["name"].toString() == "enrolment")
                return each.toObject();
        return {};
    }

    kit::SandboxProcess m_carrier;
    QString m_home = m_carrier.folder() + "/home";
};

QTEST_GUILESS_MAIN(TestTokenKey)
#include "tst_token_key.moc"
