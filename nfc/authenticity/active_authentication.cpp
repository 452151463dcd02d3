#include "nfc/authenticity/active_authentication.h"
#include "nfc/authenticity/certificate.h"
#include "nfc/authenticity/ecdsa_signature.h"
#include "nfc/authenticity/iso9796_2.h"
#include "nfc/lds/ber_tlv.h"

#include <openssl/err.h>

#include <array>

namespace chinhchu::nfc {
namespace {

constexpr std::size_t challengeSize = 8;

tl::unexpected<Failure> failed(std::string detail)
{
    return fail(FailureCode::ActiveAuthenticationFailed, std::move(detail));
}

/// ICAO 9303-10, 4.7.15: a SubjectPublicKeyInfo and nothing else.
Result<KeyHandle> keyIn(ByteView dg15)
{
    const auto file = readTlv(dg15, 0x6F);
    if (!file)
        return tl::unexpected(file.error());
    const unsigned char* at = file->value.data();
    KeyHandle key(d2i_PUBKEY(nullptr, &at, static_cast<long>(file->value.size())));
    ERR_clear_error();
    if (const auto usable = checkKey(key.get()); !usable)
        return tl::unexpected(usable.error());
    return key;
}

/// ActiveAuthenticationInfo in DG14 (ICAO 9303-11, 9.2.4): SEQUENCE { 2.23.136.1.1.5, INTEGER 1, OID }. Gives the
/// content bytes of the last.
std::optional<ByteView> declaredAlgorithm(ByteView dg14)
{
    constexpr std::array<std::uint8_t, 6> oidActiveAuthentication = {0x67, 0x81, 0x08, 0x01, 0x01, 0x05};
    const auto file = readTlv(dg14, 0x6E);
    const auto set = file ? readTlv(file->value, 0x31) : file;
    if (!set)
        return std::nullopt;
    TlvReader infos(set->value);
    while (!infos.atEnd()) {
        const auto info = infos.next();
        if (!info)
            return std::nullopt;
        TlvReader fields(info->value);
        const auto protocol = fields.next(0x06);
        if (!protocol || !std::equal(protocol->value.begin(), protocol->value.end(), oidActiveAuthentication.begin(),
                                     oidActiveAuthentication.end()))
            continue;
        const auto version = fields.next(0x02);
        const auto algorithm = version ? fields.next(0x06) : version;
        if (algorithm)
            return algorithm->value;
    }
    return std::nullopt;
}

/// id-plain-signatures of BSI TR-03111 or the ECDSA identifiers of X9.62; null if it is neither.
const EVP_MD* digestOfAlgorithm(ByteView oid, bool& plain)
{
    constexpr std::array<std::uint8_t, 9> plainEcdsa = {0x04, 0x00, 0x7F, 0x00, 0x07, 0x01, 0x01, 0x04, 0x01};
    constexpr std::array<std::uint8_t, 7> sha2Ecdsa = {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03};
    constexpr std::array<std::uint8_t, 7> sha1Ecdsa = {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x01};
    const auto begins = [&](const auto& prefix, std::size_t more) {
        return oid.size() == prefix.size() + more && std::equal(prefix.begin(), prefix.end(), oid.begin());
    };
    const EVP_MD* (*const digests[])() = {EVP_sha1, EVP_sha224, EVP_sha256, EVP_sha384, EVP_sha512};
    plain = begins(plainEcdsa, 1);
    if (plain && oid.back() >= 1 && oid.back() <= 5)
        return digests[oid.back() - 1]();
    if (begins(sha2Ecdsa, 1) && oid.back() >= 1 && oid.back() <= 4)
        return digests[oid.back()]();
    return begins(sha1Ecdsa, 0) ? EVP_sha1() : nullptr;
}

Result<void> verifyEcdsaAnswer(EVP_PKEY* key, ByteView dg14, const ActiveAuthenticationTranscript& transcript)
{
    bool plain = true;
    const auto algorithm = declaredAlgorithm(dg14);
    if (algorithm) {
        const EVP_MD* digest = digestOfAlgorithm(*algorithm, plain);
        if (!digest)
            return failed("the algorithm named in DG14 is not known");
        if (!verifyEcdsa(key, digest, plain, transcript.challenge, transcript.response))
            return failed("ECDSA " + digestName(digest) + ", " + keyName(key));
        return {};
    }
    // Cards from before ActiveAuthenticationInfo do not say; each of these would have to be broken to gain by trying.
    for (const EVP_MD* digest : {EVP_sha256(), EVP_sha1(), EVP_sha224(), EVP_sha384(), EVP_sha512()}) {
        if (verifyEcdsa(key, digest, plain, transcript.challenge, transcript.response))
            return {};
    }
    return failed("ECDSA with any digest, " + keyName(key));
}

} // namespace

Result<void> verifyActiveAuthentication(ByteView dg15, ByteView dg14, const ActiveAuthenticationTranscript& transcript)
{
    if (transcript.challenge.size() != challengeSize)
        return failed("the challenge is not 8 bytes long");
    const auto key = keyIn(dg15);
    if (!key)
        return tl::unexpected(key.error());
    if (EVP_PKEY_get_base_id(key->get()) == EVP_PKEY_EC)
        return verifyEcdsaAnswer(key->get(), dg14, transcript);
    const auto digest = verifyIso9796(key->get(), transcript.challenge, transcript.response);
    ERR_clear_error();
    if (!digest)
        return tl::unexpected(digest.error());
    return {};
}

} // namespace chinhchu::nfc
