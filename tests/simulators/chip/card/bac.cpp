#include "tests/simulators/chip/card/bac.h"

#include <utility>

namespace chinhchu::chip {

BasicAccess::BasicAccess(const std::string& mrzInformation, Randomness random)
    : m_random(std::move(random))
{
    Bytes seed = digest("SHA1", bytesOf(mrzInformation));
    seed.resize(16);
    m_encryptionKey = deriveKey(Cipher::TripleDes, seed, 1);
    m_macKey = deriveKey(Cipher::TripleDes, seed, 2);
}

Response BasicAccess::challenge()
{
    m_challenge = m_random(8);
    return Bytes(m_challenge);
}

Response BasicAccess::authenticate(ByteView cryptogram, std::optional<SecureChannel>& channel)
{
    const Bytes ours = std::exchange(m_challenge, {}); // good for one attempt
    if (ours.empty())
        return 0x6985;
    if (cryptogram.size() != 40)
        return 0x6700;
    const ByteView encrypted = cryptogram.first(32);
    if (!sameBytes(mac(Cipher::TripleDes, m_macKey, padded(encrypted, 8)), cryptogram.last(8)))
        return 0x6300;
    const Bytes zero(8);
    const Bytes plain = decryptCbc(Cipher::TripleDes, m_encryptionKey, zero, encrypted);
    const ByteView theirs = ByteView(plain).first(8);
    const ByteView theirKey = ByteView(plain).last(16);
    if (!sameBytes(ByteView(plain).subspan(8, 8), ours))
        return 0x6300;

    const Bytes ourKey = m_random(16);
    const Bytes answer = encryptCbc(Cipher::TripleDes, m_encryptionKey, zero, join({ours, theirs, ourKey}));
    const Bytes answerMac = mac(Cipher::TripleDes, m_macKey, padded(answer, 8));
    Bytes seed(16);
    for (std::size_t i = 0; i < 16; ++i)
        seed[i] = theirKey[i] ^ ourKey[i];
    const Bytes counter = join({ByteView(ours).last(4), theirs.last(4)}); // 9.8.6.3
    channel = SecureChannel(Cipher::TripleDes, deriveKey(Cipher::TripleDes, seed, 1),
                            deriveKey(Cipher::TripleDes, seed, 2), counter);
    return join({answer, answerMac});
}

} // namespace chinhchu::chip
