#include "app/audit/audit_trail.h"

#include "app/audit/checked_trail.h"
#include "app/settings/machine_start.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

#include <sys/file.h>
#include <unistd.h>

namespace chinhchu::app {

namespace {

constexpr qint64 LongestLine = 4096;

tl::unexpected<Failure> broken(qint64 line, const char* why)
{
    return fail(FailureCode::AuditBroken, "line " + std::to_string(line + 1) + ": " + why);
}

tl::unexpected<Failure> storageFailed(const QFile& file)
{
    return fail(FailureCode::StorageFailed, "audit trail: " + file.errorString().toStdString());
}

/// Whether a tree that has grown to @p known is the one that was known.
Result<void> passes(const MerkleTree& tree, const AuditHead& known)
{
    if (known.size > 0 && tree.size() == known.size && tree.root() != known.root)
        return broken(tree.size() - 1, "the trail before it is not the one that was reported");
    return {};
}

/// One process at a time; given back by the kernel when the process dies.
class FileLock
{
public:
    explicit FileLock(const QFile& file)
        : m_descriptor(file.handle())
    {
        ::flock(m_descriptor, LOCK_EX);
    }
    ~FileLock() { ::flock(m_descriptor, LOCK_UN); }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int m_descriptor;
};

/// A line continues the tree when it knows its place and the root before it.
Result<void> continueWith(MerkleTree& tree, const QByteArray& line)
{
    const QJsonObject entry = QJsonDocument::fromJson(line).object();
    if (entry["seq"].toDouble(-1) != static_cast<double>(tree.size()))
        return broken(tree.size(), "is not the next one");
    if (entry["previous"].toString().toLatin1() != tree.root().toHex())
        return broken(tree.size(), "does not continue the lines before it");
    tree.append(line);
    return {};
}

/// Action and subject of every line from byte @p from on; of all where the trail is shorter than that.
Result<QSet<std::pair<QString, QString>>> eventsIn(const QString& trail, qint64 from)
{
    QFile file(trail);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(from > file.size() ? 0 : from))
        return fail(FailureCode::FileUnreadable, file.errorString().toStdString());
    QSet<std::pair<QString, QString>> events;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine(LongestLine + 1)).object();
        events.insert({line["action"].toString(), line["subject"].toString()});
    }
    return events;
}

