#pragma once

#include "app/carrier/carrier_client.h"
#include "resources/base/failure.h"

#include <QByteArray>
#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace chinhchu::app {

class AuditTrail;

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
        QString lastError;     ///< "CODE" or "CODE: what was seen"; the carrier's reasons when refused
        QString receiptNumber; ///< when delivered
        /// Delivered: what the carrier has made of it so far. Received is not yet verified.
        BindingReceipt::State verdict = BindingReceipt::State::Received;
    };

    /// What became of a queue that was found damaged when it was opened.
    struct Recovery
    {
        QString putAside;      ///< the damaged file, kept for the technician
        int takenOver = 0;     ///< waiting bindings that could still be read
        bool complete = false; ///< nothing was lost, neither a binding nor its history
    };

    /// Opens or makes the queue. What can still be read of a damaged one is taken over into a new file, which takes its
    /// place only when it is whole; the damaged file stays as FILE.damaged-TIME. Others that have the queue open go over
    /// to the new file before they read or write again.
    static Result<std::unique_ptr<Outbox>> open(const QString& file);
    virtual ~Outbox() = default;

    /// So many may wait: a village hall's month without network. From AlarmAt on `chinhchu doctor` and the staff's page say
    /// that the kiosk has to be connected soon.
    static constexpr int MostWaiting = 20000;
    static constexpr int AlarmAt = MostWaiting / 10 * 9;

    /// Whether a new session may begin: OUTBOX_FULL when too many wait already, STORAGE_FAILED when the disk is nearly
    /// full. Asked before a citizen starts, so that nobody goes through a session that cannot be kept.
    virtual Result<void> checkRoom() = 0;
    /// Returns after the bytes are safe on disk.
    virtual Result<void> enqueue(const QString& bindingId, const QByteArray& sealedEvidence) = 0;
    virtual Result<std::vector<Entry>> list() = 0;
    /// Waiting entries whose time has come (@p now), oldest first; all waiting ones when @p now is invalid.
    virtual Result<std::vector<QString>> due(const QDateTime& now) = 0;
    /// Up to @p most delivered entries that the carrier had not decided about when it was last heard, newest first:
    /// those that wait for a person for weeks must not stand before the others.
    virtual Result<std::vector<QString>> undecided(int most) = 0;
    /// How many of them there are.
    virtual Result<int> countUndecided() = 0;
    virtual Result<Entry> entry(const QString& bindingId) = 0;
    virtual Result<QByteArray> sealedEvidence(const QString& bindingId) = 0;
    virtual Result<void> markDelivered(const BindingReceipt& receipt) = 0;
    /// What the carrier decided about a delivered binding since.
    virtual Result<void> markDecided(const BindingReceipt& receipt) = 0;
    /// The carrier said no for good: kept for review.
    virtual Result<void> markRefused(const QString& bindingId, const QString& reason) = 0;
    /// What was refused waits again, once somebody has mended why: @p bindingId, or all when it is empty. Gives how many;
    /// those that the carrier refused after it had received them have no evidence here any more and stay.
    virtual Result<int> retryRefused(const QString& bindingId) = 0;
    /// Not delivered this time: counted, next attempt by full jitter, and not before the carrier's Retry-After.
    virtual Result<void> markFailed(const QString& bindingId, const Failure& failure) = 0;

    /// What of a binding the audit trail has not been told: "binding-delivered", "binding-verified", "binding-refused".
    struct Untold
    {
        QString bindingId;
        std::vector<QString> actions; ///< in the order in which they happened
    };
    /// Of every binding, oldest first; remembered on the disk from the moment on in which the outcome is.
    virtual Result<std::vector<Untold>> untold() = 0;
    /// How many bytes of the trail belong to what was told before.
    virtual Result<qint64> toldUpTo() = 0;
    /// Inside of together(), after untold(): everything that it gave is in the trail, which ends at @p upTo.
    virtual Result<void> markTold(qint64 upTo) = 0;

    /// Runs @p steps, which mark entries of this queue: all that they mark is safe on disk together, with one wait for the
    /// disk, or nothing is when they fail.
    virtual Result<void> together(const std::function<Result<void>()>& steps) = 0;

    /// Only one process at a time goes through the queue: two would send everything twice and count each other's work
    /// as waiting. False while another has the turn. Ends with giveTurnBack(), this object or the process.
    virtual Result<bool> takeTurn() = 0;
    virtual void giveTurnBack() = 0;

    /// The last time the queue was damaged and had to be made anew, until somebody has told it: never to be swallowed.
    [[nodiscard]] virtual const std::optional<Recovery>& recovery() const = 0;
    /// It stands in the audit trail.
    virtual Result<void> recoveryTold() = 0;
    /// Every time that it happened, told or not.
    virtual Result<std::vector<Recovery>> recoveries() = 0;
    /// Reads everything and compares: SQLite's own check, and for each waiting binding the evidence and its size.
    /// Gives how many were looked at; STORAGE_FAILED names the first thing that is wrong. Changes nothing.
    virtual Result<int> verify() = 0;
};

