#pragma once

#include "tests/simulators/chip/card/secure_channel.h"

namespace chinhchu::chip {

/// The chip's side of Basic Access Control (ICAO 9303-11, 4.3).
class BasicAccess
{
public:
    BasicAccess(const std::string& mrzInformation, Randomness random);

    Response challenge();
    /// EXTERNAL AUTHENTICATE. On success @p channel holds the session; otherwise 6300.
    Response authenticate(ByteView cryptogram, std::optional<SecureChannel>& channel);
    void forget() { m_challenge.clear(); }

private:
    Bytes m_encryptionKey, m_macKey, m_challenge;
    Randomness m_random;
};

} // namespace chinhchu::chip
