#include "app/outbox/outbox_desk.h"

#include "app/outbox/written_answer.h"

#include <QPointer>

namespace chinhchu::app {

OutboxDesk::OutboxDesk(Open open, std::shared_ptr<AuditTrail> trail, QObject* parent)
    : QObject(parent)
    , m_open(std::move(open))
    , m_trail(std::move(trail))
    , m_thread(std::make_unique<TaskThread>(QStringLiteral("outbox")))
{
}

OutboxDesk::~OutboxDesk()
{
    m_thread->post([this] { m_outbox.reset(); });
    m_thread.reset();
}

void OutboxDesk::note(const AuditEvent& event)
{
    m_thread->post([this, event] { static_cast<void>(tell({event})); });
}

void OutboxDesk::keep(const QString& bindingId, std::vector<AuditEvent> first, std::function<Result<QByteArray>()> seal,
                      std::function<void(const Kept&)> done)
{
    m_thread->post([this, bindingId, first = std::move(first), seal = std::move(seal), done = std::move(done)]() mutable {
        Kept kept{false, tell(first)};
        kept.isTold = kept.isSafe.has_value();
        if (kept.isTold) {
            const Result<QByteArray> sealed = seal();
            const Result<Outbox*> queue = outbox();
            kept.isSafe = !sealed  ? tl::unexpected(sealed.error())
                          : !queue ? tl::unexpected(queue.error())
                                   : (*queue)->enqueue(bindingId, *sealed);
        }
        QMetaObject::invokeMethod(this, [done = std::move(done), kept] { done(kept); }, Qt::QueuedConnection);
    });
}

void OutboxDesk::deliver(const QString& bindingId, CarrierClient& carrier, Done done)
{
    m_thread->post([this, bindingId, carrier = QPointer(&carrier), done = std::move(done)]() mutable {
        const Result<Outbox*> queue = outbox();
        if (!queue)
            return answer(std::move(done), tl::unexpected(queue.error()));
        const Result<QByteArray> sealed = (*queue)->sealedEvidence(bindingId);
        if (!sealed)
            return answer(std::move(done), deliveredMeanwhile(**queue, bindingId, sealed.error()));
        QMetaObject::invokeMethod(
            this,
            [this, bindingId, sealed = *sealed, carrier, done = std::move(done)]() mutable {
                if (carrier)
                    send(bindingId, sealed, *carrier, std::move(done));
            },
            Qt::QueuedConnection);
    });
}

void OutboxDesk::send(const QString& bindingId, const QByteArray& sealed, CarrierClient& carrier, Done done)
{
    carrier.submitBinding(
        bindingId, sealed, [self = QPointer(this), bindingId, done = std::move(done)](Result<BindingReceipt> said) {
            if (!self)
                return;
            self->m_thread->post([desk = self.data(), bindingId, said = std::move(said), done]() mutable {
                desk->answer(std::move(done), desk->write(bindingId, std::move(said)));
            });
        });
}

void OutboxDesk::answer(Done done, Result<BindingReceipt> result)
{
    QMetaObject::invokeMethod(
        this, [done = std::move(done), result = std::move(result)]() mutable { done(std::move(result)); },
        Qt::QueuedConnection);
}

void OutboxDesk::decided(const BindingReceipt& receipt)
{
    m_thread->post([this, receipt] {
        if (const Result<Outbox*> queue = outbox(); queue && (*queue)->markDecided(receipt))
            tellOutcomes();
    });
}

void OutboxDesk::wait()
{
    m_thread->wait();
}

Result<Outbox*> OutboxDesk::outbox()
{
    if (!m_outbox) {
        auto opened = m_open ? m_open() : fail(FailureCode::StorageFailed, "no outbox");
        if (!opened)
            return tl::unexpected(opened.error());
        m_outbox = *std::move(opened);
    }
    return m_outbox.get();
}

Result<void> OutboxDesk::tell(const std::vector<AuditEvent>& events)
{
    for (const AuditEvent& each : events)
        if (Result<void> told = m_trail ? m_trail->record(each) : Result<void>(); !told)
            return told;
    return {};
}

Result<BindingReceipt> OutboxDesk::write(const QString& bindingId, Result<BindingReceipt> said)
{
    const Result<Outbox*> queue = outbox();
    if (!queue)
        return tl::unexpected(queue.error());
    auto written = writeAnswer(**queue, bindingId, std::move(said));
    tellOutcomes();
    return written;
}

/// That the trail cannot be written to loses nothing: the queue remembers what it is still to be told.
void OutboxDesk::tellOutcomes()
{
    if (m_trail)
        static_cast<void>(app::tellOutcomes(*m_outbox, *m_trail));
}

} // namespace chinhchu::app
