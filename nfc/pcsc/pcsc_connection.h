#pragma once

#include "nfc/pcsc/apdu_channel.h"
#include "nfc/pcsc/reader_service.h"

#include <winscard.h>

#include <chrono>
#include <optional>
#include <vector>

namespace chinhchu::nfc {

/// How long a reader has to be empty before it is worth making pcscd look again (PcscContext::lookAgain): several of
/// its own looks. And how long to leave a card alone that was found so: if pcscd had only not seen it yet, it will
/// switch it on once more at its next look.
constexpr std::chrono::milliseconds absenceToDoubt{1'200};
constexpr std::chrono::milliseconds nextLook{500};

/// One connection to pcscd. Every method blocks as long as pcscd wants: to be called on a CallThread.
class PcscContext
{
public:
    PcscContext() = default;
    ~PcscContext();
    PcscContext(const PcscContext&) = delete;
    PcscContext& operator=(const PcscContext&) = delete;

    /// Connects, again after pcscd was restarted: old contexts never work again, whatever SCardIsValidContext says.
    Result<void> establish();

    /// The names of all readers, in the order of PC/SC.
    Result<std::vector<std::string>> readerNames();

    /// The state of these readers now.
    Result<std::vector<ReaderInfo>> states(const std::vector<std::string>& names);

    /// Waits until something changes at one of the readers, at most @p patience.
    void waitForChange(const std::vector<ReaderInfo>& known, std::chrono::milliseconds patience);

    /// Makes pcscd look at a reader that it calls empty; true if a card lies there all the same.
    ///
    /// pcscd (1.9.9) notes "absent" when a reset finds no card. Is the card back before pcscd's own next look, 0.4 s
    /// later, that look finds nothing new, and the reader stays "empty" for every program until the card is lifted once
    /// more. A reset over a direct connection corrects the note; without a card it does nothing.
    bool lookAgain(const std::string& reader);

    [[nodiscard]] SCARDCONTEXT handle() const { return m_context; }

private:
    void release();

    SCARDCONTEXT m_context = 0;
    bool m_established = false;
};

/// One card, connected and held in a transaction, so that no other program comes in between. Blocks like PcscContext.
class PcscConnection
{
public:
    explicit PcscConnection(std::string reader)
        : m_reader(std::move(reader))
    {
    }
    ~PcscConnection();
    PcscConnection(const PcscConnection&) = delete;
    PcscConnection& operator=(const PcscConnection&) = delete;

    /// Shared, then a transaction: programs that only look at the reader do no harm.
    Result<void> connect();
    Result<Bytes> transmit(ByteView command);
    Result<void> reset();
    /// After the card was lifted, or pcscd restarted: waits for a card and connects again.
    Result<void> reconnect(std::chrono::milliseconds patience);

    [[nodiscard]] const Bytes& atr() const { return m_atr; }
    [[nodiscard]] ChannelInfo::ExtendedLength extendedLength() const { return m_extendedLength; }

private:
    void disconnect(DWORD disposition);
    Result<void> beginTransaction();
    void readAtr();
    void lookAgainAfterAWhile(FailureCode why);

    std::string m_reader;
    PcscContext m_context;
    SCARDHANDLE m_card = 0;
    DWORD m_protocol = 0;
    bool m_connected = false;
    bool m_inTransaction = false;
    std::optional<std::chrono::steady_clock::time_point> m_absentSince;
    Bytes m_atr;
    ChannelInfo::ExtendedLength m_extendedLength = ChannelInfo::ExtendedLength::Unknown;
};

/// What the reader says of extended length (PC/SC part 10, dwMaxAPDUDataSize). Many say nothing.
ChannelInfo::ExtendedLength askForExtendedLength(SCARDHANDLE card);

} // namespace chinhchu::nfc
