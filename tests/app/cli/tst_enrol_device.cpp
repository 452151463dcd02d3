// A device enrols with the real sandbox: key made here, one-time code, certificate from the carrier.

#include "app/settings/enrolment.h"
#include "kit/openssl_command.h"
#include "kit/sandbox_process.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

struct Ran
{
    int status = -1;
    QJsonObject json;
};

} // namespace

class TestEnrolDevice : public QObject
{
    Q_OBJECT

private slots:
    void enrol_withTheCarriersCode_makesADeviceThatTheCarrierKnows()
    {
        const QString home = m_carrier.folder() + "/first";
        const Ran ran = enrol(home, m_carrier.enrolmentCode("kiosk-7"));
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.json["deviceId"].toString(), "kiosk-7");
        QCOMPARE(ran.json["kind"].toString(), "demo");

        const auto enrolment = Enrolment::load(Home(home));
        QVERIFY2(enrolment, enrolment ? "" : enrolment.error().detail.c_str());
        QCOMPARE(enrolment->place, "Quầy 1");
        const kit::Device device{"kiosk-7", home + "/enrolment"};
        QCOMPARE(m_carrier.post(device, "verification-sessions", {{"sessionId", "s"}}).status, 201);
        QCOMPARE(QFile::permissions(device.file("device.key")) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const QByteArray key = kit::openssl({"pkey", "-in", device.file("device.key"), "-noout", "-text"});
        QVERIFY(key.contains("prime256v1"));

        // A second enrolment would strand what waits under the first.
        QCOMPARE(enrol(home, m_carrier.enrolmentCode("kiosk-7")).status, 2);
    }

    void enrol_withACodeForTheCarriersOwnPoint_standsAtOne()
    {
        const QString home = m_carrier.folder() + "/own";
        QCOMPARE(enrol(home, m_carrier.enrolmentCode("kiosk-own", "carrier-own")).status, 0);
        QVERIFY(Enrolment::load(Home(home))->point == Enrolment::Point::CarrierOwn);
        QVERIFY(Enrolment::load(Home(m_carrier.folder() + "/first"))->point == Enrolment::Point::Authorised);
    }

    void enrol_withACodeThatIsUsedOrUnknown_isRefusedAndLeavesNothing()
    {
        const QString code = m_carrier.enrolmentCode("kiosk-8");
        QCOMPARE(enrol(m_carrier.folder() + "/second", code).status, 0);
        for (const QString& bad : {code, QStringLiteral("AAAA")}) {
            const QString home = m_carrier.folder() + "/third";
            const Ran ran = enrol(home, bad);
            QCOMPARE(ran.status, 9);
            QVERIFY(ran.json["error"]["detail"].toString().contains("DEVICE_ENROLMENTS.CODE_INVALID"));
            QVERIFY(!QFile::exists(home + "/enrolment"));
        }
    }

    void enrol_withAServerOfAnotherAuthority_sendsNoCode()
    {
        kit::SandboxProcess stranger;
        const QString code = m_carrier.enrolmentCode("kiosk-9");
        const Ran ran = enrol(m_carrier.folder() + "/fourth", code, stranger.folder() + "/pki/ca.crt");
        QCOMPARE(ran.status, 8);
        QCOMPARE(ran.json["error"]["code"].toString(), "CARRIER_UNTRUSTED");
        QCOMPARE(enrol(m_carrier.folder() + "/fourth", code).status, 0); // the code is still good
    }

private:
    Ran enrol(const QString& home, const QString& code, QString authority = {})
    {
        if (authority.isEmpty())
            authority = m_carrier.folder() + "/pki/ca.crt";
        QProcess program;
        program.start(CHINHCHU_PROGRAM, {"enrol-device", "--home", home, "--carrier", m_carrier.url().toString(),
                                         "--authority", authority, "--code", "-", "--place", "Quầy 1", "--json", "-"});
        program.write(code.toUtf8() + '\n');
        program.closeWriteChannel();
        program.waitForFinished();
        return {program.exitCode(), QJsonDocument::fromJson(program.readAllStandardOutput()).object()};
    }

    kit::SandboxProcess m_carrier;
};

QTEST_GUILESS_MAIN(TestEnrolDevice)
#include "tst_enrol_device.moc"
