#pragma once

#include <sys/prctl.h>
#include <sys/resource.h>

namespace chinhchu {

/// From here on a crash leaves no picture of this process's memory on the disk, where a citizen's data would lie in plain,
/// and no other process of the same user may look into it (ptrace, /proc/PID/mem). Called first thing in main.
inline void leaveNoCoreDump()
{
    // The limit stops a file; a program behind a pipe (core_pattern, systemd-coredump) is started in spite of it and is
    // stopped only by the other.
    const rlimit none{0, 0};
    static_cast<void>(::setrlimit(RLIMIT_CORE, &none));
    static_cast<void>(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
}

} // namespace chinhchu
