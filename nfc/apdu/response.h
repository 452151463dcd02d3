#pragma once

#include "nfc/apdu/status_word.h"
#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

namespace chinhchu::nfc {

/// One response APDU: data and the status word.
struct Response
{
    Bytes data;
    std::uint16_t sw = 0;
    /// It came through secure messaging and its checksum was right.
    bool isProtected = false;

    [[nodiscard]] bool ok() const { return sw == status::Success; }
};

/// Splits what came over the channel. Fewer than two bytes are CARD_ANSWER_MALFORMED, and so are more than an extended
/// APDU can carry.
Result<Response> decodeResponse(ByteView bytes);

} // namespace chinhchu::nfc
