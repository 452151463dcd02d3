#include "nfc/pcsc/pcsc_channel.h"

#include "nfc/pcsc/pcsc_connection.h"
#include "nfc/pcsc/reader_names.h"

namespace chinhchu::nfc {

namespace {

constexpr std::chrono::milliseconds connectPatience{3'000};
constexpr std::chrono::milliseconds resetPatience{5'000};

tl::unexpected<Failure> noAnswer(const char* what)
{
    return fail(FailureCode::CardNotAnswering, std::string(what) + " did not return");
}

} // namespace

PcscChannel::PcscChannel(const std::string& reader)
    : m_connection(std::make_shared<PcscConnection>(reader))
{
    m_info.name = reader;
    m_info.isVirtual = isVirtualReader(reader);
}

Result<std::unique_ptr<ApduChannel>> PcscChannel::open(const std::string& reader)
{
    auto channel = std::unique_ptr<PcscChannel>(new PcscChannel(reader));
    const auto connected = runFor<Result<void>>(channel->m_thread, connectPatience,
                                                [connection = channel->m_connection] { return connection->connect(); });
    // Connecting waits without end only for the transaction of somebody else.
    if (!connected)
        return fail(FailureCode::CardInUse, "SCardBeginTransaction did not return");
    if (!*connected)
        return tl::make_unexpected(connected->error());
    channel->m_info.atr = channel->m_connection->atr();
    channel->m_info.extendedLength = channel->m_connection->extendedLength();
    return channel;
}

Result<Bytes> PcscChannel::transmit(ByteView commandApdu)
{
    const auto answer = runFor<Result<Bytes>>(
        m_thread, m_patience, [connection = m_connection, command = Bytes(commandApdu.begin(), commandApdu.end())] {
            return connection->transmit(command);
        });
    return answer ? std::move(*answer) : noAnswer("SCardTransmit");
}

Result<void> PcscChannel::reset()
{
    const auto done =
        runFor<Result<void>>(m_thread, resetPatience, [connection = m_connection] { return connection->reset(); });
    return done ? *done : noAnswer("SCardReconnect");
}

Result<void> PcscChannel::reconnect(int milliseconds)
{
    const std::chrono::milliseconds wanted(milliseconds);
    const auto done = runFor<Result<void>>(m_thread, wanted + resetPatience, [connection = m_connection, wanted] {
        return connection->reconnect(wanted);
    });
    if (!done)
        return noAnswer("SCardConnect");
    if (*done)
        m_info.atr = m_connection->atr();
    return *done;
}

} // namespace chinhchu::nfc
