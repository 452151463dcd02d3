#pragma once

#include <QString>

#include <chrono>

namespace chinhchu::app {

/// Which start of the machine this is: random numbers of the kernel (boot_id, random(4)), which nobody knows before. Empty
/// where the kernel does not say.
QString machineStart();

/// How long ago that was; goes on while the machine sleeps, and nobody can set it (CLOCK_BOOTTIME, clock_gettime(2)).
std::chrono::milliseconds uptime();

} // namespace chinhchu::app
