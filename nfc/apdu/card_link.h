#pragma once

#include "nfc/apdu/secure_messaging.h"
#include "nfc/apdu/time_limits.h"
#include "nfc/pcsc/apdu_channel.h"

#include <optional>
#include <stop_token>

namespace chinhchu::nfc {

/// Commands to one card: encodes them, protects them while a secure channel is open, counts them and gives up as soon
/// as the caller wants to stop or the time for the whole read is over.
class CardLink
{
public:
    CardLink(ApduChannel& channel, std::stop_token stop, Deadline deadline = Deadline())
        : m_channel(channel)
        , m_stop(std::move(stop))
        , m_deadline(std::move(deadline))
    {
    }

    /// Every status word is a Response; a Failure is a broken transport, a broken channel, CANCELLED or CARD_TOO_SLOW.
    Result<Response> exchange(const Command& command, bool forceExtended = false);

    /// From now on every command is protected.
    void openSecureChannel(SecureMessaging messaging) { m_messaging.emplace(std::move(messaging)); }
    void closeSecureChannel() { m_messaging.reset(); }
    /// Nullptr while nothing is protected.
    [[nodiscard]] const SecureMessaging* secureChannel() const { return m_messaging ? &*m_messaging : nullptr; }

    /// Powers the card down and up; the secure channel is gone with it.
    Result<void> reset();
    /// Waits for a lifted card; the secure channel is gone.
    Result<void> reconnect(int milliseconds);

    /// CANCELLED or CARD_TOO_SLOW if nothing more may be sent.
    [[nodiscard]] Result<void> mayGoOn() const;
    [[nodiscard]] const Deadline& deadline() const { return m_deadline; }
    [[nodiscard]] const ChannelInfo& info() const { return m_channel.info(); }
    [[nodiscard]] int exchanges() const { return m_exchanges; }

private:
    ApduChannel& m_channel;
    std::stop_token m_stop;
    Deadline m_deadline;
    std::optional<SecureMessaging> m_messaging;
    int m_exchanges = 0;
};

} // namespace chinhchu::nfc
