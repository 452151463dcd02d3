#pragma once

#include "nfc/pcsc/apdu_channel.h"
#include "tests/simulators/chip/lab/faulty_card.h"

namespace chinhchu::chip {

/// The simulated chip behind the reader's channel interface, without pcscd: for tests with a virtual clock, and where
/// namespaces are forbidden. Everything that takes time only moves the virtual clock.
class InProcessChannel : public nfc::ApduChannel
{
public:
    /// @p timeoutMs: how long this channel waits for an answer, as every channel must.
    explicit InProcessChannel(FaultyCard& card, double timeoutMs = 10000);

    Result<Bytes> transmit(ByteView commandApdu) override;
    Result<void> reset() override;
    Result<void> reconnect(int milliseconds) override;
    void limitWaiting(std::chrono::milliseconds limit) override { m_limitMs = static_cast<double>(limit.count()); }
    [[nodiscard]] const nfc::ChannelInfo& info() const override { return m_info; }

    [[nodiscard]] double virtualMs() const { return m_nowMs; }

private:
    FaultyCard& m_card;
    double m_timeoutMs;
    double m_limitMs = m_timeoutMs;
    double m_nowMs = 0;
    double m_backAtMs = 0; ///< the card is away until then
    bool m_away = false;
    nfc::ChannelInfo m_info;
};

} // namespace chinhchu::chip
