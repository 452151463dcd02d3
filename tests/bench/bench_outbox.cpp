// What it costs to keep a binding: enqueue beside write+fsync of the same bytes on the same disk, and whether a long
// queue changes that.

#include "app/outbox/outbox.h"
#include "tests/bench/percentiles.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>
#include <unistd.h>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint32*>(bytes.data()), size / 4);
    return bytes;
}

double milliseconds(const std::function<bool()>& work)
{
    QElapsedTimer clock;
    clock.start();
    if (!work())
        qFatal("the disk refused");
    return double(clock.nsecsElapsed()) / 1e6;
}

/// Resident memory of this process.
qint64 residentKilobytes()
{
    QFile status("/proc/self/statm");
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) / 1024;
}

/// One after the other and in turns, so that both see the same disk.
QJsonObject besideWriteAndSync(Outbox& outbox, const QString& folder)
{
    constexpr int runs = 1000;
    constexpr qsizetype size = 200 * 1024;
    QFile plain(folder + "/plain");
    if (!plain.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("cannot write");
    std::vector<double> enqueue;
    std::vector<double> write;
    for (int run = 0; run < runs; ++run) {
        const QByteArray sealed = randomBytes(size);
        const QString id = QStringLiteral("large-%1").arg(run);
        write.push_back(milliseconds([&] { return plain.write(sealed) == size && ::fsync(plain.handle()) == 0; }));
        enqueue.push_back(milliseconds([&] { return outbox.enqueue(id, sealed).has_value(); }));
    }
    const QJsonObject kept = bench::percentiles(enqueue);
    const QJsonObject synced = bench::percentiles(write);
    return {{"bytes", size},
            {"enqueue", kept},
            {"writeAndFsync", synced},
            {"ratioP99", kept["p99"].toDouble() / synced["p99"].toDouble()}};
}

QJsonObject longQueue(Outbox& outbox, int rows)
{
    const int part = std::max(1, rows / 10);
    std::vector<double> first;
    std::vector<double> last;
    qint64 early = 0;
    for (int row = 0; row < rows; ++row) {
        const QByteArray sealed = randomBytes(20 * 1024);
        const QString id = QStringLiteral("row-%1").arg(row);
        const double took = milliseconds([&] { return outbox.enqueue(id, sealed).has_value(); });
        if (row < part)
            first.push_back(took);
        else if (row >= rows - part)
            last.push_back(took);
        if (row == part)
            early = residentKilobytes();
    }
    return {{"rows", rows},
            {"bytes", 20 * 1024},
            {"firstTenth", bench::percentiles(first)},
            {"lastTenth", bench::percentiles(last)},
            {"residentKilobytesAfterFirstTenth", early},
            {"residentKilobytesAtTheEnd", residentKilobytes()}};
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 100000;
    const QTemporaryDir folder;
    QJsonObject result;
    {
        const auto outbox = *Outbox::open(folder.filePath("one/outbox.sqlite"));
        result.insert("enqueue", besideWriteAndSync(*outbox, folder.path()));
    }
    if (rows > 0) {
        const auto outbox = *Outbox::open(folder.filePath("two/outbox.sqlite"));
        result.insert("longQueue", longQueue(*outbox, rows));
    }
    std::printf("%s", QJsonDocument(result).toJson().constData());
    return 0;
}
