// What it costs to open the trail of what happened: when all of it is checked, and when it was checked before.

#include "app/audit/audit_trail.h"
#include "tests/bench/percentiles.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

double milliseconds(const std::function<bool()>& work)
{
    QElapsedTimer clock;
    clock.start();
    if (!work())
        qFatal("the trail refused");
    return double(clock.nsecsElapsed()) / 1e6;
}

void fill(const QString& file, int lines)
{
    std::vector<AuditEvent> events;
    for (int i = 0; i < lines; ++i)
        events.push_back({"kiosk", "binding-delivered", QStringLiteral("0193a5c8-1f00-7000-8000-%1").arg(i, 12, 10, QLatin1Char('0'))});
    if (!(*AuditTrail::open(file))->recordMissing(events, 0))
        qFatal("the trail cannot be written");
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int lines = argc > 1 ? std::atoi(argv[1]) : 60000;
    constexpr int runs = 11;
    const QTemporaryDir folder;
    const QString file = folder.filePath("audit.log");
    fill(file, lines);

    std::vector<double> whole;
    std::vector<double> again;
    std::vector<double> record;
    for (int run = 0; run < runs; ++run) {
        QFile::remove(file + ".checked");
        whole.push_back(milliseconds([&] { return bool(AuditTrail::open(file)); }));
        again.push_back(milliseconds([&] { return bool(AuditTrail::open(file)); }));
    }
    const auto trail = *AuditTrail::open(file);
    for (int run = 0; run < 200; ++run)
        record.push_back(milliseconds([&] { return bool(trail->record({"kiosk", "session-started", "a"})); }));

    const QJsonObject figures{{"lines", lines},
                              {"bytes", QFileInfo(file).size()},
                              {"openWholeMs", bench::percentiles(whole)},
                              {"openCheckedBeforeMs", bench::percentiles(again)},
                              {"recordMs", bench::percentiles(record)}};
    std::puts(QJsonDocument(figures).toJson().constData());
    return 0;
}
