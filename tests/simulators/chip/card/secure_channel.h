#pragma once

#include "tests/simulators/chip/wire/apdu.h"
#include "tests/simulators/chip/wire/crypto.h"

namespace chinhchu::chip {

/// The chip's end of secure messaging (ICAO 9303-11, 9.8).
class SecureChannel
{
public:
    /// @p counter is the send sequence counter before the first command: 8 bytes for 3DES, 16 for AES.
    SecureChannel(Cipher cipher, Bytes encryptionKey, Bytes macKey, Bytes counter);
    /// Keys from a shared secret, counter zero: after PACE and Chip Authentication.
    static SecureChannel fromSecret(Cipher cipher, ByteView secret);

    /// Takes the protection off. After an error (0x6987: an object is missing, 0x6988: an object is wrong) the session
    /// is over (9.8.8).
    std::optional<Command> unwrap(const Command& protectedCommand, std::uint16_t& error);

    /// Protects the response to the command that was unwrapped last.
    Bytes wrap(const Response& response);

    [[nodiscard]] std::size_t block() const { return blockSize(m_cipher); }
    [[nodiscard]] ByteView encryptionKey() const { return m_encryptionKey; }
    [[nodiscard]] ByteView macKey() const { return m_macKey; }

private:
    void countUp();
    [[nodiscard]] Bytes startVector() const;
    [[nodiscard]] Bytes macOf(ByteView header, ByteView objects) const;
    [[nodiscard]] std::size_t roomInShortResponse() const;

    Cipher m_cipher;
    Bytes m_encryptionKey, m_macKey, m_counter;
    bool m_oddInstruction = false;
};

} // namespace chinhchu::chip
