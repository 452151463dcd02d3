#pragma once

#include "nfc/pcsc/apdu_channel.h"
#include "nfc/pcsc/call_thread.h"

#include <algorithm>
#include <memory>

namespace chinhchu::nfc {

class PcscConnection;

/// The APDU channel over PC/SC. All calls to pcscd run on a thread of their own; a card that does not answer within
/// `patience` is CARD_NOT_ANSWERING, and the channel is dead afterwards.
class PcscChannel final : public ApduChannel
{
public:
    /// The longest that a command may take, whatever the caller allows.
    static constexpr std::chrono::milliseconds patience{10'000};

    /// Connects to the card that lies on @p reader. CARD_IN_USE also when another program holds its transaction for
    /// long.
    static Result<std::unique_ptr<ApduChannel>> open(const std::string& reader);

    Result<Bytes> transmit(ByteView commandApdu) override;
    Result<void> reset() override;
    Result<void> reconnect(int milliseconds) override;
    void limitWaiting(std::chrono::milliseconds limit) override { m_patience = std::min(limit, patience); }
    [[nodiscard]] const ChannelInfo& info() const override { return m_info; }

private:
    explicit PcscChannel(const std::string& reader);

    std::shared_ptr<PcscConnection> m_connection;
    CallThread m_thread;
    std::chrono::milliseconds m_patience = patience;
    ChannelInfo m_info;
};

} // namespace chinhchu::nfc
