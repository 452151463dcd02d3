#pragma once

#include "app/carrier/carrier_client.h"
#include "app/settings/carrier_policy.h"

namespace chinhchu::app {

/// When the next stage comes for a number whose owner does nothing: the carrier's own word about this number; else,
/// where it could not be asked or names a lock without a date, what its policy says of the stages (they differ between
/// the letters, so they are never constants here); a number whose phone was changed has stages of its own. Invalid: nobody
/// knows, or that day is over.
QDate nextStage(const Subscription& subscription, const LockStages& stages, bool carrierAsked, QDate today);

} // namespace chinhchu::app
