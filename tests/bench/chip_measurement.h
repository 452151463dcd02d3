#pragma once

#include <optional>
#include <string>
#include <vector>

namespace chinhchu::bench {

/// One kind of card on one kind of way.
struct ChipSetting
{
    int kbitPerSecond = 106;      ///< 106, 424 or 848
    bool shortIdentifiers = true; ///< the card knows short file identifiers
    bool knownKind = false;       ///< a card of this kind was read before on this reader
};

/// What a whole read of it took.
struct ChipMeasurement
{
    ChipSetting setting;
    int apdus = 0;
    std::size_t bytes = 0; ///< of files
    double totalMs = 0;    ///< on the model's clock
    double idealMs = 0;    ///< the same read by a reader that knows every length (chip laboratory, TimingReport)
    double cpuMs = 0;      ///< of the processor in our own code, the card's own work left out; the median of some reads
    bool verified = false;

    [[nodiscard]] double overIdeal() const { return totalMs / idealMs; }
    /// Percent of one core for each second of reading.
    [[nodiscard]] double cpuPercent() const { return 100 * cpuMs / totalMs; }
};

/// The bars of the benchmark.
struct ChipBars
{
    static constexpr double overIdeal = 1.05;
    static constexpr double cpuPercent = 1.0;
    static int apdus(const ChipSetting& setting) { return setting.shortIdentifiers ? 30 : 38; }
};

/// Every rate with and without short identifiers, and a known kind of card at each rate.
std::vector<ChipSetting> chipSettings();

/// Measures simulated citizen cards that give at most 2 KB at once and hold a DG2 of 18 KB. Makes the card's keys once.
class ChipBench
{
public:
    /// @p folder where the issuer's keys are made.
    explicit ChipBench(const std::string& folder);

    /// @p reads how many reads the processor time is the median of.
    ChipMeasurement measure(const ChipSetting& setting, int reads) const;

private:
    std::string m_folder;
};

} // namespace chinhchu::bench
