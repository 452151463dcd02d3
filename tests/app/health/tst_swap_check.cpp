#include "app/health/swap_check.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

constexpr auto headings = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";

} // namespace

/// The files are those of proc(5), sysfs and cgroups(7) on machines with the swap that each name says.
class TestSwapCheck : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        write("/proc/swaps", headings);
        write("/proc/self/cgroup", "0::/system.slice/chinhchu.service\n");
    }

    void machine_withoutSwap_isReady() { QCOMPARE(check().state, HealthCheck::State::Ready); }

    void machine_thatSaysNothing_isReady()
    {
        m_root = std::make_unique<QTemporaryDir>();
        QCOMPARE(check().state, HealthCheck::State::Ready);
    }

    void swap_inTheClear_isLimitedAndNamed()
    {
        write("/proc/swaps", headings + QByteArray("/dev/sda3                               partition\t999420\t\t0\t\t-2\n"));
        const HealthCheck found = check();
        QCOMPARE(found.state, HealthCheck::State::Limited);
        QVERIFY(found.failure && found.failure->detail.ends_with("/dev/sda3"));
    }

    void swap_inMemory_isReady()
    {
        write("/proc/swaps", headings + QByteArray("/dev/zram0                              partition\t999420\t\t0\t\t100\n"));
        QCOMPARE(check().state, HealthCheck::State::Ready);
    }

    void swap_thatIsEncrypted_isReady()
    {
        write("/proc/swaps", headings + QByteArray("/dev/dm-1                               partition\t999420\t\t0\t\t-2\n"));
        write("/sys/block/dm-1/dm/uuid", "CRYPT-PLAIN-cryptswap1\n");
        QCOMPARE(check().state, HealthCheck::State::Ready);
    }

    void swap_onAVolumeOfAnEncryptedDisk_isReady()
    {
        write("/proc/swaps", headings + QByteArray("/dev/dm-2                               partition\t999420\t\t0\t\t-2\n"));
        write("/sys/block/dm-2/dm/uuid", "LVM-0123456789abcdef\n");
        write("/sys/block/dm-2/slaves/dm-0/dm/uuid", "CRYPT-LUKS2-0123456789abcdef-sda3_crypt\n");
        QCOMPARE(check().state, HealthCheck::State::Ready);
    }

    void swap_onAVolumeOfAnOpenDisk_isLimited()
    {
        write("/proc/swaps", headings + QByteArray("/dev/dm-2                               partition\t999420\t\t0\t\t-2\n"));
        write("/sys/block/dm-2/dm/uuid", "LVM-0123456789abcdef\n");
        write("/sys/block/dm-2/slaves/sda3/size", "999424\n");
        QCOMPARE(check().state, HealthCheck::State::Limited);
    }

    /// Several, and one of them is enough.
    void swapFile_besideSwapInMemory_isLimited()
    {
        write("/swap file", "");
        write("/proc/swaps", headings + QByteArray("/dev/zram0                              partition\t999420\t\t0\t\t100\n"
                                                  "/swap\\040file                            file\t\t524284\t\t0\t\t-2\n"));
        const HealthCheck found = check();
        QCOMPARE(found.state, HealthCheck::State::Limited);
        QVERIFY(found.failure && found.failure->detail.ends_with("/swap file"));
    }

    void swap_thatThisProgramMayNotUse_isReady_data()
    {
        QTest::addColumn<QString>("group");
        QTest::newRow("its own group") << "/system.slice/chinhchu.service";
        QTest::newRow("the one above") << "/system.slice";
    }

    void swap_thatThisProgramMayNotUse_isReady()
    {
        QFETCH(QString, group);
        write("/proc/swaps", headings + QByteArray("/dev/sda3                               partition\t999420\t\t0\t\t-2\n"));
        write("/sys/fs/cgroup" + group + "/memory.swap.max", "0\n");
        QCOMPARE(check().state, HealthCheck::State::Ready);
    }

private:
    [[nodiscard]] HealthCheck check() const { return checkSwap(m_root->path()); }

    void write(const QString& name, const QByteArray& content) const
    {
        const QString file = m_root->path() + name;
        QDir().mkpath(QFileInfo(file).absolutePath());
        QFile made(file);
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file));
    }

    std::unique_ptr<QTemporaryDir> m_root;
};

QTEST_GUILESS_MAIN(TestSwapCheck)
#include "tst_swap_check.moc"
