// Whose thread goes first: the window's. It stood still for a whole time slice while faces were computed.
// A nice value, once higher, cannot be lowered again, so the order counts: the first test sees a program without a window.

#include "app/session/workers.h"
#include "resources/base/thread_priority.h"
#include "ui/window/scheduler_account.h"

#include <QtTest>

#include <latch>

using namespace chinhchu;

namespace {

/// Where a job of the session runs.
int niceOfAWorker()
{
    int nice = -1;
    std::latch told(1);
    app::Workers workers;
    workers.start([&](std::stop_token) {
        nice = ::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()));
        told.count_down();
    });
    told.wait();
    return nice;
}

} // namespace

class TestThreadPriority : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_before = ::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid())); }
    void worker_withoutAWindow_worksAsAnyOther() { QCOMPARE(niceOfAWorker(), m_before); }
    void worker_besideAWindow_givesWay();
    void thread_thatALibraryBegan_givesWay();
    void account_ofThisThread_growsWithItsWork();

private:
    int m_before = 0;
};

void TestThreadPriority::worker_besideAWindow_givesWay()
{
    letTheWindowGoFirst();

    QCOMPARE(niceOfAWorker(), std::max(m_before, thread_priority::nicer));
    QCOMPARE(::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid())), m_before);
}

void TestThreadPriority::thread_thatALibraryBegan_givesWay()
{
    std::latch begun(1);
    std::latch looked(1);
    pid_t id = 0;
    const std::jthread library([&] {
        id = ::gettid();
        begun.count_down();
        looked.wait();
    });
    begun.wait();

    letTheWindowGoFirst();

    const int nice = ::getpriority(PRIO_PROCESS, static_cast<id_t>(id));
    looked.count_down();
    QCOMPARE(nice, std::max(m_before, thread_priority::nicer));
}

void TestThreadPriority::account_ofThisThread_growsWithItsWork()
{
    const ui::SchedulerAccount account;
    const ui::SchedulerAccount::Sums before = account.sums();

    ui::SchedulerAccount::Sums after = before;
    while (after.working <= before.working)
        after = account.sums();

    QVERIFY(after.queued >= before.queued);
}

QTEST_GUILESS_MAIN(TestThreadPriority)
#include "tst_thread_priority.moc"
