#pragma once

namespace chinhchu::testing {

/// How often the calling thread has waited for the disk (fsync, fdatasync) since the program began. Only in a program that
/// is linked with disk_waits.cpp and exports its symbols: there the two stand before those of the C library.
int diskWaitsHere();
/// The same of all threads.
int diskWaits();

} // namespace chinhchu::testing
