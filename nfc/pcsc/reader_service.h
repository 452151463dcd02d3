#pragma once

#include "nfc/pcsc/apdu_channel.h"

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace chinhchu::nfc {

/// One PC/SC reader as it is now.
struct ReaderInfo
{
    std::string name;
    bool cardPresent = false;
    /// Held exclusively by another program.
    bool inUse = false;
    bool isVirtual = false;
    Bytes atr;
};

/// The readers of the machine, through the running pcscd. Every call names what is missing: READER_SERVICE_UNAVAILABLE
/// (no pcscd), READER_NOT_FOUND, CARD_NOT_PRESENT, CARD_IN_USE.
class ReaderService
{
public:
    /// All readers with their state; an empty list is READER_NOT_FOUND. A pcscd that does not answer within @p patience
    /// is READER_SERVICE_UNAVAILABLE.
    static Result<std::vector<ReaderInfo>> list(std::chrono::milliseconds patience = std::chrono::seconds(5));

    /// Opens the card on @p readerName (empty: the first reader that has a card, else the first), waiting at most
    /// @p patience for one to be laid down.
    static Result<std::unique_ptr<ApduChannel>> openCard(const std::string& readerName,
                                                         std::chrono::milliseconds patience, std::stop_token stop = {});
};

} // namespace chinhchu::nfc
