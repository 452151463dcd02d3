#include "tests/simulators/chip/card/secure_channel.h"

#include "tests/simulators/chip/wire/tlv.h"

#include <algorithm>

namespace chinhchu::chip {

SecureChannel::SecureChannel(Cipher cipher, Bytes encryptionKey, Bytes macKey, Bytes counter)
    : m_cipher(cipher)
    , m_encryptionKey(std::move(encryptionKey))
    , m_macKey(std::move(macKey))
    , m_counter(std::move(counter))
{
}

SecureChannel SecureChannel::fromSecret(Cipher cipher, ByteView secret)
{
    return {cipher, deriveKey(cipher, secret, 1), deriveKey(cipher, secret, 2), Bytes(blockSize(cipher))};
}

void SecureChannel::countUp()
{
    for (std::size_t i = m_counter.size(); i-- > 0;)
        if (++m_counter[i] != 0)
            return;
}

// 9.8.6.1: zero for 3DES; for AES the counter, encrypted.
Bytes SecureChannel::startVector() const
{
    if (m_cipher == Cipher::TripleDes)
        return Bytes(8);
    return encryptBlock(m_cipher, m_encryptionKey, m_counter);
}

// @p header is padded on its own; without data objects it is all there is (9.8.6.2).
Bytes SecureChannel::macOf(ByteView header, ByteView objects) const
{
    const std::size_t block = blockSize(m_cipher);
    Bytes message = join({m_counter, header, objects});
    if (!objects.empty())
        message = padded(message, block);
    return mac(m_cipher, m_macKey, message);
}

// 256 bytes of a short response hold DO 87 with its padding indicator, DO 99 and DO 8E.
std::size_t SecureChannel::roomInShortResponse() const
{
    const std::size_t block = blockSize(m_cipher);
    return (256 - 4 - 10 - 4) / block * block - 1;
}

std::optional<Command> SecureChannel::unwrap(const Command& protectedCommand, std::uint16_t& error)
{
    countUp();
    m_oddInstruction = protectedCommand.ins & 1;
    error = 0x6987;
    const auto objects = elements(protectedCommand.data);
    if (!objects || objects->empty() || objects->back().tag != 0x8E)
        return {};
    const ByteView given = objects->back().value;
    const ByteView covered = ByteView(protectedCommand.data).first(protectedCommand.data.size() - given.size() - 2);

    error = 0x6988;
    const Bytes head{protectedCommand.cla, protectedCommand.ins, protectedCommand.p1, protectedCommand.p2};
    if (!sameBytes(given, macOf(padded(head, blockSize(m_cipher)), covered)))
        return {};

    Command plain = protectedCommand;
    plain.cla &= 0xF3;
    plain.data.clear();
    plain.le.reset();
    for (const Element& object : *objects) {
        const bool indicated = object.tag == 0x87;
        if (indicated || object.tag == 0x85) {
            if (object.value.empty() || (indicated && object.value[0] != 1))
                return {};
            const ByteView encrypted = object.value.subspan(indicated ? 1 : 0);
            if (encrypted.empty() || encrypted.size() % blockSize(m_cipher) != 0)
                return {};
            plain.data = decryptCbc(m_cipher, m_encryptionKey, startVector(), encrypted);
            if (!unpad(plain.data))
                return {};
        } else if (object.tag == 0x97) {
            if (object.value.empty() || object.value.size() > 2)
                return {};
            std::size_t expected = 0;
            for (std::uint8_t byte : object.value)
                expected = expected << 8 | byte;
            plain.le = expected != 0 ? expected : object.value.size() == 1 ? 256 : 65536;
        }
    }
    if (plain.le && !protectedCommand.extended)
        plain.le = std::min(*plain.le, roomInShortResponse());
    return plain;
}

Bytes SecureChannel::wrap(const Response& response)
{
    countUp();
    Bytes objects;
    if (!response.data.empty()) {
        const Bytes encrypted =
            encryptCbc(m_cipher, m_encryptionKey, startVector(), padded(response.data, blockSize(m_cipher)));
        objects = m_oddInstruction ? tlv(0x85, encrypted) : tlv(0x87, {Bytes{1}, encrypted});
    }
    append(objects, tlv(0x99, bigEndian(response.status, 2)));
    append(objects, tlv(0x8E, macOf({}, objects)));
    return join({objects, bigEndian(response.status, 2)});
}

} // namespace chinhchu::chip
