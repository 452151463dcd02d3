#pragma once

#include "app/outbox/checkpointer.h"
#include "app/outbox/open_queue.h"
#include "app/outbox/outbox.h"
#include "app/outbox/queue_lock.h"
#include "app/outbox/retry_schedule.h"
#include "app/outbox/turn_lock.h"

namespace chinhchu::app {

/// The outbox on SQLite. Looking through the queue never touches the evidence itself:
///
///     binding   one row for each binding ever enqueued: state, times, attempts, receipt, what the trail is to be told
///     evidence  the sealed bytes, while they are needed
///     trail     one row: how far the audit trail went when it was last told something
///     recovery  what became of damaged queues before this one
class SqliteOutbox final : public Outbox
{
public:
    SqliteOutbox(const QString& file, std::unique_ptr<QueueLock> lock);

    /// Opens the file that stands under the name now.
    Result<void> reopen();

    Result<void> checkRoom() override;
    Result<void> enqueue(const QString& bindingId, const QByteArray& sealedEvidence) override;
    Result<std::vector<Entry>> list() override;
    Result<std::vector<QString>> due(const QDateTime& now) override;
    Result<QByteArray> sealedEvidence(const QString& bindingId) override;
    Result<void> markDelivered(const BindingReceipt& receipt) override;
    Result<void> markRefused(const QString& bindingId, const QString& reason) override;
    Result<void> markFailed(const QString& bindingId, const Failure& failure) override;
    Result<int> retryRefused(const QString& bindingId) override;
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
    Result<void> recoveryTold() override;
    Result<std::vector<Recovery>> recoveries() override;
    Result<int> verify() override;

private:
    Result<void> use(Result<std::unique_ptr<OpenQueue>> opened);
    Result<void> begin();
    void end();
    Result<QSqlQuery> run(const QString& statement, const QVariantList& values = {});
    Result<void> transaction(const std::function<Result<void>()>& steps);
    Result<void> store(const QString& bindingId, const QByteArray& sealedEvidence);
    Result<void> verifyRow(const Entry& entry);
    Result<void> isAlreadyHere(const QString& bindingId, const QByteArray& sealedEvidence);
    Result<void> insert(const QString& bindingId, const QByteArray& sealedEvidence);

    QString m_file;
    QString m_folder;
    std::unique_ptr<QueueLock> m_lock;
    int m_uses = 0; ///< pieces of work under way, one inside of another
    std::unique_ptr<OpenQueue> m_queue;
    std::optional<Recovery> m_recovery;
    std::unique_ptr<TurnLock> m_turn;
    bool m_together = false; ///< inside of together()
    RetrySchedule m_schedule;
    std::unique_ptr<Checkpointer> m_checkpointer;
};

} // namespace chinhchu::app
