#pragma once

#include <QStringList>
#include <QTest>

namespace by_chance {

/// A row for each seed: the one of the variable @p one, those of @p many ("100" or "31-100"), or the first @p few.
inline void addSeeds(const char* one, const char* many, unsigned few)
{
    QTest::addColumn<unsigned>("seed");
    QStringList range = qEnvironmentVariable(many, QString::number(few)).split(u'-');
    if (qEnvironmentVariableIsSet(one))
        range = {qEnvironmentVariable(one), qEnvironmentVariable(one)};
    const unsigned first = range.size() > 1 ? range.front().toUInt() : 1;
    for (unsigned seed = first; seed <= range.back().toUInt(); ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Qt Test ends a function with all its rows after five minutes; a hundred seeds take longer.
[[maybe_unused]] inline const bool patient = qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");

} // namespace by_chance
