#include "tests/app/session/kit/removable_card.h"

namespace counter {

using namespace chinhchu;

struct RemovableCard::Reader
{
    Opener inner;
    std::mutex mutex;
    std::condition_variable_any changed;
    bool there = true;
    int removals = 0;

    bool await(std::chrono::milliseconds patience, const std::stop_token& stop)
    {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, stop, patience, [this] { return there; });
    }
    int removalsSoFar()
    {
        const std::scoped_lock lock(mutex);
        return removals;
    }
    void set(bool nowThere)
    {
        {
            const std::scoped_lock lock(mutex);
            removals += there && !nowThere ? 1 : 0;
            there = nowThere;
        }
        changed.notify_all();
    }
};

namespace {

/// Dead from the moment on in which its card was taken away, as a contactless one is; reconnect() finds one that is
/// back.
template <class Reader>
class RemovableChannel : public nfc::ApduChannel
{
public:
    RemovableChannel(std::shared_ptr<Reader> reader, std::unique_ptr<nfc::ApduChannel> inner)
        : m_reader(std::move(reader))
        , m_inner(std::move(inner))
        , m_removals(m_reader->removalsSoFar())
    {
    }

    Result<Bytes> transmit(ByteView command) override
    {
        if (m_reader->removalsSoFar() != m_removals)
            return fail(FailureCode::CardRemoved);
        return m_inner->transmit(command);
    }
    Result<void> reset() override { return m_inner->reset(); }
    Result<void> reconnect(int milliseconds) override
    {
        if (!m_reader->await(std::chrono::milliseconds(milliseconds), {}))
            return fail(FailureCode::CardRemoved);
        m_removals = m_reader->removalsSoFar();
        return m_inner->reconnect(milliseconds);
    }
    [[nodiscard]] const nfc::ChannelInfo& info() const override { return m_inner->info(); }

private:
    std::shared_ptr<Reader> m_reader;
    std::unique_ptr<nfc::ApduChannel> m_inner;
    int m_removals;
};

} // namespace

RemovableCard::RemovableCard(Opener inner)
    : m_reader(std::make_shared<Reader>())
{
    m_reader->inner = std::move(inner);
}

RemovableCard::~RemovableCard() = default;

RemovableCard::Opener RemovableCard::opener() const
{
    return [reader = m_reader](std::chrono::milliseconds patience,
                               const std::stop_token& stop) -> Result<std::unique_ptr<nfc::ApduChannel>> {
        if (!reader->await(patience, stop))
            return fail(stop.stop_requested() ? FailureCode::Cancelled : FailureCode::CardNotPresent);
        auto inner = reader->inner(patience, stop);
        if (!inner)
            return inner;
        return std::make_unique<RemovableChannel<Reader>>(reader, std::move(*inner));
    };
}

void RemovableCard::layDown()
{
    m_reader->set(true);
}

void RemovableCard::takeAway()
{
    m_reader->set(false);
}

bool RemovableCard::isThere() const
{
    const std::scoped_lock lock(m_reader->mutex);
    return m_reader->there;
}

} // namespace counter
