#include "app/outbox/sqlite_outbox.h"
#include "app/outbox/sqlite_words.h"

#include <QRandomGenerator>

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
    auto done = m_database.transaction(steps);
    m_together = false;
    m_checkpointer.wake();
    return done;
}

Result<void> SqliteOutbox::markDelivered(const BindingReceipt& receipt)
{
    return together([&]() -> Result<void> {
        auto updated = m_database.run(
            "UPDATE binding SET state = ?, receipt_number = ?, received = ?, verdict = ?, last_error = '',"
            " attempts = attempts + 1 WHERE id = ?",
            {int(State::Delivered), receipt.receiptNumber, receipt.receivedAt.toMSecsSinceEpoch(), int(receipt.state),
             receipt.bindingId});
        if (!updated)
            return nothing(updated);
        if (updated->numRowsAffected() != 1)
            return storageFailed(receipt.bindingId, "is not here");
        return nothing(m_database.run("DELETE FROM evidence WHERE seq = (SELECT seq FROM binding WHERE id = ?)",
                                      {receipt.bindingId}));
    });
}

Result<void> SqliteOutbox::markDecided(const BindingReceipt& receipt)
{
    const bool refused = receipt.state == BindingReceipt::State::Refused;
    return nothing(m_database.run(
        "UPDATE binding SET state = ?, verdict = ?, last_error = ? WHERE id = ? AND state = ?",
        {int(refused ? State::Refused : State::Delivered), int(receipt.state),
         refused ? receipt.reasons.join(u',') : QStringLiteral(""), receipt.bindingId, int(State::Delivered)}));
}

Result<void> SqliteOutbox::markRefused(const QString& bindingId, const QString& reason)
{
    return nothing(m_database.run("UPDATE binding SET state = ?, last_error = ?, attempts = attempts + 1"
                                  " WHERE id = ? AND state <> ?",
                                  {int(State::Refused), reason, bindingId, int(State::Delivered)}));
}

Result<void> SqliteOutbox::markFailed(const QString& bindingId, const Failure& failure)
{
    return together([&]() -> Result<void> {
        auto row = m_database.run("SELECT attempts FROM binding WHERE id = ?", {bindingId});
        if (!row)
            return nothing(row);
        if (!row->next())
            return storageFailed(bindingId, "is not here");
        const int attempts = row->value(0).toInt() + 1;
        row->finish();
        const auto delay = m_schedule.delay(attempts, QRandomGenerator::system()->generateDouble());
        return nothing(m_database.run(
            "UPDATE binding SET attempts = ?, next_attempt = ?, last_error = ? WHERE id = ? AND state = ?",
            {attempts, millisecondsNow() + qint64(delay.count()), errorText(failure), bindingId, int(State::Waiting)}));
    });
}

} // namespace chinhchu::app
