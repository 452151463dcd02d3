#include "verification/verifier.h"

#include "store/bindings.h"
#include "store/pending_bindings.h"
#include "verification/binding_verification.h"
#include "verification/citizen_message.h"

#include <QDebug>

#include <chrono>
#include <sys/resource.h>
#include <unistd.h>

namespace chinhchu::sandbox {

namespace {

/// How much a thread claims at once, and how long this sandbox may take for that. If it needs longer, another does the same
/// work again, and only the first result counts. Comparing faces takes about a second, and longer on a busy machine.
struct Claim
{
    int bindings = 8;
    int seconds = 5;
};
constexpr Claim withoutFaces{};
constexpr Claim withFaces{1, 60};

/// What a sandbox left that died is found this much later at most, after its claim.
constexpr std::chrono::milliseconds rounds{500};

} // namespace

Verifier::Verifier(std::shared_ptr<Carrier> carrier)
    : m_carrier(std::move(carrier))
{
}

void Verifier::start(int threads)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

Verifier::~Verifier()
{
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    m_threads.clear();
}

void Verifier::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_news = true;
    }
    m_changed.notify_one();
}

void Verifier::work(const std::stop_token& stop)
{
    // On Linux a thread has a nice value of its own: whoever waits for an answer comes first.
    constexpr int niceness = 15;
    (void)setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
    while (!stop.stop_requested()) {
        bool busy = false;
        try {
            busy = verifySome();
        } catch (const std::exception& error) {
            qWarning() << "verification put off:" << error.what(); // the claim runs out, and it is tried again
        }
        if (!busy)
            rest(stop);
    }
}

void Verifier::rest(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, stop, rounds, [this] { return m_news; });
    m_news = false;
}

bool Verifier::verifySome()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Claim wish = m_carrier->faces ? withFaces : withoutFaces;
    const QStringList claimed =
        PendingBindings(m_carrier->database->here()).claim(wish.bindings, now, now.addSecs(wish.seconds));
    for (const QString& bindingId : claimed)
        verifyOne(bindingId);
    return !claimed.isEmpty();
}

void Verifier::verifyOne(const QString& bindingId)
{
    Connection& connection = m_carrier->database->here();
    const auto binding = Bindings(connection).find(bindingId);
    if (!binding)
        throw StoreError("a binding vanished");
    Verification verification = verifyBinding(*m_carrier, *binding, Bindings(connection).sealed(bindingId));
    bool decided = false;
    connection.transaction([&] {
        decided = PendingBindings(connection).finish(bindingId);
        if (!decided)
            return;
        applyDecision(connection, verification);
        Bindings(connection).decide(verification.binding);
    });
    if (decided)
        tellCitizen(connection, verification);
    qInfo().noquote() << "  " << verification.binding.receiptNumber() << verification.binding.state
                      << verification.binding.reasons.join(QLatin1Char(' '));
}

} // namespace chinhchu::sandbox
