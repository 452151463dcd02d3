#pragma once

#include "nfc/pcsc/reader_service.h"

#include <functional>

namespace chinhchu::app {

/// Blocks; belongs on a worker thread. Waits until the child's card was taken off the reader (empty name: off every
/// reader), so that the parent's keys are never tried on it. CARD_NOT_PRESENT when @p patience is over: the card that
/// is wanted is not there. A reader that cannot be asked says so when it is opened.
Result<void> awaitEmptyReader(const std::function<Result<std::vector<nfc::ReaderInfo>>()>& list,
                              const std::string& readerName, std::chrono::milliseconds patience, std::stop_token stop,
                              std::chrono::milliseconds pause = std::chrono::milliseconds(300));

} // namespace chinhchu::app
