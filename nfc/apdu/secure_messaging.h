#pragma once

#include "nfc/apdu/command.h"
#include "nfc/apdu/response.h"
#include "nfc/apdu/session_cipher.h"

namespace chinhchu::nfc {

/// The protected channel (ICAO 9303-11, 9.8): every command and response is encrypted and carries a checksum over a
/// counter that both sides keep, so that nothing can be read, changed, left out or played back.
///
/// Once a response was not right the object refuses everything (SECURE_MESSAGING_BROKEN): a new channel must be opened.
class SecureMessaging
{
public:
    /// @p sendSequenceCounter one block long: zeros after PACE and Chip Authentication, the halves of the challenges
    /// after BAC (9.8.2, 4.3.3).
    SecureMessaging(Cipher cipher, Bytes encryptionKey, Bytes checksumKey, Bytes sendSequenceCounter);

    /// Wraps @p command; counts one up.
    Result<Command> protect(const Command& command);

    /// Unwraps the answer to the command protected last; counts one up. A bare status word that reports an error is
    /// passed on as it is, unproven; a bare success is not, because anybody could have sent it.
    Result<Response> unprotect(const Response& response);

    /// How many data bytes fit into a protected answer of @p answerLength bytes.
    [[nodiscard]] std::size_t payloadOf(std::size_t answerLength) const;

    [[nodiscard]] Cipher cipher() const { return m_cipher; }
    [[nodiscard]] ByteView encryptionKey() const { return m_encryptionKey; }
    [[nodiscard]] ByteView checksumKey() const { return m_checksumKey; }
    [[nodiscard]] ByteView sendSequenceCounter() const { return m_counter; }
    [[nodiscard]] bool broken() const { return m_broken; }

private:
    void count();
    [[nodiscard]] Bytes initialisationVector() const;
    [[nodiscard]] Bytes checksumOver(ByteView header, ByteView objects) const;
    [[nodiscard]] Bytes cryptogram(const Command& command) const;
    Result<Bytes> decrypt(ByteView encrypted);
    tl::unexpected<Failure> breakOff(std::string why);

    Cipher m_cipher;
    Bytes m_encryptionKey;
    Bytes m_checksumKey;
    Bytes m_counter;
    bool m_broken = false;
};

} // namespace chinhchu::nfc
