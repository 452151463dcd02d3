#pragma once

#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace bench {

/// Milliseconds of many runs of the same thing.
inline QJsonObject percentiles(std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double part) {
        return milliseconds[static_cast<std::size_t>(part * static_cast<double>(milliseconds.size() - 1))];
    };
    return {{"runs", static_cast<qint64>(milliseconds.size())}, {"p50", at(0.5)}, {"p99", at(0.99)}, {"max", at(1.0)}};
}

} // namespace bench