QByteArray lineFor(const AuditEvent& event, const MerkleTree& tree)
{
    return QJsonDocument(QJsonObject{{"seq", tree.size()},
                                     {"at", QDateTime::currentDateTime()
                                                .toOffsetFromUtc(QDateTime::currentDateTime().offsetFromUtc())
                                                .toString(Qt::ISODateWithMs)},
                                     {"actor", event.actor},
                                     {"action", event.action},
                                     {"subject", event.subject},
                                     {"previous", QString::fromLatin1(tree.root().toHex())}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

AuditTrail::AuditTrail(const QString& file)
    : m_file(file)
{
}

Result<std::unique_ptr<AuditTrail>> AuditTrail::open(const QString& file)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    std::unique_ptr<AuditTrail> trail(new AuditTrail(file));
    if (!trail->m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        return storageFailed(trail->m_file);
    const FileLock lock(trail->m_file);
    trail->makePrivate();
    if (!trail->takeWhatWasChecked()) {
        if (auto ready = trail->readyToWrite(); !ready)
            return tl::unexpected(ready.error());
        trail->m_wholeAt = uptime();
        trail->keepWhatWasChecked();
    }
    trail->showHead();
    return trail;
}

/// Only where it is not yet: each time is a change of the file (CheckedTrail).
void AuditTrail::makePrivate()
{
    constexpr auto Own = QFile::ReadOwner | QFile::WriteOwner;
    if ((m_file.permissions() & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser)) != Own)
        m_file.setPermissions(Own);
}

bool AuditTrail::takeWhatWasChecked()
{
    const auto kept = AuditHead::keptBeside(m_file.fileName());
    auto checked = CheckedTrail::load(m_file);
    if (!kept || !checked || checked->tree.size() != kept->size || checked->tree.root() != kept->root)
        return false;
    m_tree = std::move(checked->tree);
    m_position = checked->position;
    m_wholeAt = checked->wholeAt;
    return true;
}

void AuditTrail::keepWhatWasChecked() const
{
    CheckedTrail{m_tree, m_position, m_wholeAt}.save(m_file);
}

Result<qint64> AuditTrail::catchUp()
{
    const auto kept = AuditHead::keptBeside(m_file.fileName());
    if (!kept)
        return tl::unexpected(kept.error());
    // The same file, but buffered: without that a line is read byte by byte, and a year's trail for half a minute.
    QFile lines;
    if (!lines.open(::dup(m_file.handle()), QIODevice::ReadOnly, QFileDevice::AutoCloseHandle) ||
        !lines.seek(m_position))
        return storageFailed(lines);
    while (true) {
        if (auto same = passes(m_tree, *kept); !same)
            return tl::unexpected(same.error());
        const QByteArray line = lines.readLine(LongestLine + 1);
        if (!line.endsWith('\n')) {
            if (line.size() >= LongestLine)
                return broken(m_tree.size(), "is too long");
            if (m_tree.size() < kept->size)
                return broken(m_tree.size(), "is missing, though it was written");
            return line.size();
        }
        if (auto appended = continueWith(m_tree, line.chopped(1)); !appended)
            return tl::unexpected(appended.error());
        m_position += line.size();
        ++m_linesChecked;
    }
}

AuditHead AuditTrail::head() const
{
    const std::lock_guard turn(m_headTurn);
    return m_head;
}

void AuditTrail::showHead()
{
    const std::lock_guard turn(m_headTurn);
    m_head = {m_tree.size(), m_tree.root()};
}

Result<void> AuditTrail::record(const AuditEvent& event)
{
    const std::lock_guard turn(m_turn);
    const FileLock lock(m_file);
    if (auto ready = readyToWrite(); !ready)
        return ready;
    return append({event});
}

Result<qint64> AuditTrail::recordMissing(const std::vector<AuditEvent>& events, qint64 from)
{
    const std::lock_guard turn(m_turn);
    const FileLock lock(m_file);
    if (auto ready = readyToWrite(); !ready)
        return tl::unexpected(ready.error());
    const auto there = eventsIn(m_file.fileName(), from);
    if (!there)
        return tl::unexpected(there.error());
    std::vector<AuditEvent> missing;
    std::ranges::copy_if(events, std::back_inserter(missing),
                         [&](const AuditEvent& each) { return !there->contains({each.action, each.subject}); });
    if (auto written = append(missing); !written)
        return tl::unexpected(written.error());
    return m_position;
}

Result<void> AuditTrail::readyToWrite()
{
    const auto unfinished = catchUp(); // what other processes wrote meanwhile
    if (!unfinished)
        return tl::unexpected(unfinished.error());
    if (*unfinished > 0 && !m_file.resize(m_position))
        return storageFailed(m_file);
    return {};
}

Result<void> AuditTrail::append(const std::vector<AuditEvent>& events)
{
    if (events.empty())
        return {};
    MerkleTree tree = m_tree;
    QByteArray lines;
    for (const AuditEvent& event : events) {
        const QByteArray line = lineFor(event, tree);
        if (line.size() >= LongestLine)
            return fail(FailureCode::StorageFailed, "audit trail: event too long");
        tree.append(line);
        lines += line + '\n';
    }
    if (m_file.write(lines) != lines.size() || ::fdatasync(m_file.handle()) != 0) {
        m_file.resize(m_position);
        return storageFailed(m_file);
    }
    m_position += lines.size();
    m_tree = std::move(tree);
    // After the line: a power cut between the two leaves a trail that has passed the head, never one that has not.
    if (auto kept = AuditHead{m_tree.size(), m_tree.root()}.keepBeside(m_file.fileName()); !kept)
        return kept;
    keepWhatWasChecked();
    showHead();
    return {};
}

Result<AuditHead> AuditTrail::verify(const QString& file, const AuditHead& known)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return fail(FailureCode::FileUnreadable, source.errorString().toStdString());
    const auto kept = AuditHead::keptBeside(file);
    if (!kept)
        return tl::unexpected(kept.error());
    MerkleTree tree;
    while (true) {
        for (const AuditHead& head : {known, *kept})
            if (auto same = passes(tree, head); !same)
                return tl::unexpected(same.error());
        const QByteArray line = source.readLine(LongestLine + 1);
        if (line.isEmpty())
            break;
        if (!line.endsWith('\n'))
            return broken(tree.size(), "is not finished");
        if (auto appended = continueWith(tree, line.chopped(1)); !appended)
            return tl::unexpected(appended.error());
    }
    if (tree.size() < known.size)
        return broken(tree.size(), "is missing, though it was reported");
    if (tree.size() < kept->size)
        return broken(tree.size(), "is missing, though it was written");
    return AuditHead{tree.size(), tree.root()};
}

} // namespace chinhchu::app
