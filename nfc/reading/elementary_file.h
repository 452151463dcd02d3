#pragma once

#include <cstdint>
#include <string>

namespace chinhchu::nfc {

/// How a file of the chip is addressed (ICAO 9303-10, 3.11 and 4.2).
struct ElementaryFile
{
    std::string name;
    std::uint16_t identifier = 0;
    std::uint8_t shortIdentifier = 0;
};

inline ElementaryFile efCardAccess()
{
    return {"EF.CardAccess", 0x011C, 0x1C};
}
inline ElementaryFile efCardSecurity()
{
    return {"EF.CardSecurity", 0x011D, 0x1D};
}
/// What the card's operating system can do: the largest APDUs (ICAO 9303-10, 3.11.2).
inline ElementaryFile efAtrInfo()
{
    return {"EF.ATR", 0x2F01, 0x01};
}
/// The applications on the card.
inline ElementaryFile efDir()
{
    return {"EF.DIR", 0x2F00, 0x1E};
}
inline ElementaryFile efCom()
{
    return {"EF.COM", 0x011E, 0x1E};
}
inline ElementaryFile efSod()
{
    return {"EF.SOD", 0x011D, 0x1D};
}

/// DG1 to DG16.
inline ElementaryFile dataGroupFile(int number)
{
    return {"DG" + std::to_string(number), static_cast<std::uint16_t>(0x0100 + number),
            static_cast<std::uint8_t>(number)};
}

} // namespace chinhchu::nfc
