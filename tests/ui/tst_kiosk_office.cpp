// What the staff's pages get from a real installation.

#include "app/settings/home.h"
#include "app/settings/language.h"
#include "app/staff/staff_register.h"
#include "tests/app/delivery/enrolled_home.h"
#include "ui/program/kiosk_office.h"

#include <QtTest>

using namespace chinhchu;

class TestKioskOffice : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { app::installTranslation(QStringLiteral("en")); }
    void members_ofANewInstallation_areNone();
    void signIn_ofAMember_givesNameAndRole();
    void queue_withAWaitingBinding_namesItAndNothingElse();
    void settings_ofAnEnrolment_nameTheDevice();

private:
    ui::KioskOffice office() const
    {
        app::KioskOptions options;
        options.home = m_home.folder();
        return ui::KioskOffice(std::move(options));
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
    const auto lines = office().settings();

    QVERIFY(!lines.empty());
    QCOMPARE(lines.front().value, QStringLiteral("kiosk-0001"));
}

QTEST_GUILESS_MAIN(TestKioskOffice)
#include "tst_kiosk_office.moc"
