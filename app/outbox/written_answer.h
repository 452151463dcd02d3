#pragma once

#include "app/outbox/outbox.h"

namespace chinhchu::app {

/// Writes down in @p outbox what the carrier said to a submission. Gives what it means for the binding: a receipt that
/// refuses becomes CARRIER_REFUSED with the reasons; STORAGE_FAILED when it could not be written: then it is sent once more,
/// and the carrier answers with the same receipt.
Result<BindingReceipt> writeAnswer(Outbox& outbox, const QString& bindingId, Result<BindingReceipt> answer);

/// There is no evidence of @p bindingId to send, because of @p missing: the receipt of what somebody else has delivered
/// since, else @p missing.
Result<BindingReceipt> deliveredMeanwhile(Outbox& outbox, const QString& bindingId, const Failure& missing);

} // namespace chinhchu::app
