#pragma once

#include "app/outbox/checkpointer.h"
#include "app/outbox/database.h"
#include "app/outbox/outbox.h"
#include "app/outbox/retry_schedule.h"

namespace chinhchu::app {

/// The outbox on SQLite. Two tables, so that looking through the queue never touches the evidence itself:
///
///     binding   one row for each binding ever enqueued: state, times, attempts, receipt
///     evidence  the sealed bytes, while they are needed
class SqliteOutbox final : public Outbox
{
public:
    SqliteOutbox(Database database, const QString& file);

    /// Creates what is missing; STORAGE_FAILED for a file of a newer version.
    Result<void> migrate();
    /// Takes over every row that can still be read from a damaged queue.
    Result<void> takeOver(const QString& damagedFile);

    Result<void> checkRoom() override;
    Result<void> enqueue(const QString& bindingId, const QByteArray& sealedEvidence) override;
    Result<std::vector<Entry>> list() override;
    Result<std::vector<QString>> due(const QDateTime& now) override;
    Result<QByteArray> sealedEvidence(const QString& bindingId) override;
    Result<void> markDelivered(const BindingReceipt& receipt) override;
    Result<void> markRefused(const QString& bindingId, const QString& reason) override;
    Result<void> markFailed(const QString& bindingId, const Failure& failure) override;

private:
    Result<void> isAlreadyHere(const QString& bindingId, const QByteArray& sealedEvidence);
    Result<void> insert(const QString& bindingId, const QByteArray& sealedEvidence);

    Database m_database;
    QString m_folder;
    RetrySchedule m_schedule;
    Checkpointer m_checkpointer;
};

} // namespace chinhchu::app
