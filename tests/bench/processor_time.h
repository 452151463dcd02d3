#pragma once

#include <QString>

namespace bench {

// Processor time, in seconds: unlike what a clock shows, it hardly depends on what else the machine does.

/// Of this process, all its threads.
double ownProcessorTime();

/// Of another process, all its threads, and of its children that have ended.
double processorTimeOf(qint64 process);

/// Of a PostgreSQL server and all its processes; @p keywords as libpq takes them. Nothing when it cannot be found out,
/// because the server is another user's or on another machine.
double postgresProcessorTime(const QString& keywords);

} // namespace bench
