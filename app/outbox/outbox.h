#pragma once

#include "app/carrier/carrier_client.h"
#include "resources/base/failure.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace chinhchu::app {

/// The queue on disk: sealed evidence that waits for the carrier. What is enqueued survives a power cut; what is
/// delivered is deleted, and only its receipt stays.
class Outbox
{
public:
    enum class State
    {
        Waiting,
        Refused,
        Delivered
    };

    struct Entry
    {
        QString bindingId;
        State state = State::Waiting;
        QDateTime createdAt;
        qint64 size = 0;
        int attempts = 0;
        QDateTime nextAttempt;
        QString lastError;     ///< failure code
        QString receiptNumber; ///< when delivered
    };

    /// Opens or makes the queue. A damaged file is put aside as FILE.damaged-TIME and what can still be read of it is
    /// taken over.
    static Result<std::unique_ptr<Outbox>> open(const QString& file);
    virtual ~Outbox() = default;

    /// Whether a new session may begin: OUTBOX_FULL when too many wait already, STORAGE_FAILED when the disk is nearly
    /// full. Asked before a citizen starts, so that nobody goes through a session that cannot be kept.
    virtual Result<void> checkRoom() = 0;
    /// Returns after the bytes are safe on disk.
    virtual Result<void> enqueue(const QString& bindingId, const QByteArray& sealedEvidence) = 0;
    virtual Result<std::vector<Entry>> list() = 0;
    /// Waiting entries whose time has come (@p now), oldest first; all waiting ones when @p now is invalid.
    virtual Result<std::vector<QString>> due(const QDateTime& now) = 0;
    virtual Result<QByteArray> sealedEvidence(const QString& bindingId) = 0;
    virtual Result<void> markDelivered(const BindingReceipt& receipt) = 0;
    /// The carrier said no for good: kept for review.
    virtual Result<void> markRefused(const QString& bindingId, const QString& reason) = 0;
    /// Not delivered this time: counted, next attempt by full jitter.
    virtual Result<void> markFailed(const QString& bindingId, const Failure& failure) = 0;
};

/// Delivers what waits in an outbox, oldest first and a few at a time, and records what became of it. Both it is given
/// must outlive it; callbacks that are due when it is destroyed are not called.
class Courier : public QObject
{
    Q_OBJECT

public:
    Courier(Outbox& outbox, CarrierClient& carrier, QObject* parent = nullptr);

    struct Outcome
    {
        int delivered = 0;
        int refused = 0;
        int waiting = 0;
    };

    /// Tries one entry now. A receipt says received or verified; a refusal, at once or after the carrier's checks, is
    /// CARRIER_REFUSED with the carrier's codes in the detail. Everything else stays in the queue.
    void deliver(const QString& bindingId, std::function<void(Result<BindingReceipt>)> done);
    /// Tries every waiting entry once, due or not; gives up when the carrier cannot be reached several times in a row.
    void deliverAll(std::function<void(Result<Outcome>)> done);

private:
    struct Round;
    Result<BindingReceipt> record(const QString& bindingId, Result<BindingReceipt> answer);
    void fill(const std::shared_ptr<Round>& round);

    Outbox& m_outbox;
    CarrierClient& m_carrier;
};

} // namespace chinhchu::app
