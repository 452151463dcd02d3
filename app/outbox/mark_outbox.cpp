#include "app/carrier/retry_after.h"
#include "app/outbox/sqlite_outbox.h"
#include "app/outbox/sqlite_words.h"

#include <QRandomGenerator>

#include <algorithm>

namespace chinhchu::app {

namespace {

/// "CODE: what was seen", short enough for a line.
QString errorText(const Failure& failure)
{
    constexpr qsizetype longest = 160;
    const auto code = codeName(failure.code);
    const QString name = QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
    return failure.detail.empty() ? name
                                  : (name + ": " + QString::fromStdString(failure.detail).simplified()).left(longest);
}

} // namespace

Result<void> SqliteOutbox::together(const std::function<Result<void>()>& steps)
{
    if (m_together)
        return steps();
    m_together = true;
    auto done = transaction(steps);
    m_together = false;
    m_checkpointer->wake();
    return done;
}

Result<void> SqliteOutbox::markDelivered(const BindingReceipt& receipt)
{
    return together([&]() -> Result<void> {
        // On the right of each "=" stands what was before.
        const int verified = receipt.state == BindingReceipt::State::Verified ? UntoldVerified : 0;
        auto updated = run(
            "UPDATE binding SET untold = untold | (CASE WHEN state = 2 THEN 0 ELSE ? END)"
            " | (CASE WHEN state = 2 AND verdict = 1 THEN 0 ELSE ? END),"
            " state = ?, receipt_number = ?, received = ?, verdict = ?, last_error = '',"
            " attempts = attempts + 1 WHERE id = ?",
            {int(UntoldDelivered), verified, int(State::Delivered), receipt.receiptNumber,
             receipt.receivedAt.toMSecsSinceEpoch(), int(receipt.state), receipt.bindingId});
        if (!updated)
            return nothing(updated);
        if (updated->numRowsAffected() != 1)
            return storageFailed(receipt.bindingId, "is not here");
        return nothing(run("DELETE FROM evidence WHERE seq = (SELECT seq FROM binding WHERE id = ?)",
                                      {receipt.bindingId}));
    });
}

Result<void> SqliteOutbox::markDecided(const BindingReceipt& receipt)
{
    const bool refused = receipt.state == BindingReceipt::State::Refused;
    const int told = refused ? UntoldRefused : receipt.state == BindingReceipt::State::Verified ? UntoldVerified : 0;
    return nothing(run(
        "UPDATE binding SET untold = untold | (CASE WHEN verdict = ? THEN 0 ELSE ? END),"
        " state = ?, verdict = ?, last_error = ? WHERE id = ? AND state = ?",
        {int(receipt.state), told, int(refused ? State::Refused : State::Delivered), int(receipt.state),
         // No reasons, joined, are a null string, which SQL takes for NULL.
         QStringLiteral("") + (refused ? receipt.reasons.join(u',') : QString()), receipt.bindingId, int(State::Delivered)}));
}

Result<void> SqliteOutbox::markRefused(const QString& bindingId, const QString& reason)
{
    return nothing(run("UPDATE binding SET untold = untold | (CASE WHEN state = 1 THEN 0 ELSE ? END),"
                       " state = ?, last_error = ?, attempts = attempts + 1 WHERE id = ? AND state <> ?",
                       {int(UntoldRefused), int(State::Refused), QStringLiteral("") + reason, bindingId, int(State::Delivered)}));
}

Result<int> SqliteOutbox::retryRefused(const QString& bindingId)
{
    auto updated = run("UPDATE binding SET state = 0, next_attempt = ?, last_error = '', verdict = 0"
                       " WHERE state = 1 AND (? = '' OR id = ?) AND seq IN (SELECT seq FROM evidence)",
                       {millisecondsNow(), bindingId.isNull() ? QStringLiteral("") : bindingId, bindingId});
    if (!updated)
        return tl::unexpected(updated.error());
    return updated->numRowsAffected();
}

Result<void> SqliteOutbox::markFailed(const QString& bindingId, const Failure& failure)
{
    return together([&]() -> Result<void> {
        auto row = run("SELECT attempts FROM binding WHERE id = ?", {bindingId});
        if (!row)
            return nothing(row);
        if (!row->next())
            return storageFailed(bindingId, "is not here");
        const int attempts = row->value(0).toInt() + 1;
        row->finish();
        // Jitter comes on top of what the carrier asks for: else all kiosks come back in the same second.
        const std::chrono::milliseconds asked = retryAfter(failure);
        const auto delay = std::min(asked + m_schedule.delay(attempts, QRandomGenerator::system()->generateDouble()),
                                    m_schedule.longest);
        return nothing(run(
            "UPDATE binding SET attempts = ?, next_attempt = ?, last_error = ? WHERE id = ? AND state = ?",
            {attempts, millisecondsNow() + qint64(delay.count()), errorText(failure), bindingId, int(State::Waiting)}));
    });
}

Result<std::vector<Outbox::Untold>> SqliteOutbox::untold()
{
    auto rows = run("SELECT id, untold FROM binding WHERE untold <> 0 ORDER BY seq");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Untold> all;
    while (rows->next()) {
        Untold& each = all.emplace_back(Untold{rows->value(0).toString(), {}});
        const int bits = rows->value(1).toInt();
        if ((bits & UntoldDelivered) != 0)
            each.actions.push_back(QStringLiteral("binding-delivered"));
        if ((bits & UntoldVerified) != 0)
            each.actions.push_back(QStringLiteral("binding-verified"));
        if ((bits & UntoldRefused) != 0)
            each.actions.push_back(QStringLiteral("binding-refused"));
    }
    if (auto read = readToTheEnd(*rows); !read)
        return tl::unexpected(read.error());
    return all;
}

Result<qint64> SqliteOutbox::toldUpTo()
{
    auto row = run("SELECT told_up_to FROM trail");
    if (!row)
        return tl::unexpected(row.error());
    return row->next() ? row->value(0).toLongLong() : 0;
}

Result<void> SqliteOutbox::markTold(qint64 upTo)
{
    if (auto told = run("UPDATE binding SET untold = 0 WHERE untold <> 0"); !told)
        return nothing(told);
    return nothing(run("UPDATE trail SET told_up_to = ?", {upTo}));
}

} // namespace chinhchu::app
