#pragma once

#include "nfc/pcsc/apdu_channel.h"
#include "nfc/pcsc/call_thread.h"

#include <memory>

namespace chinhchu::nfc {

class PcscConnection;

/// The APDU channel over PC/SC. All calls to pcscd run on a thread of their own; a card that does not answer within
/// `patience` is CARD_NOT_ANSWERING, and the channel is dead afterwards.
class PcscChannel final : public ApduChannel
{
public:
    /// Longer than any command of a citizen card takes (an RSA signature, an agreement on a large curve).
    static constexpr std::chrono::milliseconds patience{10'000};

    /// Connects to the card that lies on @p reader. CARD_IN_USE also when another program holds its transaction for
    /// long.
    static Result<std::unique_ptr<ApduChannel>> open(const std::string& reader);

    Result<Bytes> transmit(ByteView commandApdu) override;
    Result<void> reset() override;
    Result<void> reconnect(int milliseconds) override;
    [[nodiscard]] const ChannelInfo& info() const override { return m_info; }

private:
    explicit PcscChannel(const std::string& reader);

    std::shared_ptr<PcscConnection> m_connection;
    CallThread m_thread;
    ChannelInfo m_info;
};

} // namespace chinhchu::nfc
