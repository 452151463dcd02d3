#pragma once

#include "app/settings/database.h"

#include <sys/types.h>

#include <memory>
#include <optional>

namespace chinhchu::app {

/// Which file stands under a name: another one, once it was replaced.
struct FileIdentity
{
    dev_t device = 0;
    ino_t inode = 0;
    bool operator==(const FileIdentity&) const = default;

    /// Nothing when there is no such file.
    static std::optional<FileIdentity> of(const QString& file);
};

/// A connection to the queue, and to which file it goes.
struct OpenQueue
{
    Database database;
    FileIdentity identity;

    /// Opens or makes the queue and reads what is small in it; a damaged one is recovered first, by one process while
    /// the others wait. Takes the queue's lock itself: who calls holds none.
    static Result<std::unique_ptr<OpenQueue>> open(const QString& file);
    /// Recovers @p damaged, in which something is damaged that opening does not look at, unless another has done so since.
    static Result<std::unique_ptr<OpenQueue>> recover(const QString& file, const FileIdentity& damaged);
};

/// SQLite's words for SQLITE_CORRUPT and SQLITE_NOTADB. Any other failure is not cured by a new file.
bool isDamage(const Failure& failure);

} // namespace chinhchu::app
