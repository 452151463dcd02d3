// What the staff's pages get from a real installation.

#include "app/audit/audit_trail.h"
#include "app/settings/home.h"
#include "app/settings/language.h"
#include "app/staff/staff_register.h"
#include "tests/app/delivery/enrolled_home.h"
#include "ui/program/kiosk_office.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace chinhchu;

class TestKioskOffice : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { app::installTranslation(QStringLiteral("en")); }
    void members_ofANewInstallation_areNone();
    void signIn_ofAMember_givesNameAndRole();
    void signIn_andOut_standInTheAuditTrail();
    void setting_changed_isKeptAndWrittenDown();
    void setting_thatIsNone_isRefused();
    void part_givenOnTheCommandLine_cannotBeChangedHere();
    void settingsFile_thatIsDamaged_isAsBuiltIn();
    void queue_withAWaitingBinding_namesItAndNothingElse();
    void settings_ofAnEnrolment_nameTheDevice();

private:
    ui::KioskOffice office() const
    {
        app::KioskOptions options;
        options.home = m_home.folder();
        return ui::KioskOffice(std::move(options));
    }

    /// What the trail says, without the times: "actor action subject".
    QStringList trail() const
    {
        QFile file(app::Home(m_home.folder()).auditFile());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QStringList lines;
        for (const QByteArray& line : file.readAll().trimmed().split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            lines << QStringList{event["actor"].toString(), event["action"].toString(), event["subject"].toString()}
                         .join(u' ')
                         .trimmed();
        }
        return lines;
    }

    testing::EnrolledHome m_home;
};

void TestKioskOffice::members_ofANewInstallation_areNone()
{
    QVERIFY(!office().hasMembers());
    // Looking makes nothing.
    QVERIFY(!QFile::exists(app::Home(m_home.folder()).staffFile()));
}

void TestKioskOffice::signIn_ofAMember_givesNameAndRole()
{
    {
        auto staff = app::StaffRegister::open(app::Home(m_home.folder()).staffFile());
        QVERIFY(staff);
        const app::StaffMember member{QStringLiteral("2041"), QStringLiteral("Trần Thị Kiểm Thử"),
                                      app::StaffRole::Supervisor};
        QVERIFY((*staff)->add(member, SecretText("736412")));
    }

    QVERIFY(office().hasMembers());
    const auto member = office().signIn(QStringLiteral("2041"), SecretText("736412"));
    QVERIFY(member);
    QCOMPARE(member->name, QStringLiteral("Trần Thị Kiểm Thử"));
    QVERIFY(member->role == app::StaffRole::Supervisor);
    const auto wrong = office().signIn(QStringLiteral("2041"), SecretText("736413"));
    QVERIFY(!wrong);
    QVERIFY(wrong.error().code == FailureCode::StaffPinWrong);
}

/// Follows the sign-ins above: the same member, once right and once wrong.
void TestKioskOffice::signIn_andOut_standInTheAuditTrail()
{
    QCOMPARE(trail(), (QStringList{"2041 staff-signed-in", "kiosk staff-refused 2041"}));

    // What is no number of anybody may be anything, a citizen's too.
    QVERIFY(!office().signIn(QStringLiteral("001152000017"), SecretText("736412")));
    office().signedOut(QStringLiteral("2041"), QStringLiteral("idle"));

    QCOMPARE(trail().mid(2), (QStringList{"kiosk staff-refused unknown", "2041 staff-signed-out idle"}));
    QVERIFY(app::AuditTrail::verify(app::Home(m_home.folder()).auditFile()));
}

void TestKioskOffice::setting_changed_isKeptAndWrittenDown()
{
    QVERIFY(office().change(QStringLiteral("language"), QStringLiteral("2041")));
    QVERIFY(office().change(QStringLiteral("text"), QStringLiteral("2041")));
    QVERIFY(office().change(QStringLiteral("contrast"), QStringLiteral("2041")));
    const auto now = office().change(QStringLiteral("volume"), QStringLiteral("2041"));

    QVERIFY(now);
    QCOMPARE(now->language, QStringLiteral("en"));
    QVERIFY(now->largeText);
    QCOMPARE(now->contrast, 1);
    QCOMPARE(now->volume, 3);
    const auto kept = app::KioskSettings::load(app::Home(m_home.folder()));
    QCOMPARE(kept.language, QStringLiteral("en"));
    QCOMPARE(kept.volume, 3);
    QCOMPARE(trail().last(), QStringLiteral("2041 settings-changed volume"));
    // From the loudest to none.
    QCOMPARE(office().change(QStringLiteral("volume"), QStringLiteral("2041"))->volume, 0);
}

void TestKioskOffice::setting_thatIsNone_isRefused()
{
    const qsizetype before = trail().size();
    const auto refused = office().change(QStringLiteral("tries"), QStringLiteral("2041"));
    QVERIFY(!refused);
    QVERIFY(refused.error().code == FailureCode::UsageInvalid);
    QCOMPARE(trail().size(), before);
}

void TestKioskOffice::part_givenOnTheCommandLine_cannotBeChangedHere()
{
    app::KioskOptions options;
    options.home = m_home.folder();
    options.camera = QStringLiteral("/dev/video7");
    ui::KioskOffice given(options);

    QVERIFY(!given.change(QStringLiteral("camera"), QStringLiteral("2041")));
    for (const auto& line : given.settings())
        QVERIFY(line.setting != u"camera");
    QCOMPARE(app::withSettings(options).camera, QStringLiteral("/dev/video7"));
}

void TestKioskOffice::settingsFile_thatIsDamaged_isAsBuiltIn()
{
    const app::Home home(m_home.folder());
    const auto write = [&home](const QByteArray& content) {
        QFile file(home.settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    for (const char* content : {"", "{", "[]", R"({"language": "xx", "contrast": 9, "volume": -1, "camera": "/etc/passwd"})",
                                R"({"camera": "/dev/../etc/passwd", "contrast": "dark"})"}) {
        write(content);
        const auto settings = app::KioskSettings::load(home);
        QVERIFY(settings.language.isEmpty() && settings.camera.isEmpty() && !settings.largeText);
        QCOMPARE(settings.contrast, 0);
        QCOMPARE(settings.volume, 2);
    }
    QVERIFY(QFile::remove(home.settingsFile()));
}

void TestKioskOffice::queue_withAWaitingBinding_namesItAndNothingElse()
{
    QCOMPARE(office().queue().size(), std::size_t(1)); // the line that says that nothing waits
    const QString id = QStringLiteral("3f2b8c1e-5d47-4a09-9e61-c0d5a7b81234");
    {
        auto outbox = app::Outbox::open(app::Home(m_home.folder()).outboxFile());
        QVERIFY(outbox);
        QVERIFY((*outbox)->enqueue(id, QByteArray(2000, 'x')));
    }

    const auto queue = office().queue();

    QCOMPARE(queue.size(), std::size_t(1));
    QCOMPARE(queue.front().value, id);
    const auto today = office().today();
    QCOMPARE(today.front().value, QStringLiteral("1"));
    QCOMPARE(today.at(3).value, QStringLiteral("1")); // waits here
}

void TestKioskOffice::settings_ofAnEnrolment_nameTheDevice()
{
    QStringList values;
    for (const auto& line : office().settings())
        values << line.value;

    QVERIFY(values.contains(QStringLiteral("kiosk-0001")));
}

QTEST_GUILESS_MAIN(TestKioskOffice)
#include "tst_kiosk_office.moc"
