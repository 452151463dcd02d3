#include "app/outbox/outbox.h"

#include <QPointer>

#include <optional>

namespace chinhchu::app {

namespace {

/// When so many in a row cannot be delivered, the carrier is down and the rest waits for the next round.
constexpr int EnoughFailures = 5;

/// As many as there are connections to one host (QNetworkAccessManager's own limit).
constexpr int AtATime = 6;

} // namespace

/// One way through the queue; lives as long as its callbacks.
struct Courier::Round
{
    std::vector<QString> ids;
    std::size_t next = 0;
    int underWay = 0;
    int failuresInARow = 0;
    bool filling = false;
    Outcome outcome;
    std::optional<Failure> storageFailure;
    std::function<void(Result<Outcome>)> done;

    [[nodiscard]] bool mayStartAnother() const
    {
        return next < ids.size() && underWay < AtATime && failuresInARow < EnoughFailures && !storageFailure;
    }

    void count(const Result<BindingReceipt>& answer)
    {
        --underWay;
        if (answer || answer.error().code == FailureCode::CarrierRefused) {
            ++(answer ? outcome.delivered : outcome.refused);
            failuresInARow = 0;
            return;
        }
        ++outcome.waiting;
        ++failuresInARow;
        if (answer.error().code == FailureCode::StorageFailed)
            storageFailure = answer.error();
    }

    void finish()
    {
        if (storageFailure)
            return done(tl::unexpected(*storageFailure));
        outcome.waiting += static_cast<int>(ids.size() - next);
        done(outcome);
    }
};

Courier::Courier(Outbox& outbox, CarrierClient& carrier, QObject* parent)
    : QObject(parent)
    , m_outbox(outbox)
    , m_carrier(carrier)
{
}

void Courier::deliver(const QString& bindingId, std::function<void(Result<BindingReceipt>)> done)
{
    const auto sealed = m_outbox.sealedEvidence(bindingId);
    if (!sealed)
        return done(tl::unexpected(sealed.error()));
    m_carrier.submitBinding(bindingId, *sealed,
                            [self = QPointer(this), bindingId, done = std::move(done)](Result<BindingReceipt> answer) {
                                if (self)
                                    done(self->record(bindingId, std::move(answer)));
                            });
}

Result<BindingReceipt> Courier::record(const QString& bindingId, Result<BindingReceipt> answer)
{
    Result<void> recorded;
    if (answer && answer->state == BindingReceipt::State::Refused) {
        const QString reasons = answer->reasons.join(u',');
        recorded = m_outbox.markRefused(bindingId, reasons);
        answer = fail(FailureCode::CarrierRefused, reasons.toStdString());
    } else if (answer) {
        recorded = m_outbox.markDelivered(*answer);
    } else if (answer.error().code == FailureCode::CarrierRefused) {
        recorded = m_outbox.markRefused(bindingId, QString::fromStdString(answer.error().detail));
    } else {
        recorded = m_outbox.markFailed(bindingId, answer.error());
    }
    // Delivered but not written down: it is sent once more, and the carrier answers with the same receipt.
    if (!recorded)
        return tl::unexpected(recorded.error());
    return answer;
}

void Courier::deliverAll(std::function<void(Result<Outcome>)> done)
{
    auto ids = m_outbox.due({});
    if (!ids)
        return done(tl::unexpected(ids.error()));
    auto round = std::make_shared<Round>();
    round->ids = *std::move(ids);
    round->done = std::move(done);
    fill(round);
}

void Courier::fill(const std::shared_ptr<Round>& round)
{
    // deliver() may answer before it returns; its callback must then not start a second loop inside this one.
    if (round->filling)
        return;
    round->filling = true;
    while (round->mayStartAnother()) {
        ++round->underWay;
        deliver(round->ids[round->next++], [this, round](const Result<BindingReceipt>& answer) {
            round->count(answer);
            fill(round);
        });
    }
    round->filling = false;
    if (round->underWay == 0)
        round->finish();
}

} // namespace chinhchu::app
