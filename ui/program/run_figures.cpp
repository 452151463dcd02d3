#include "ui/program/run_figures.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <ctime>
#include <sys/resource.h>
#include <unistd.h>

namespace chinhchu::ui {

namespace {

constexpr double thousand = 1000;

/// Milliseconds since boot.
double now()
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return static_cast<double>(time.tv_sec) * thousand + static_cast<double>(time.tv_nsec) / 1e6;
}

/// When the kernel made this process: before main(), the libraries and everything.
double start()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return now();
    // proc(5): the second field is the name in brackets, whatever it holds; starttime is the 22nd, in ticks since boot.
    const QByteArray all = file.readAll();
    const QList<QByteArray> fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype startTime = 22 - 3;
    if (fields.size() <= startTime)
        return now();
    return fields[startTime].toDouble() * thousand / static_cast<double>(sysconf(_SC_CLK_TCK));
}

constexpr auto startVariable = "CHINHCHU_STARTED";

/// Where a keeper stands before this process, its start counts.
double wholeStart()
{
    bool told = false;
    const double keeper = qgetenv(startVariable).toDouble(&told);
    return told ? keeper : start();
}

double milliseconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) * thousand + static_cast<double>(time.tv_usec) / thousand;
}

double rounded(double value)
{
    return qRound(value * 10) / 10.0;
}

} // namespace

RunFigures::RunFigures(const GuiWatch& watch, QQuickWindow& window)
    : m_watch(watch)
{
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window, [this] { m_greeting = now() - wholeStart(); },
        Qt::ConnectionType(Qt::DirectConnection | Qt::SingleShotConnection));
}

QJsonObject RunFigures::json() const
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    QJsonArray delays;
    for (const GuiWatch::Delay& each : m_watch.longest())
        delays.append(QJsonObject{{"ms", rounded(each.milliseconds)},
                                  {"workingMs", rounded(each.working)},
                                  {"queuedMs", rounded(each.queued)},
                                  {"during", each.during}});
    return {{"greetingMs", rounded(m_greeting)},
            {"events", m_watch.events()},
            {"barMs", GuiWatch::bar},
            {"delays", m_watch.overBar()},
            {"delaysWorking", m_watch.overBarWorking()},
            {"longestDelays", delays},
            {"peakMemoryKiB", static_cast<qint64>(used.ru_maxrss)},
            {"cpuMs", rounded(milliseconds(used.ru_utime) + milliseconds(used.ru_stime))}};
}

void RunFigures::tellStart(bool first)
{
    if (first)
        qputenv(startVariable, QByteArray::number(start(), 'f', 0));
    else
        qunsetenv(startVariable);
}

bool RunFigures::write(const QString& file) const
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(QJsonDocument(json()).toJson()) > 0;
}

} // namespace chinhchu::ui
