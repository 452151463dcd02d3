#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <chrono>
#include <string>

namespace chinhchu::nfc {

/// What is known about the other end before the first command.
struct ChannelInfo
{
    /// Reader name as PC/SC gives it, or the name of the replayed or in-process source.
    std::string name;
    Bytes atr;
    /// "pcsc", "in-process" or "replay"; goes into `source` of every result.
    std::string source = "pcsc";
    /// A reader made of software: allowed under a demo enrolment only.
    bool isVirtual = false;
    /// What the reader says of extended length (PC/SC part 10): unknown means that one probing read decides.
    enum class ExtendedLength
    {
        Unknown,
        Supported,
        Unsupported
    } extendedLength = ExtendedLength::Unknown;
    /// The most data bytes that the reader takes in one APDU, if it says so; 0 where it does not.
    std::size_t largestData = 0;
};

/// One card in one reader: a command APDU goes in, a response APDU (data and two status bytes) comes out.
///
/// The transport is this one function, so that PC/SC, a recorded exchange and a chip inside the process are the same to
/// everything above. Implementations bound the waiting time themselves (CARD_NOT_ANSWERING) and never return fewer than
/// two bytes. Not thread safe: one thread owns a channel.
class ApduChannel
{
public:
    virtual ~ApduChannel() = default;

    /// Sends one command APDU (ISO/IEC 7816-3, short or extended) and returns the response APDU.
    virtual Result<Bytes> transmit(ByteView commandApdu) = 0;

    /// Powers the card down and up again (PC/SC: SCardReconnect with SCARD_RESET_CARD). All protocol state is gone.
    virtual Result<void> reset() = 0;

    /// After CARD_REMOVED: waits at most @p milliseconds for a card to be back on the same reader and connects to it.
    virtual Result<void> reconnect(int milliseconds) = 0;

    /// How long the following commands may take, where that is less than the channel's own bound.
    virtual void limitWaiting(std::chrono::milliseconds) {}

    [[nodiscard]] virtual const ChannelInfo& info() const = 0;
};

} // namespace chinhchu::nfc
