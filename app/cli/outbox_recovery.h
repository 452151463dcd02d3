#pragma once

#include "app/cli/command.h"
#include "app/outbox/outbox.h"

namespace chinhchu::app::cli {

/// A queue that was damaged and made anew is never opened in silence: on standard error, as `damaged` in @p json, and in the
/// audit trail.
void tellRecovery(Outbox& outbox, const CommandContext& context, QJsonObject& json);

} // namespace chinhchu::app::cli
