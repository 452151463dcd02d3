#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace chinhchu::nfc {

/// A thread for calls that may never return: a card that does not answer blocks SCardTransmit for ever, and an
/// unresponsive pcscd blocks everything. One call at a time; whoever waits too long gives the thread up.
///
/// The function must own what it uses (shared pointers, copies): after a time-out it may still be running.
class CallThread
{
public:
    CallThread();
    /// Ends the thread; one that was given up is left to itself.
    ~CallThread();
    CallThread(const CallThread&) = delete;
    CallThread& operator=(const CallThread&) = delete;

    /// False if @p call did not come back within @p patience, or the thread had been given up before.
    bool run(std::function<void()> call, std::chrono::milliseconds patience);

    [[nodiscard]] bool givenUp() const { return m_givenUp; }

private:
    struct Shared;
    static void serve(const std::shared_ptr<Shared>& shared);

    std::shared_ptr<Shared> m_shared;
    bool m_givenUp = false;
};

/// Runs @p call on @p thread and hands its value back; nothing when it did not return in time.
template <class T>
std::shared_ptr<T> runFor(CallThread& thread, std::chrono::milliseconds patience, std::function<T()> call)
{
    auto box = std::make_shared<std::shared_ptr<T>>();
    const bool returned = thread.run([box, call = std::move(call)] { *box = std::make_shared<T>(call()); }, patience);
    return returned ? *box : nullptr;
}

} // namespace chinhchu::nfc
