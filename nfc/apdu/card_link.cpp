#include "nfc/apdu/card_link.h"

namespace chinhchu::nfc {

Result<Response> CardLink::exchange(const Command& command, bool forceExtended)
{
    if (stopRequested())
        return fail(FailureCode::Cancelled);
    Command outer = command;
    if (m_messaging) {
        auto wrapped = m_messaging->protect(command);
        if (!wrapped)
            return tl::make_unexpected(wrapped.error());
        outer = std::move(*wrapped);
    }
    ++m_exchanges;
    const auto bytes = m_channel.transmit(encodeCommand(outer, forceExtended));
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    auto response = decodeResponse(*bytes);
    if (!response || !m_messaging)
        return response;
    return m_messaging->unprotect(*response);
}

Result<void> CardLink::reset()
{
    closeSecureChannel();
    return m_channel.reset();
}

Result<void> CardLink::reconnect(int milliseconds)
{
    closeSecureChannel();
    return m_channel.reconnect(milliseconds);
}

} // namespace chinhchu::nfc
