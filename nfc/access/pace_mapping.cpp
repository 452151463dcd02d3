#include "nfc/access/pace_mapping.h"

#include "nfc/apdu/session_cipher.h"

namespace chinhchu::nfc {

namespace {

/// The constants c0 and c1 for 128 and for 192/256 bit (ICAO 9303-11, 4.4.3.3.2).
constexpr std::uint8_t c0Short[] = {0xa6, 0x68, 0x89, 0x2a, 0x7c, 0x41, 0xe3, 0xca,
                                    0x73, 0x9f, 0x40, 0xb0, 0x57, 0xd8, 0x59, 0x04};
constexpr std::uint8_t c1Short[] = {0xa4, 0xe1, 0x36, 0xac, 0x72, 0x5f, 0x73, 0x8b,
                                    0x01, 0xc1, 0xf6, 0x02, 0x17, 0xc1, 0x88, 0xad};
constexpr std::uint8_t c0Long[] = {0xd4, 0x63, 0xd6, 0x52, 0x34, 0x12, 0x4e, 0xf7, 0x89, 0x70, 0x54,
                                   0x98, 0x6d, 0xca, 0x0a, 0x17, 0x4e, 0x28, 0xdf, 0x75, 0x8c, 0xba,
                                   0xa0, 0x3f, 0x24, 0x06, 0x16, 0x41, 0x4d, 0x5a, 0x16, 0x76};
constexpr std::uint8_t c1Long[] = {0x54, 0xbd, 0x72, 0x55, 0xf0, 0xaa, 0xf8, 0x31, 0xbe, 0xc3, 0x42,
                                   0x3f, 0xcf, 0x39, 0xd6, 0x9b, 0x6c, 0xbf, 0x06, 0x66, 0x77, 0xd0,
                                   0xfa, 0xae, 0x5a, 0xad, 0xd9, 0x9d, 0xf8, 0xe5, 0x35, 0x17};

Bytes underKey(Cipher cipher, ByteView key, ByteView data)
{
    return encryptCbc(cipher, key, Bytes(blockLength(cipher), 0x00), data);
}

Bytes keyFrom(Cipher cipher, Bytes block)
{
    block.resize(keyLength(cipher));
    return block;
}

} // namespace

Bytes integratedMappingNumber(Cipher cipher, ByteView chipNonce, ByteView readerNonce, int primeBits)
{
    const bool isLong = cipher == Cipher::Aes192 || cipher == Cipher::Aes256;
    const ByteView c0 = isLong ? ByteView(c0Long) : ByteView(c0Short);
    const ByteView c1 = isLong ? ByteView(c1Long) : ByteView(c1Short);
    const std::size_t wanted = static_cast<std::size_t>(primeBits) + 64;

    Bytes key = keyFrom(cipher, underKey(cipher, readerNonce, chipNonce));
    Bytes number;
    while (number.size() * 8 < wanted) {
        const Bytes more = underKey(cipher, key, c1);
        number.insert(number.end(), more.begin(), more.end());
        key = keyFrom(cipher, underKey(cipher, key, c0));
    }
    return number;
}

} // namespace chinhchu::nfc
