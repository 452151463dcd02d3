#pragma once

#include "app/audit/audit_trail.h"
#include "app/outbox/outbox.h"
#include "app/settings/task_thread.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace chinhchu::app {

/// The queue and the trail as a session uses them: everything that waits for the disk is done in a thread of its own, in the
/// order in which it was asked for, and ends also when the person has left meanwhile. A window never waits.
///
/// Callbacks come in the thread of this object, and not any more when it is destroyed.
class OutboxDesk : public QObject
{
    Q_OBJECT

public:
    /// Opens the queue, called in the desk's thread once.
    using Open = std::function<Result<std::shared_ptr<Outbox>>()>;

    /// @p trail may be null: nothing is written down.
    OutboxDesk(Open open, std::shared_ptr<AuditTrail> trail, QObject* parent = nullptr);
    /// Does what it was asked for before.
    ~OutboxDesk() override;

    /// A line for the trail on which nothing depends.
    void note(const AuditEvent& event);

    /// Puts what @p seal gives into the queue, after the trail was told of it: nothing is sealed that it does not know.
    /// @p seal runs in the desk's thread. STORAGE_FAILED, and what @p seal fails with; `isTold` also then, so that another
    /// try does not tell it twice.
    struct Kept
    {
        bool isTold = false;
        Result<void> isSafe;
    };
    void keep(const QString& bindingId, std::vector<AuditEvent> first, std::function<Result<QByteArray>()> seal,
              std::function<void(const Kept&)> done);

    /// Tries what is in the queue now, and writes down what came of it before it answers. A receipt says received or
    /// verified; a refusal, at once or after the carrier's checks, is CARRIER_REFUSED with the carrier's codes in the detail.
    /// Everything else stays in the queue. @p carrier belongs to the thread of this object.
    void deliver(const QString& bindingId, CarrierClient& carrier, std::function<void(Result<BindingReceipt>)> done);

    /// What the carrier decided later about a binding that was delivered. What the queue knows already changes nothing.
    void decided(const BindingReceipt& receipt);

    /// Returns when all of it is on the disk: for those who read it by another way.
    void wait();

private:
    using Done = std::function<void(Result<BindingReceipt>)>;
    Result<Outbox*> outbox();
    Result<void> tell(const std::vector<AuditEvent>& events);
    void tellOutcomes();
    Result<BindingReceipt> write(const QString& bindingId, Result<BindingReceipt> said);
    void send(const QString& bindingId, const QByteArray& sealed, CarrierClient& carrier, Done done);
    void answer(Done done, Result<BindingReceipt> result);

    const Open m_open;
    const std::shared_ptr<AuditTrail> m_trail;
    std::shared_ptr<Outbox> m_outbox; ///< of the desk's thread
    std::unique_ptr<TaskThread> m_thread;
};

} // namespace chinhchu::app
