// Measures whole reads and prints them as a table, and as JSON. See README.md beside this file.

#include "tests/bench/chip_measurement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>
#include <exception>
#include <fstream>

using namespace chinhchu::bench;

namespace {

QJsonObject json(const ChipMeasurement& measured)
{
    const ChipSetting& setting = measured.setting;
    return {{"kbitPerSecond", setting.kbitPerSecond},
            {"shortIdentifiers", setting.shortIdentifiers},
            {"knownKind", setting.knownKind},
            {"apdus", measured.apdus},
            {"apdusAllowed", ChipBars::apdus(setting)},
            {"bytes", static_cast<qint64>(measured.bytes)},
            {"totalMs", measured.totalMs},
            {"idealMs", measured.idealMs},
            {"overIdeal", measured.overIdeal()},
            {"overIdealAllowed", ChipBars::overIdeal},
            {"cpuMs", measured.cpuMs},
            {"cpuPercent", measured.cpuPercent()},
            {"cpuPercentAllowed", ChipBars::cpuPercent},
            {"verified", measured.verified}};
}

bool holds(const ChipMeasurement& measured)
{
    return measured.verified && measured.apdus <= ChipBars::apdus(measured.setting) &&
           measured.overIdeal() <= ChipBars::overIdeal && measured.cpuPercent() <= ChipBars::cpuPercent;
}

void printRow(const ChipMeasurement& measured)
{
    const ChipSetting& setting = measured.setting;
    std::printf("| %d kbit/s | %s | %s | %d | %.0f | %.0f | %.3f | %.1f | %.2f %% |\n", setting.kbitPerSecond,
                setting.shortIdentifiers ? "yes" : "no", setting.knownKind ? "yes" : "no", measured.apdus,
                measured.totalMs, measured.idealMs, measured.overIdeal(), measured.cpuMs, measured.cpuPercent());
}

int run(const char* jsonFile)
{
    const QTemporaryDir folder;
    const ChipBench bench(folder.path().toStdString());
    constexpr int reads = 11;
    QJsonArray rows;
    bool allHold = true;
    std::puts("| way | short identifiers | kind known | APDUs | ms | ideal ms | ratio | own CPU ms | of a core |\n"
              "|---|---|---|---|---|---|---|---|---|");
    for (const ChipSetting& setting : chipSettings()) {
        const auto measured = bench.measure(setting, reads);
        printRow(measured);
        rows.append(json(measured));
        allHold = allHold && holds(measured);
    }
    if (jsonFile) {
        const auto text = QJsonDocument(QJsonObject{{"chip", rows}}).toJson();
        std::ofstream(jsonFile, std::ios::trunc).write(text.constData(), text.size());
    }
    return allHold ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    const bool withJson = argc == 3 && std::string_view(argv[1]) == "--json";
    if (argc != 1 && !withJson) {
        std::fputs("bench_chip [--json FILE]\n", stderr);
        return 2;
    }
    try {
        return run(withJson ? argv[2] : nullptr);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_chip: %s\n", error.what());
        return 3;
    }
}
