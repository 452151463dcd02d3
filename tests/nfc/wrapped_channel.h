#pragma once

#include "nfc/pcsc/apdu_channel.h"

#include <functional>

namespace chinhchu::test {

/// A channel with somebody in between, who sees every command (counted from 1) and may change its answer.
class WrappedChannel final : public nfc::ApduChannel
{
public:
    using Change = std::function<Result<Bytes>(int index, ByteView command, Result<Bytes> answer)>;

    WrappedChannel(nfc::ApduChannel& inner, Change change)
        : m_inner(inner)
        , m_change(std::move(change))
    {
    }

    Result<Bytes> transmit(ByteView command) override
    {
        ++count;
        return m_change(count, command, m_inner.transmit(command));
    }
    Result<void> reset() override { return m_inner.reset(); }
    Result<void> reconnect(int milliseconds) override { return m_inner.reconnect(milliseconds); }
    void limitWaiting(std::chrono::milliseconds limit) override { m_inner.limitWaiting(limit); }
    [[nodiscard]] const nfc::ChannelInfo& info() const override { return m_inner.info(); }

    int count = 0;

private:
    nfc::ApduChannel& m_inner;
    Change m_change;
};

} // namespace chinhchu::test
