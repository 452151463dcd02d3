#include "app/staff/pin.h"
#include "app/staff/staff_register.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using namespace std::chrono_literals;

namespace {

const SecretText rightPin("271828");
const SecretText wrongPin("314159");

std::string codeOf(const Result<StaffMember>& signedIn)
{
    return signedIn ? "signed in" : std::string(codeName(signedIn.error().code));
}

} // namespace

class TestStaffRegister : public QObject
{
    Q_OBJECT

private slots:
    /// Hashing a PIN is slow on purpose: one register is made, and each test gets a copy.
    void initTestCase()
    {
        auto staff = StaffRegister::open(m_template.filePath("staff.sqlite")).value();
        QVERIFY(staff->add({"s-1", "Trần Thị Mẫu", StaffRole::Supervisor}, rightPin));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QFile::copy(m_template.filePath("staff.sqlite"), m_folder->filePath("staff.sqlite")));
        m_now = {"this start", 1000s};
        m_staff = open();
    }

    void signIn_withTheRightPin_givesTheMember()
    {
        const auto member = m_staff->signIn("s-1", rightPin);
        QVERIFY(member.has_value());
        QCOMPARE(member->name, "Trần Thị Mẫu");
        QVERIFY(member->may(StaffRight::ManageStaff));
    }

    void signIn_withAWrongPinOrNumber_saysTheSame()
    {
        QCOMPARE(codeOf(m_staff->signIn("s-1", wrongPin)), "STAFF_PIN_WRONG");
        QCOMPARE(codeOf(m_staff->signIn("nobody", rightPin)), "STAFF_PIN_WRONG");
    }

    void signIn_afterFiveWrongPins_waitsTwiceAsLongEachTime()
    {
        failedBefore(4);
        QCOMPARE(codeOf(m_staff->signIn("s-1", wrongPin)), "STAFF_PIN_WRONG");
        const auto blocked = m_staff->signIn("s-1", rightPin);
        QCOMPARE(codeOf(blocked), "STAFF_BLOCKED");
        QCOMPARE(blocked.error().detail, "15 s");

        m_now.uptime += 15s;
        QCOMPARE(codeOf(m_staff->signIn("s-1", wrongPin)), "STAFF_PIN_WRONG");
        QCOMPARE(m_staff->signIn("s-1", rightPin).error().detail, "30 s");

        m_now.uptime += 30s;
        QCOMPARE(codeOf(m_staff->signIn("s-1", rightPin)), "signed in");
        QCOMPARE(codeOf(m_staff->signIn("s-1", wrongPin)), "STAFF_PIN_WRONG");
    }

    void signIn_afterTenWrongPins_needsANewPin()
    {
        QVERIFY(m_staff->add({"s-2", "", StaffRole::Supervisor}, rightPin));
        failedBefore(9);
        m_now.uptime += 24h;
        QCOMPARE(codeOf(m_staff->signIn("s-1", wrongPin)), "STAFF_PIN_WRONG");
        m_now.uptime += 24h * 365;
        QCOMPARE(m_staff->signIn("s-1", rightPin).error().detail, "for good");
        QVERIFY(m_staff->changePin("s-1", wrongPin));
        QCOMPARE(codeOf(m_staff->signIn("s-1", wrongPin)), "signed in");
    }

    /// Ten wrong PINs by anybody closed the device for good: the only supervisor could not be unblocked by anyone.
    void signIn_ofTheLastSupervisorAfterTenWrongPins_waitsAnHour()
    {
        QVERIFY(m_staff->add({"k-1", "", StaffRole::Clerk}, rightPin));
        failedBefore(10);
        QCOMPARE(m_staff->signIn("s-1", rightPin).error().detail, "3600 s");
        QCOMPARE(m_staff->signIn("k-1", rightPin).error().detail, "for good");
        m_now.uptime += 1h;
        QCOMPARE(codeOf(m_staff->signIn("s-1", wrongPin)), "STAFF_PIN_WRONG");
        QCOMPARE(m_staff->signIn("s-1", rightPin).error().detail, "3600 s");
        m_now.uptime += 1h;
        QCOMPARE(codeOf(m_staff->signIn("s-1", rightPin)), "signed in");
    }

    void unblock_opensTheWayAndKeepsThePin()
    {
        QVERIFY(m_staff->add({"s-2", "", StaffRole::Supervisor}, rightPin));
        failedBefore(12);
        QVERIFY(m_staff->unblock("s-1"));
        QCOMPARE(codeOf(m_staff->signIn("s-1", rightPin)), "signed in");
        QVERIFY(!m_staff->unblock("nobody"));
    }

    /// Waits went by the wall clock: set forward they were skipped, and set right again they lasted for years.
    void signIn_afterARestartOfTheMachine_waitsAtMostOnceMore()
    {
        failedBefore(4);
        QCOMPARE(codeOf(m_staff->signIn("s-1", wrongPin)), "STAFF_PIN_WRONG");
        m_now = {"another start", 5s};
        QCOMPARE(m_staff->signIn("s-1", rightPin).error().detail, "10 s");
        m_now.uptime += 10s;
        QCOMPARE(codeOf(m_staff->signIn("s-1", rightPin)), "signed in");
    }

    void open_ofARegisterOfTheWallClock_waitsAtMostOnceMore()
    {
        m_staff.reset();
        auto database = Database::open(m_folder->filePath("staff.sqlite")).value();
        QVERIFY(database.run("ALTER TABLE staff DROP COLUMN boot"));
        QVERIFY(database.run("UPDATE staff SET failures = 5, last_failure = 2110000000"));
        m_staff = open();
        QCOMPARE(codeOf(m_staff->signIn("s-1", rightPin)), "signed in");
    }

    void systemTime_isOfThisStartOfTheMachine()
    {
        const auto now = StaffRegister::systemTime();
        QVERIFY(!now.boot.isEmpty() && now.uptime > 0s);
        QCOMPARE(StaffRegister::systemTime().boot, now.boot);
    }

    void failures_overARestart_areKept()
    {
        failedBefore(4);
        QCOMPARE(codeOf(m_staff->signIn("s-1", wrongPin)), "STAFF_PIN_WRONG");
        m_staff = open();
        QCOMPARE(codeOf(m_staff->signIn("s-1", rightPin)), "STAFF_BLOCKED");
    }

    void add_ofTheFirst_mustBeOneWhoManagesOthers()
    {
        QTemporaryDir other;
        auto empty = StaffRegister::open(other.filePath("staff.sqlite")).value();
        QVERIFY(!empty->add({"k-1", "", StaffRole::Clerk}, rightPin));
        QVERIFY(empty->isEmpty().value());
    }

    void add_ofATakenNumberOrAnEasyPin_isRefused()
    {
        QVERIFY(!m_staff->add({"s-1", "", StaffRole::Clerk}, rightPin));
        QVERIFY(!m_staff->add({"k 1", "", StaffRole::Clerk}, rightPin));
        for (const char* easy : {"123456", "000000", "987654", "27182", "27182a", ""})
            QVERIFY2(!m_staff->add({"k-1", "", StaffRole::Clerk}, SecretText(easy)), easy);
    }

    void remove_ofTheLastSupervisor_isRefused()
    {
        QVERIFY(m_staff->add({"k-1", "", StaffRole::Clerk}, rightPin));
        QVERIFY(!m_staff->remove("s-1"));
        QVERIFY(m_staff->remove("k-1"));
        QCOMPARE(m_staff->members()->size(), 1U);
    }

    void file_always_holdsNoPinAndIsTheOwnersAlone()
    {
        m_staff.reset();
        QFile file(m_folder->filePath("staff.sqlite"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("$argon2id$"));
        QVERIFY(!content.contains("271828"));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void rights_ofHelperAndTechnician_showNoPersonalData()
    {
        for (StaffRole role : {StaffRole::Helper, StaffRole::Technician})
            QVERIFY(!mayDo(role, StaffRight::ServeSession) && !mayDo(role, StaffRight::MakeReports));
        QVERIFY(mayDo(StaffRole::Helper, StaffRight::WatchChallenge));
        QVERIFY(mayDo(StaffRole::Technician, StaffRight::ChangeSettings));
    }

private:
    /// As if @p times wrong PINs had been given, the last one now.
    void failedBefore(int times)
    {
        auto database = Database::open(m_folder->filePath("staff.sqlite")).value();
        QVERIFY(database.run("UPDATE staff SET failures = ?, last_failure = ?, boot = ?",
                             {times, qlonglong(m_now.uptime.count()), m_now.boot}));
    }

    std::unique_ptr<StaffRegister> open()
    {
        return StaffRegister::open(m_folder->filePath("staff.sqlite"), [this] { return m_now; }).value();
    }

    QTemporaryDir m_template;
    std::unique_ptr<QTemporaryDir> m_folder;
    StaffRegister::Instant m_now;
    std::unique_ptr<StaffRegister> m_staff;
};

QTEST_GUILESS_MAIN(TestStaffRegister)
#include "tst_staff_register.moc"
