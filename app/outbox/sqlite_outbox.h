#pragma once

#include "app/outbox/checkpointer.h"
#include "app/settings/database.h"
#include "app/outbox/outbox.h"
#include "app/outbox/retry_schedule.h"
#include "app/outbox/turn_lock.h"

namespace chinhchu::app {

/// The outbox on SQLite. Looking through the queue never touches the evidence itself:
///
///     binding   one row for each binding ever enqueued: state, times, attempts, receipt, what the trail is to be told
///     evidence  the sealed bytes, while they are needed
///     trail     one row: how far the audit trail went when it was last told something
class SqliteOutbox final : public Outbox
{
public:
    SqliteOutbox(Database database, const QString& file);

    /// Creates what is missing; STORAGE_FAILED for a file of a newer version.
    Result<void> migrate();
    /// Takes over every row that can still be read from a damaged queue.
    Result<void> takeOver(const QString& damagedFile);
    /// Reads every small row; what SQLite says about a damaged page.
    Result<void> readThrough();

    Result<void> checkRoom() override;
    Result<void> enqueue(const QString& bindingId, const QByteArray& sealedEvidence) override;
    Result<std::vector<Entry>> list() override;
    Result<std::vector<QString>> due(const QDateTime& now) override;
    Result<QByteArray> sealedEvidence(const QString& bindingId) override;
    Result<void> markDelivered(const BindingReceipt& receipt) override;
    Result<void> markRefused(const QString& bindingId, const QString& reason) override;
    Result<void> markFailed(const QString& bindingId, const Failure& failure) override;
    Result<std::vector<QString>> undecided(int most) override;
    Result<int> countUndecided() override;
    Result<Entry> entry(const QString& bindingId) override;
    Result<void> markDecided(const BindingReceipt& receipt) override;
    Result<std::vector<Untold>> untold() override;
    Result<qint64> toldUpTo() override;
    Result<void> markTold(qint64 upTo) override;
    Result<void> together(const std::function<Result<void>()>& steps) override;
    Result<bool> takeTurn() override;
    void giveTurnBack() override { m_turn.reset(); }
    [[nodiscard]] const std::optional<Recovery>& recovery() const override { return m_recovery; }
    Result<int> verify() override;

private:
    Result<void> upgrade(int found);
    Result<void> verifyRow(const Entry& entry);
    Result<void> isAlreadyHere(const QString& bindingId, const QByteArray& sealedEvidence);
    Result<void> insert(const QString& bindingId, const QByteArray& sealedEvidence);

    Database m_database;
    QString m_file;
    QString m_folder;
    std::optional<Recovery> m_recovery;
    std::unique_ptr<TurnLock> m_turn;
    bool m_together = false; ///< inside of together()
    RetrySchedule m_schedule;
    Checkpointer m_checkpointer;
};

} // namespace chinhchu::app
