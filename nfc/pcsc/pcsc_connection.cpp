#include "nfc/pcsc/pcsc_connection.h"

#include "nfc/pcsc/pcsc_error.h"

#include <reader.h>

#include <algorithm>
#include <array>
#include <optional>
#include <thread>

namespace chinhchu::nfc {

namespace {

/// Looks up @p tag among one-byte-tag, one-byte-length objects with a 4-byte value (PC/SC part 10, 2.2 and 2.6.14).
std::optional<ByteView> findObject(ByteView list, std::uint8_t tag)
{
    while (list.size() >= 2 && list.size() - 2 >= list[1]) {
        const ByteView value = list.subspan(2, list[1]);
        if (list[0] == tag)
            return value;
        list = list.subspan(2 + value.size());
    }
    return std::nullopt;
}

std::optional<Bytes> control(SCARDHANDLE card, DWORD code)
{
    Bytes answer(MAX_BUFFER_SIZE);
    DWORD size = 0;
    if (SCardControl(card, code, nullptr, 0, answer.data(), static_cast<DWORD>(answer.size()), &size) !=
        SCARD_S_SUCCESS)
        return std::nullopt;
    answer.resize(std::min<std::size_t>(size, answer.size()));
    return answer;
}

} // namespace

ChannelInfo::ExtendedLength askForExtendedLength(SCARDHANDLE card)
{
    using enum ChannelInfo::ExtendedLength;
    const auto features = control(card, CM_IOCTL_GET_FEATURE_REQUEST);
    if (!features)
        return Unknown;
    const auto code = findObject(*features, FEATURE_GET_TLV_PROPERTIES);
    if (!code || code->size() != 4)
        return Unknown;
    const DWORD request = static_cast<DWORD>((*code)[0]) << 24 | (*code)[1] << 16 | (*code)[2] << 8 | (*code)[3];
    const auto properties = control(card, request);
    const auto largest = properties ? findObject(*properties, PCSCv2_PART10_PROPERTY_dwMaxAPDUDataSize) : std::nullopt;
    if (!largest || largest->size() != 4)
        return Unknown;
    // Little endian; 0 means short APDUs only.
    const bool isExtended = (*largest)[1] != 0 || (*largest)[2] != 0 || (*largest)[3] != 0;
    return isExtended ? Supported : Unsupported;
}

PcscConnection::~PcscConnection()
{
    // Power down, so that the next reader of this card starts from nothing.
    disconnect(SCARD_RESET_CARD);
}

void PcscConnection::disconnect(DWORD disposition)
{
    if (m_inTransaction)
        SCardEndTransaction(m_card, SCARD_LEAVE_CARD);
    if (m_connected)
        SCardDisconnect(m_card, disposition);
    m_inTransaction = false;
    m_connected = false;
}

Result<void> PcscConnection::connect()
{
    if (const auto established = m_context.establish(); !established)
        return established;
    const LONG code = SCardConnect(m_context.handle(), m_reader.c_str(), SCARD_SHARE_SHARED,
                                   SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &m_card, &m_protocol);
    if (code != SCARD_S_SUCCESS)
        return pcscFailure("SCardConnect", code);
    m_connected = true;
    m_absentSince.reset();
    readAtr();
    if (m_extendedLength == ChannelInfo::ExtendedLength::Unknown)
        m_extendedLength = askForExtendedLength(m_card);
    return beginTransaction();
}

Result<void> PcscConnection::beginTransaction()
{
    const LONG code = SCardBeginTransaction(m_card);
    if (code != SCARD_S_SUCCESS)
        return pcscFailure("SCardBeginTransaction", code);
    m_inTransaction = true;
    return {};
}

void PcscConnection::readAtr()
{
    std::array<std::uint8_t, MAX_ATR_SIZE> atr{};
    DWORD atrBytes = atr.size();
    DWORD nameBytes = 0;
    DWORD state = 0;
    DWORD protocol = 0;
    if (SCardStatus(m_card, nullptr, &nameBytes, &state, &protocol, atr.data(), &atrBytes) == SCARD_S_SUCCESS)
        m_atr.assign(atr.begin(), atr.begin() + std::min<std::size_t>(atrBytes, atr.size()));
}

Result<Bytes> PcscConnection::transmit(ByteView command)
{
    if (!m_connected)
        return fail(FailureCode::CardRemoved, "not connected");
    const SCARD_IO_REQUEST* header = m_protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    Bytes answer(MAX_BUFFER_SIZE_EXTENDED);
    auto size = static_cast<DWORD>(answer.size());
    const LONG code = SCardTransmit(m_card, header, command.data(), static_cast<DWORD>(command.size()), nullptr,
                                    answer.data(), &size);
    if (code != SCARD_S_SUCCESS)
        return pcscFailure("SCardTransmit", code);
    // A card that is lifted in the middle of an answer is a success of 0 bytes.
    if (size < 2)
        return fail(FailureCode::CardRemoved, "SCardTransmit: answer of " + std::to_string(size) + " bytes");
    answer.resize(size);
    return answer;
}

Result<void> PcscConnection::reset()
{
    if (!m_connected)
        return fail(FailureCode::CardRemoved, "not connected");
    if (m_inTransaction)
        SCardEndTransaction(m_card, SCARD_LEAVE_CARD);
    m_inTransaction = false;
    const LONG code = SCardReconnect(m_card, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1,
                                     SCARD_RESET_CARD, &m_protocol);
    if (code != SCARD_S_SUCCESS)
        return pcscFailure("SCardReconnect", code);
    return beginTransaction();
}

void PcscConnection::lookAgainAfterAWhile(FailureCode why)
{
    const auto now = std::chrono::steady_clock::now();
    if (why != FailureCode::CardNotPresent)
        m_absentSince.reset();
    else if (!m_absentSince)
        m_absentSince = now;
    else if (now - *m_absentSince >= absenceToDoubt) {
        m_absentSince = now;
        if (m_context.lookAgain(m_reader))
            std::this_thread::sleep_for(nextLook);
    }
}

Result<void> PcscConnection::reconnect(std::chrono::milliseconds patience)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    disconnect(SCARD_LEAVE_CARD); // a reset of a card that is gone would confuse pcscd, see lookAgain()
    while (true) {
        // Back before pcscd looked, the card counts as the powered one of before, which it is not.
        const auto connected = connect().and_then([this] { return reset(); });
        if (connected || connected.error().code == FailureCode::CardInUse)
            return connected;
        disconnect(SCARD_LEAVE_CARD);
        lookAgainAfterAWhile(connected.error().code);
        const auto rest =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (rest.count() <= 0)
            return fail(FailureCode::CardRemoved, "no card came back: " + connected.error().detail);
        ReaderInfo empty;
        empty.name = m_reader;
        m_context.waitForChange({empty}, std::min(rest, std::chrono::milliseconds(100)));
    }
}

} // namespace chinhchu::nfc
