#pragma once

#include "app/audit/audit_head.h"
#include "app/audit/merkle_tree.h"
#include "resources/base/failure.h"

#include <QDateTime>
#include <QFile>
#include <QString>

#include <chrono>
#include <memory>
#include <mutex>
#include <vector>

namespace chinhchu::app {

/// Who did what to what. Never personal data: the subject is an identifier such as a binding's.
struct AuditEvent
{
    QString actor;   ///< "kiosk", or the number of a member of staff
    QString action;  ///< "session-started", "binding-sealed", "binding-delivered", "settings-changed", ...
    QString subject; ///< may be empty
};

/// An append-only file of what happened, one JSON object a line:
///
///     {"seq": 0, "at": "RFC 3339", "actor": "...", "action": "...", "subject": "...", "previous": "root before this
///     line"}
///
/// Each line holds the root of the Merkle tree of all lines before it, so that none can be changed, removed or put
/// between without all later ones. The newest head stands in FILE.head beside it, so that an end that was cut off is
/// seen at once, and the carrier learns the head with each submission, so that cutting off both is seen too. Several
/// processes may write, and several threads may share one trail.
class AuditTrail
{
public:
    /// Checks the whole trail and the head beside it; AUDIT_BROKEN names the line. The unfinished line of a power cut
    /// is taken away. A trail that was checked since the machine was started, less than a day ago, and is unchanged to the
    /// byte since then, is not read again: a kiosk starts a program after each person (checked_trail.h, and what that means
    /// for who wants to cheat).
    static Result<std::unique_ptr<AuditTrail>> open(const QString& file);

    /// Returns after the line is safe on disk.
    Result<void> record(const AuditEvent& event);
    /// Records those of @p events whose action and subject no line names from byte @p from on; all of them with one wait for
    /// the disk. Gives where the trail ends then: what is recorded so need not be looked for before that again.
    Result<qint64> recordMissing(const std::vector<AuditEvent>& events, qint64 from);
    /// Never that of a line which is still being written, and without waiting for it.
    [[nodiscard]] AuditHead head() const;
    /// How many lines of the file this object has read and checked so far; none after opening a trail that was checked before.
    [[nodiscard]] qint64 linesChecked() const { return m_linesChecked; }

    /// Reads and checks without changing anything. @p known is a head that somebody kept; the trail must have passed
    /// through it, as through the head beside it.
    static Result<AuditHead> verify(const QString& file, const AuditHead& known = {});

private:
    explicit AuditTrail(const QString& file);
    /// Takes in what is in the file beyond what is known; gives the number of bytes of an unfinished line.
    Result<qint64> catchUp();
    /// Behind what is there, after the lines of other processes. With the file's lock.
    Result<void> append(const std::vector<AuditEvent>& events);
    Result<void> readyToWrite();
    void makePrivate();
    bool takeWhatWasChecked();
    void keepWhatWasChecked() const;

    void showHead();

    std::mutex m_turn; ///< one line at a time
    mutable std::mutex m_headTurn;
    AuditHead m_head; ///< of the last line that is safe on disk
    QFile m_file;
    MerkleTree m_tree;
    qint64 m_position = 0;
    std::chrono::milliseconds m_wholeAt{0}; ///< uptime() when all of it was checked
    qint64 m_linesChecked = 0;
};

} // namespace chinhchu::app
