#include "app/outbox/salvage.h"

#include "app/outbox/outbox.h"
#include "app/outbox/sqlite_words.h"

#include <QSqlError>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace chinhchu::app {

namespace {

/// Between rows that are known there may be others behind a damaged page; numbers are given out without gaps, so only so
/// many are tried. A number that damage has made up must not keep the kiosk busy for ever.
constexpr qint64 MostGuesses = 200000;

/// Each step waits for the disk.
constexpr std::size_t RowsAtOnce = 200;

constexpr qsizetype LongestId = 200;

/// Version 1 did not keep what the carrier decided, version 2 not what the trail was told.
constexpr int LatestColumns = 3;

/// False when a damaged page ended it.
bool scan(Database& damaged, const QString& statement, const auto& take)
{
    auto rows = damaged.run(statement);
    if (!rows)
        return false;
    while (rows->next())
        take(*rows);
    return !rows->lastError().isValid();
}

/// What the damaged queue knows of its rows, from every tree that can be read: a page that is gone in one is often whole
/// in another.
struct Traces
{
    std::set<qint64> rows;
    std::map<qint64, QString> ids; ///< from the index of ids
    bool complete = true;
};

/// From both ends: one damaged page hides only itself.
void scanBothWays(Database& damaged, const QString& statement, const QString& order, bool& complete, const auto& take)
{
    if (scan(damaged, statement + " ORDER BY " + order, take))
        return;
    complete = false;
    scan(damaged, statement + " ORDER BY " + order + " DESC", take);
}

void guessBetween(std::set<qint64>& rows)
{
    std::vector<qint64> guessed;
    qint64 before = 0, left = MostGuesses;
    for (const qint64 row : rows) {
        for (qint64 guess = before + 1; guess < row && left > 0; ++guess, --left)
            guessed.push_back(guess);
        before = row;
    }
    rows.insert(guessed.begin(), guessed.end());
}

Traces tracesIn(Database& damaged)
{
    Traces traces;
    const auto row = [&traces](const QSqlQuery& found) { traces.rows.insert(found.value(0).toLongLong()); };
    scanBothWays(damaged, "SELECT seq FROM binding NOT INDEXED", "seq", traces.complete, row);
    scanBothWays(damaged, "SELECT seq FROM evidence NOT INDEXED", "seq", traces.complete, row);
    bool allIds = true;
    scanBothWays(damaged, "SELECT seq, id FROM binding INDEXED BY sqlite_autoindex_binding_1", "id", allIds,
                 [&traces](const QSqlQuery& found) {
                     traces.rows.insert(found.value(0).toLongLong());
                     traces.ids.emplace(found.value(0).toLongLong(), found.value(1).toString());
                 });
    if (!traces.complete)
        guessBetween(traces.rows);
    return traces;
}

/// One row by its own look-up; nothing when it is not there or not readable, and then @p readable says which.
std::optional<QSqlQuery> lookUp(Database& damaged, const QString& statement, qint64 seq, bool& readable)
{
    auto row = damaged.run(statement, {seq});
    if (row && row->next())
        return *std::move(row);
    readable = row && !row->lastError().isValid();
    return std::nullopt;
}

class Salvage
{
public:
    Salvage(Database& damaged, Database& fresh)
        : m_damaged(damaged)
        , m_fresh(fresh)
        , m_traces(tracesIn(damaged))
    {
        auto version = damaged.run("PRAGMA user_version");
        const int found = version && version->next() ? version->value(0).toInt() : LatestColumns;
        m_select = QStringLiteral("SELECT id, state, created, size, attempts, next_attempt, last_error, receipt_number,"
                                  " received, %1, %2 FROM binding WHERE seq = ?")
                       .arg(found == 1 ? "0" : "verdict", found < LatestColumns ? "0" : "untold");
        m_result.complete = m_traces.complete;
    }

