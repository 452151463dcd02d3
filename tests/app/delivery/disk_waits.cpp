#include "tests/app/delivery/disk_waits.h"

#include <atomic>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

thread_local int waitsHere = 0;
std::atomic<int> waits = 0;

int waitFor(long call, int descriptor)
{
    ++waitsHere;
    ++waits;
    return static_cast<int>(::syscall(call, descriptor));
}

} // namespace

extern "C" {

int fsync(int descriptor)
{
    return waitFor(SYS_fsync, descriptor);
}

int fdatasync(int descriptor)
{
    return waitFor(SYS_fdatasync, descriptor);
}
}

namespace chinhchu::testing {

int diskWaitsHere()
{
    return waitsHere;
}

int diskWaits()
{
    return waits;
}

} // namespace chinhchu::testing
