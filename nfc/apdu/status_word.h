#pragma once

#include <cstdint>
#include <string>

namespace chinhchu::nfc {

/// The two bytes that end every response (ISO/IEC 7816-4, 5.6), as far as a reader must tell them apart.
namespace status {
inline constexpr std::uint16_t Success = 0x9000;
inline constexpr std::uint16_t EndOfFile = 0x6282;
inline constexpr std::uint16_t AuthenticationFailed = 0x6300;
inline constexpr std::uint16_t WrongLength = 0x6700;
inline constexpr std::uint16_t SecurityNotSatisfied = 0x6982;
inline constexpr std::uint16_t MethodBlocked = 0x6983;
inline constexpr std::uint16_t ConditionsNotSatisfied = 0x6985;
inline constexpr std::uint16_t SecureMessagingObjectsMissing = 0x6987;
inline constexpr std::uint16_t SecureMessagingObjectsWrong = 0x6988;
inline constexpr std::uint16_t WrongData = 0x6A80;
inline constexpr std::uint16_t FileNotFound = 0x6A82;
inline constexpr std::uint16_t WrongParameters = 0x6A86;
inline constexpr std::uint16_t LengthInconsistent = 0x6A87;
inline constexpr std::uint16_t ReferenceNotFound = 0x6A88;
inline constexpr std::uint16_t OffsetOutside = 0x6B00;
inline constexpr std::uint16_t InstructionUnknown = 0x6D00;
} // namespace status

/// A warning with a try counter, 63C0..63CF.
constexpr bool isTryCounter(std::uint16_t sw)
{
    return (sw & 0xFFF0) == 0x63C0;
}

/// 6987 or 6988: the card ended the secure channel.
constexpr bool endsSecureMessaging(std::uint16_t sw)
{
    return sw == status::SecureMessagingObjectsMissing || sw == status::SecureMessagingObjectsWrong;
}

/// "6A82"
std::string toHex(std::uint16_t sw);

} // namespace chinhchu::nfc
