// A crash in the middle of a session must leave no picture of its memory. Both programs are stopped at a moment that is
// known, and killed with the signals that dump core.

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// A process that may dump as much as it likes, started in a folder where the dump would land.
class Victim
{
public:
    /// @p user: who it runs as.
    Victim(const QString& folder, const QByteArrayList& command, uid_t user = ::getuid())
    {
        std::vector<char*> arguments;
        for (const QByteArray& each : command)
            arguments.push_back(const_cast<char*>(each.constData()));
        arguments.push_back(nullptr);
        const QByteArray where = QFile::encodeName(folder);
        // Qt Test catches signals to tell where a test died; one that comes before that is undone has to wait.
        sigset_t all{};
        sigset_t before{};
        ::sigfillset(&all);
        ::sigprocmask(SIG_BLOCK, &all, &before);
        m_process = ::fork();
        if (m_process == 0) {
            for (const int signal : {SIGABRT, SIGSEGV})
                std::signal(signal, SIG_DFL);
            ::sigprocmask(SIG_SETMASK, &before, nullptr);
            rlimit limit{};
            ::getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = limit.rlim_max;
            const bool ready = ::setrlimit(RLIMIT_CORE, &limit) == 0 && ::chdir(where.constData()) == 0 &&
                               ::setreuid(user, user) == 0;
            if (ready)
                ::execv(arguments.front(), arguments.data());
            ::_exit(127);
        }
        ::sigprocmask(SIG_SETMASK, &before, nullptr);
    }

    ~Victim()
    {
        if (m_status < 0)
            killWith(SIGKILL);
    }

    /// The wait status.
    int killWith(int signal)
    {
        ::kill(m_process, signal);
        return end();
    }

    int end()
    {
        ::waitpid(m_process, &m_status, 0);
        return m_status;
    }

    bool hasEnded()
    {
        if (m_status < 0 && ::waitpid(m_process, &m_status, WNOHANG) == 0)
            m_status = -1;
        return m_status >= 0;
    }

    [[nodiscard]] pid_t id() const { return m_process; }

private:
    pid_t m_process = -1;
    int m_status = -1;
};

/// Where a program reads its enrolment, it meets a pipe and waits: a moment that is known, after main() began.
class WaitingRoom
{
public:
    explicit WaitingRoom(const QString& home)
        : m_pipe(QFile::encodeName(home + "/enrolment/enrolment.json"))
    {
        QDir().mkpath(home + "/enrolment");
        ::mkfifo(m_pipe.constData(), 0600);
    }

    ~WaitingRoom()
    {
        if (m_end >= 0)
            ::close(m_end);
    }

    /// Whether somebody is there by now.
    bool isTaken()
    {
        if (m_end < 0)
            m_end = ::open(m_pipe.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        return m_end >= 0;
    }

private:
    QByteArray m_pipe;
    int m_end = -1;
};

} // namespace

class TestNoCoreDump : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void crash_ofAProgram_leavesNoCoreDump_data()
    {
        QTest::addColumn<QByteArrayList>("command");
        QTest::addColumn<int>("signal");
        const QByteArrayList session = {CHINHCHU_PROGRAM, "outbox", "sync", "--home"};
        const QByteArrayList kiosk = {CHINHCHU_KIOSK, "--home"};
        QTest::newRow("chinhchu, SIGABRT") << session << SIGABRT;
        QTest::newRow("chinhchu, SIGSEGV") << session << SIGSEGV;
        QTest::newRow("chinhchu-kiosk, SIGSEGV") << kiosk << SIGSEGV;
    }

    void crash_ofAProgram_leavesNoCoreDump()
    {
        QFETCH(QByteArrayList, command);
        QFETCH(int, signal);
        if (!coresAreDumpedHere())
            QSKIP("this machine dumps no core of any process");
        const QString home = m_folder->filePath("home");
        WaitingRoom room(home);
        Victim victim(m_folder->path(), command << QFile::encodeName(home));
        QTRY_VERIFY_WITH_TIMEOUT(room.isTaken() || victim.hasEnded(), 30000);
        QVERIFY(!victim.hasEnded());

        const int status = victim.killWith(signal);

        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), signal);
        QVERIFY(!WCOREDUMP(status));
        QCOMPARE(QDir(m_folder->path()).entryList({"*core*"}, QDir::Files), QStringList());
    }

    /// Nor may another process of the same user look inside: what is not dumpable belongs to root in /proc (proc(5)).
    void memory_ofARunningProgram_belongsToRoot()
    {
        const uid_t user = ::getuid() == 0 ? 65534 : ::getuid();
        const QString home = m_folder->filePath("home");
        WaitingRoom room(home);
        QCOMPARE(QProcess::execute("chown", {"-R", QString::number(user), m_folder->path()}), 0);
        Victim unguarded(m_folder->path(), {"/usr/bin/tail", "-f", "/dev/null"}, user);
        Victim victim(m_folder->path(), {CHINHCHU_PROGRAM, "outbox", "sync", "--home", QFile::encodeName(home)}, user);
        QTRY_VERIFY_WITH_TIMEOUT(room.isTaken() || victim.hasEnded(), 30000);
        if (victim.hasEnded())
            QSKIP("another user than root cannot start the program here");

        QTRY_COMPARE(ownerOfMemory(unguarded.id()), user);
        QCOMPARE(ownerOfMemory(victim.id()), uid_t(0));
    }

private:
    /// A process that does nothing against it, killed in the same way.
    static bool coresAreDumpedHere()
    {
        static const bool dumped = [] {
            const QTemporaryDir folder;
            Victim unguarded(folder.path(), {"/bin/sh", "-c", "kill -ABRT $$"});
            return WCOREDUMP(unguarded.end()) != 0;
        }();
        return dumped;
    }

    static uid_t ownerOfMemory(pid_t process)
    {
        struct stat found{};
        return ::stat(("/proc/" + QByteArray::number(process) + "/mem").constData(), &found) == 0 ? found.st_uid
                                                                                                 : uid_t(-1);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestNoCoreDump)
#include "tst_no_core_dump.moc"
