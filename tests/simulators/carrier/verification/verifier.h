#pragma once

#include "carrier.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace chinhchu::sandbox {

/// Makes the checks of bindings that were received without them, on threads that give way to those that answer. Works
/// through what other sandboxes on the same database left, too: the list is in the database, not here.
class Verifier
{
public:
    explicit Verifier(std::shared_ptr<Carrier> carrier);
    ~Verifier();

    /// From here on it verifies.
    void start(int threads);

    /// There is something new on the list.
    void wake();

private:
    void work(const std::stop_token& stop);
    void rest(const std::stop_token& stop);
    /// False when nothing was to be done.
    bool verifySome();
    void verifyOne(const QString& bindingId);

    std::shared_ptr<Carrier> m_carrier;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_news = false;
    std::vector<std::jthread> m_threads;
};

} // namespace chinhchu::sandbox
