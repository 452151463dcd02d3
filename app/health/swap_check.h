#pragma once

#include "app/health/health.h"

namespace chinhchu::app {

/// Whether what a session holds in memory may be written to a disk in the clear: swap that is neither encrypted (dm-crypt)
/// nor in memory itself (zram), and that the kernel may use for this program (cgroup v2, memory.swap.max).
/// @p root: where /proc and /sys are.
HealthCheck checkSwap(const QString& root = {});

} // namespace chinhchu::app
