#include "nfc/apdu/card_link.h"

namespace chinhchu::nfc {

Result<void> CardLink::mayGoOn() const
{
    if (m_stop.stop_requested())
        return fail(FailureCode::Cancelled);
    if (m_deadline.passed())
        return fail(FailureCode::CardTooSlow, std::to_string(m_exchanges) + " commands in " +
                                                  std::to_string(m_deadline.limits().wholeRead.count()) + " ms");
    return {};
}

Result<Response> CardLink::exchange(const Command& command, bool forceExtended)
{
    if (const auto allowed = mayGoOn(); !allowed)
        return tl::make_unexpected(allowed.error());
    Command outer = command;
    if (m_messaging) {
        auto wrapped = m_messaging->protect(command);
        if (!wrapped)
            return tl::make_unexpected(wrapped.error());
        outer = std::move(*wrapped);
    }
    ++m_exchanges;
    m_channel.limitWaiting(m_deadline.forOneCommand());
    const auto bytes = m_channel.transmit(encodeCommand(outer, forceExtended));
    if (!bytes) {
        // The last command was cut short by the end of the whole read: that is what happened.
        const auto allowed = mayGoOn();
        return tl::make_unexpected(allowed ? bytes.error() : allowed.error());
    }
    auto response = decodeResponse(*bytes);
    if (!response || !m_messaging)
        return response;
    return m_messaging->unprotect(*response);
}

Result<void> CardLink::reset()
{
    closeSecureChannel();
    return mayGoOn().and_then([this] { return m_channel.reset(); });
}

Result<void> CardLink::reconnect(int milliseconds)
{
    closeSecureChannel();
    return mayGoOn().and_then([&] { return m_channel.reconnect(milliseconds); });
}

} // namespace chinhchu::nfc
