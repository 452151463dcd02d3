#include "app/outbox/written_answer.h"

namespace chinhchu::app {

Result<BindingReceipt> writeAnswer(Outbox& outbox, const QString& bindingId, Result<BindingReceipt> answer)
{
    Result<void> written;
    if (answer && answer->state == BindingReceipt::State::Refused) {
        const QString reasons = answer->reasons.join(u',');
        written = outbox.markRefused(bindingId, reasons);
        answer = fail(FailureCode::CarrierRefused, reasons.toStdString());
    } else if (answer) {
        written = outbox.markDelivered(*answer);
    } else if (answer.error().code == FailureCode::CarrierRefused) {
        written = outbox.markRefused(bindingId, QString::fromStdString(answer.error().detail));
    } else {
        written = outbox.markFailed(bindingId, answer.error());
    }
    if (!written)
        return tl::unexpected(written.error());
    return answer;
}

Result<BindingReceipt> deliveredMeanwhile(Outbox& outbox, const QString& bindingId, const Failure& missing)
{
    const auto entry = outbox.entry(bindingId);
    if (!entry || entry->state != Outbox::State::Delivered)
        return tl::unexpected(missing);
    return BindingReceipt{bindingId, entry->receiptNumber, entry->verdict, {}, {}};
}

} // namespace chinhchu::app
