#pragma once

#include "app/audit/merkle_tree.h"

#include <QFile>

#include <chrono>
#include <optional>

namespace chinhchu::app {

/// How far a trail was checked: what need not be read again while the file is as it was.
///
/// It stands in FILE.checked beside the trail, written after each line and each check, and counts only while the trail is
/// the very file, unchanged to the byte, in the same start of the machine: device, inode, length and the time of the last
/// change of the inode, which no call of the system sets (utimensat(2) sets it to now). A disk that was changed in another
/// machine, or while this one was off, meets another start of the machine; its name is random, so nobody can write it down
/// beforehand. What does not fit in any way is worth nothing, and the whole trail is checked.
///
/// Who can write as the kiosk's user can write this file too, and so keep a changed line from being noticed when a program
/// of the kiosk starts - until the whole is checked again: at the next start of the machine, after a day, by every report and
/// by `chinhchu audit verify`, which never look at this file. Such a writer gains no more than that time: a line that was
/// changed does not fit the lines after it, and a trail written anew does not fit the heads that the carrier knows.
struct CheckedTrail
{
    MerkleTree tree;
    qint64 position = 0;                  ///< bytes of the trail that are in the tree: all of them
    std::chrono::milliseconds wholeAt{0}; ///< when all was checked the last time, by uptime()

    /// What stands beside @p trail, where it fits. With the trail's lock.
    static std::optional<CheckedTrail> load(const QFile& trail);
    /// Best effort: without it the next start checks all. Not synchronised to the disk, for after a power cut it counts no
    /// more. With the trail's lock.
    void save(const QFile& trail) const;

    /// So long, then all is checked at the next opening.
    static constexpr std::chrono::hours BetweenWholeChecks{24};
};

} // namespace chinhchu::app
