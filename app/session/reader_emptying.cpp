#include "app/session/reader_emptying.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace chinhchu::app {

namespace {

bool isEmpty(const Result<std::vector<nfc::ReaderInfo>>& readers, const std::string& name)
{
    return !readers || std::ranges::none_of(*readers, [&](const nfc::ReaderInfo& each) {
        return each.cardPresent && (name.empty() || each.name == name);
    });
}

/// Ends early when stopped.
void rest(std::chrono::milliseconds pause, std::stop_token stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    never.wait_for(lock, std::move(stop), pause, [] { return false; });
}

} // namespace

Result<void> awaitEmptyReader(const std::function<Result<std::vector<nfc::ReaderInfo>>()>& list,
                              const std::string& readerName, std::chrono::milliseconds patience, std::stop_token stop,
                              std::chrono::milliseconds pause)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!isEmpty(list(), readerName)) {
        if (stop.stop_requested()) {
            return fail(FailureCode::Cancelled);
        }
        if (std::chrono::steady_clock::now() >= end) {
            return fail(FailureCode::CardNotPresent, "the other card is still on the reader");
        }
        rest(pause, stop);
    }
    return {};
}

} // namespace chinhchu::app