/// Writes a line into the trail for every outcome that it has not been told of, once each, whatever dies in between:
///
///     1. the outcome is in the queue, with a note that the trail is to be told      (the courier's commit)
///     2. the line is in the trail                                                   (one wait for the disk for all)
///     3. the note is gone, and the queue knows how far the trail went               (one commit for all)
///
/// Who is killed between 1 and 2 leaves the note: whoever goes through the queue next makes up for it. Between 2 and 3 the
/// line is found behind what the queue knows of the trail, and is not written again. 2 and 3 happen under the queue's
/// lock, so that two processes do not tell the same.
Result<void> tellOutcomes(Outbox& outbox, AuditTrail& trail);

/// Delivers what waits in an outbox, oldest first and a few at a time, and records what became of it. Both it is given
/// must outlive it; callbacks that are due when it is destroyed are not called.
///
/// Going through the queue, it writes down the answers of a tenth of a second together. Whoever pulls the plug in between
/// makes it send those bindings once more; the carrier knows their keys and answers with the same receipts.
class Courier : public QObject
{
    Q_OBJECT

public:
    Courier(Outbox& outbox, CarrierClient& carrier, QObject* parent = nullptr);

    /// Outcomes are told to @p trail: of a round at its begin (what somebody who was killed left), at its end and every
    /// second. Without one they are told by the next courier that has one.
    void setTrail(std::shared_ptr<AuditTrail> trail) { m_trail = std::move(trail); }

    struct Outcome
    {
        int delivered = 0;
        int refused = 0; ///< at once, or by a later decision about one delivered before
        int waiting = 0;
        int undecided = 0; ///< delivered now or before, and not yet verified by the carrier
    };

    /// Tries every waiting entry once, due or not, then asks what became of those that the carrier had not decided
    /// about; gives up when the carrier cannot be reached several times in a row. While another process does the same,
    /// it waits for its turn.
    void deliverAll(std::function<void(Result<Outcome>)> done);
    /// The same for those whose time has come, and only if it is its turn: what a kiosk does beside its work.
    void deliverDue(std::function<void(Result<Outcome>)> done);
    /// Begins nothing more; what is under way ends, and then the round. What was not begun counts as waiting.
    void stop();

private:
    struct Round;
    struct Answered;
    enum class Choice
    {
        All,
        Due
    };
    void begin(Choice choice, std::function<void(Result<Outcome>)> done);
    void start(const std::shared_ptr<Round>& round);
    void fill(const std::shared_ptr<Round>& round);
    void step(const std::shared_ptr<Round>& round);
    void send(const QString& bindingId, const std::shared_ptr<Round>& round);
    void askAbout(const QString& bindingId, const std::shared_ptr<Round>& round);
    void take(const std::shared_ptr<Round>& round, Answered answered);
    void writeDown(const std::shared_ptr<Round>& round);
    Result<void> write(Answered& answered);
    void finish(const std::shared_ptr<Round>& round);
    void tell();

    Outbox& m_outbox;
    CarrierClient& m_carrier;
    std::shared_ptr<AuditTrail> m_trail;
    QElapsedTimer m_lastTold;
    std::weak_ptr<Round> m_round;
};

} // namespace chinhchu::app
