#include "nfc/apdu/response.h"

namespace chinhchu::nfc {

std::string toHex(std::uint16_t sw)
{
    constexpr char digits[] = "0123456789ABCDEF";
    return {digits[sw >> 12], digits[(sw >> 8) & 0xF], digits[(sw >> 4) & 0xF], digits[sw & 0xF]};
}

Result<Response> decodeResponse(ByteView bytes)
{
    constexpr std::size_t longest = 65536 + 2;
    if (bytes.size() < 2)
        return fail(FailureCode::CardAnswerMalformed, "answer of " + std::to_string(bytes.size()) + " bytes");
    if (bytes.size() > longest)
        return fail(FailureCode::CardAnswerMalformed, "answer longer than an extended APDU");
    const auto dataEnd = bytes.end() - 2;
    return Response{Bytes(bytes.begin(), dataEnd), static_cast<std::uint16_t>(dataEnd[0] << 8 | dataEnd[1])};
}

} // namespace chinhchu::nfc
