#include "tests/bench/processor_time.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <sys/resource.h>
#include <unistd.h>

namespace bench {

namespace {

struct Times
{
    qint64 parent = 0;
    double own = 0;
    double ended = 0; ///< children that it has waited for
};

/// proc(5), /proc/PID/stat: the second field is a name in parentheses that may hold anything.
Times timesOf(const QString& process)
{
    QFile file("/proc/" + process + "/stat");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const auto ticks = [&](int field) { return double(fields.value(field - 3).toLongLong()); };
    const auto perSecond = double(sysconf(_SC_CLK_TCK));
    return {fields.value(1).toLongLong(), (ticks(14) + ticks(15)) / perSecond, (ticks(16) + ticks(17)) / perSecond};
}

double seconds(const timeval& time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

} // namespace

double ownProcessorTime()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double processorTimeOf(qint64 process)
{
    const Times times = timesOf(QString::number(process));
    return times.own + times.ended;
}

double postgresProcessorTime(const QString& keywords)
{
    QProcess psql;
    psql.start("psql", {"-At", "-d", keywords, "-c", "SHOW data_directory"});
    psql.waitForFinished();
    QFile file(QString::fromLocal8Bit(psql.readAllStandardOutput()).trimmed() + "/postmaster.pid");
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const qint64 server = file.readLine().trimmed().toLongLong();
    double sum = processorTimeOf(server);
    for (const QString& process : QDir("/proc").entryList(QDir::Dirs)) {
        const Times times = process.toLongLong() > 0 ? timesOf(process) : Times();
        if (times.parent == server && server > 0)
            sum += times.own;
    }
    return sum;
}

} // namespace bench
