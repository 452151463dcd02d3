#pragma once

#include <QString>

namespace chinhchu::app {

/// Bytes that this user may still write to the file system of @p folder; 0 where it cannot be asked.
/// Asks the file system itself: QStorageInfo asks the mount table, which names no file system inside a chroot.
qint64 freeBytes(const QString& folder);

} // namespace chinhchu::app