    Result<Salvaged> run()
    {
        auto next = m_traces.rows.begin();
        while (next != m_traces.rows.end()) {
            const auto copied = m_fresh.transaction([&]() -> Result<void> {
                for (std::size_t count = 0; count < RowsAtOnce && next != m_traces.rows.end(); ++count, ++next)
                    if (auto kept = copy(*next); !kept)
                        return kept;
                return {};
            });
            if (!copied)
                return tl::unexpected(copied.error());
            if (auto moved = m_fresh.run("PRAGMA wal_checkpoint(TRUNCATE)"); !moved)
                return tl::unexpected(moved.error());
        }
        if (auto kept = copyRecoveries(); !kept)
            return tl::unexpected(kept.error());
        return m_result;
    }

private:
    Result<void> copy(qint64 seq)
    {
        bool rowReadable = true, evidenceReadable = true;
        const auto row = lookUp(m_damaged, m_select, seq, rowReadable);
        const auto stored = lookUp(m_damaged, "SELECT sealed FROM evidence WHERE seq = ?", seq, evidenceReadable);
        const QByteArray sealed = stored ? stored->value(0).toByteArray() : QByteArray();
        const auto id = m_traces.ids.find(seq);
        if (!rowReadable || !evidenceReadable)
            m_result.complete = false;
        QVariantList values;
        if (row) {
            for (int column = 0; column < 11; ++column)
                values.append(row->value(column));
        } else if (!sealed.isEmpty() && id != m_traces.ids.end()) {
            // Its own page is gone, the index knows its name. Sent twice is harmless (the key is the same), lost is not.
            values = {id->second, int(Outbox::State::Waiting), millisecondsNow(), qint64(sealed.size()), 0,
                      millisecondsNow(), "", "", {}, 0, 0};
        }
        if (!isSound(values) || (values[1].toInt() != int(Outbox::State::Delivered) && sealed.isEmpty())) {
            m_result.complete = m_result.complete && values.isEmpty() && !stored;
            return {};
        }
        return insert(values, sealed);
    }

    static bool isSound(const QVariantList& values)
    {
        return !values.isEmpty() && !values[0].toString().isEmpty() && values[0].toString().size() <= LongestId &&
               values[1].toInt() >= int(Outbox::State::Waiting) && values[1].toInt() <= int(Outbox::State::Delivered);
    }

    /// Under a new number: an old one that damage has made up would be the last that there is.
    Result<void> insert(const QVariantList& values, const QByteArray& sealed)
    {
        auto row = m_fresh.run("INSERT OR IGNORE INTO binding (id, state, created, size, attempts, next_attempt, last_error,"
                               " receipt_number, received, verdict, untold) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                               values);
        if (!row)
            return nothing(row);
        if (row->numRowsAffected() != 1) {
            m_result.complete = false; // the same name twice, or not what a row must be
            return {};
        }
        m_result.waiting += values[1].toInt() == int(Outbox::State::Waiting) ? 1 : 0;
        if (values[1].toInt() == int(Outbox::State::Delivered))
            return {};
        return nothing(
            m_fresh.run("INSERT INTO evidence (seq, sealed) VALUES (?, ?)", {row->lastInsertId(), sealed}));
    }

    /// What became of queues before this one, and how far the trail was told; best effort: the trail is looked through from
    /// its beginning where that is not known.
    Result<void> copyRecoveries()
    {
        std::vector<QVariantList> found;
        scan(m_damaged, "SELECT aside, taken_over, complete, told FROM recovery", [&found](const QSqlQuery& row) {
            found.push_back({row.value(0), row.value(1), row.value(2), row.value(3)});
        });
        scan(m_damaged, "SELECT max(told_up_to) FROM trail", [this](const QSqlQuery& row) {
            static_cast<void>(m_fresh.run("UPDATE trail SET told_up_to = ?", {row.value(0).toLongLong()}));
        });
        for (const QVariantList& each : found)
            if (auto kept = m_fresh.run("INSERT OR IGNORE INTO recovery VALUES (?, ?, ?, ?)", each); !kept)
                return nothing(kept);
        return {};
    }

    Database& m_damaged;
    Database& m_fresh;
    const Traces m_traces;
    QString m_select;
    Salvaged m_result;
};

} // namespace

Result<Salvaged> salvage(Database& damaged, Database& fresh)
{
    return Salvage(damaged, fresh).run();
}

} // namespace chinhchu::app
