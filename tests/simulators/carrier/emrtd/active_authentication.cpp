#include "emrtd/active_authentication.h"

#include "emrtd/der.h"
#include "pki/openssl_types.h"

#include <QCryptographicHash>
#include <QList>

#include <openssl/core_names.h>
#include <openssl/rsa.h>

namespace chinhchu::sandbox {

namespace {

constexpr quint32 dg14Tag = 0x6E;
constexpr quint32 dg15Tag = 0x6F;
constexpr const char* activeAuthenticationOid = "2.23.136.1.1.5";
constexpr const char* plainEcdsaOid = "0.4.0.127.0.7.1.1.4.1."; // BSI TR-03111, 5.2.1.1: the last arc is the digest

const unsigned char* bytes(const QByteArray& data)
{
    return reinterpret_cast<const unsigned char*>(data.constData());
}

KeyPtr publicKey(const QByteArray& dg15)
{
    const auto info = contentOf(dg15, dg15Tag);
    if (!info)
        return {};
    const unsigned char* data = bytes(*info);
    return KeyPtr(d2i_PUBKEY(nullptr, &data, long(info->size())));
}

QByteArray digest(const EVP_MD* md, const QByteArray& data)
{
    unsigned char hash[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    EVP_Digest(data.constData(), size_t(data.size()), hash, &length, md, nullptr);
    return QByteArray(reinterpret_cast<const char*>(hash), int(length));
}

/// The number under the signature, s^e mod n, padded to the modulus; empty if it cannot be had.
QByteArray recover(EVP_PKEY* key, const QByteArray& response)
{
    const KeyContextPtr context(EVP_PKEY_CTX_new(key, nullptr));
    size_t length = size_t(EVP_PKEY_get_size(key));
    QByteArray plain(qsizetype(length), '\0');
    if (!context || EVP_PKEY_verify_recover_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) != 1 ||
        EVP_PKEY_verify_recover(context.get(), reinterpret_cast<unsigned char*>(plain.data()), &length, bytes(response),
                                size_t(response.size())) != 1)
        return {};
    plain.truncate(qsizetype(length));
    return plain;
}

/// n minus the number: ISO/IEC 9796-2 lets a signer give the smaller of s and n - s.
QByteArray complement(EVP_PKEY* key, const QByteArray& plain)
{
    BIGNUM* n = nullptr;
    if (EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_N, &n) != 1)
        return {};
    const NumberPtr modulus(n);
    const NumberPtr number(BN_bin2bn(bytes(plain), int(plain.size()), nullptr));
    QByteArray result(plain.size(), '\0');
    if (!number || BN_sub(number.get(), modulus.get(), number.get()) != 1 ||
        BN_bn2binpad(number.get(), reinterpret_cast<unsigned char*>(result.data()), int(result.size())) < 0)
        return {};
    return result;
}

/// ISO/IEC 9796-2, 8.3 with the trailers of ISO/IEC 10118-3: what digest ends the message, and how long the trailer is.
std::pair<const EVP_MD*, int> trailer(const QByteArray& plain)
{
    if (plain.endsWith('\xBC'))
        return {EVP_sha1(), 1};
    if (!plain.endsWith('\xCC') || plain.size() < 2)
        return {nullptr, 0};
    switch (static_cast<quint8>(plain[plain.size() - 2])) {
    case 0x33:
        return {EVP_sha1(), 2};
    case 0x34:
        return {EVP_sha256(), 2};
    case 0x35:
        return {EVP_sha512(), 2};
    case 0x36:
        return {EVP_sha384(), 2};
    case 0x38:
        return {EVP_sha224(), 2};
    default:
        return {nullptr, 0};
    }
}

bool recoveredMessageFits(const QByteArray& plain, const QByteArray& challenge)
{
    // 6A: header with partial recovery and no padding, the only form that leaves room for M2 = RND.IFD.
    if (plain.isEmpty() || plain[0] != '\x6A')
        return false;
    const auto [md, trailerLength] = trailer(plain);
    if (md == nullptr)
        return false;
    const int hashLength = EVP_MD_get_size(md);
    const qsizetype m1Length = plain.size() - 1 - hashLength - trailerLength;
    if (m1Length < 1)
        return false;
    return digest(md, plain.mid(1, m1Length) + challenge) == plain.mid(1 + m1Length, hashLength);
}

bool rsaAnswered(EVP_PKEY* key, const QByteArray& challenge, const QByteArray& response)
{
    const QByteArray plain = recover(key, response);
    return recoveredMessageFits(plain, challenge) || recoveredMessageFits(complement(key, plain), challenge);
}

/// The digest that DG14 names for Active Authentication; nothing if it names none.
const EVP_MD* namedDigest(const QByteArray& dg14)
{
    const auto infos = contentOf(dg14, dg14Tag);
    DerWalker set(infos ? contentOf(*infos, 0x31).value_or(QByteArray()) : QByteArray());
    while (const auto info = set.next(0x30)) {
        DerWalker members(*info);
        const auto protocol = members.next(0x06);
        if (!protocol || oidText(*protocol) != activeAuthenticationOid || !members.next(0x02))
            continue;
        const auto algorithm = members.next(0x06);
        const QByteArray name = algorithm ? oidText(*algorithm) : QByteArray();
        if (!name.startsWith(plainEcdsaOid))
            continue;
        const EVP_MD* digests[] = {EVP_sha1(), EVP_sha224(), EVP_sha256(), EVP_sha384(), EVP_sha512()};
        const int arc = name.mid(qstrlen(plainEcdsaOid)).toInt();
        return arc >= 1 && arc <= 5 ? digests[arc - 1] : nullptr;
    }
    return nullptr;
}

/// r and s side by side, as DER.
QByteArray derSignature(const QByteArray& response)
{
    const int half = int(response.size() / 2);
    const EcdsaSignaturePtr signature(ECDSA_SIG_new());
    ECDSA_SIG_set0(signature.get(), BN_bin2bn(bytes(response), half, nullptr),
                   BN_bin2bn(bytes(response) + half, int(response.size()) - half, nullptr));
    unsigned char* der = nullptr;
    const int length = i2d_ECDSA_SIG(signature.get(), &der);
    const QByteArray encoded(reinterpret_cast<const char*>(der), std::max(length, 0));
    OPENSSL_free(der);
    return encoded;
}

bool ecdsaVerifies(EVP_PKEY* key, const EVP_MD* md, const QByteArray& challenge, const QByteArray& signature)
{
    const DigestContextPtr context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(context.get(), nullptr, md, nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), bytes(signature), size_t(signature.size()), bytes(challenge),
                            size_t(challenge.size())) == 1;
}

bool ecdsaAnswered(EVP_PKEY* key, const QByteArray& dg14, const QByteArray& challenge, const QByteArray& response)
{
    QList<const EVP_MD*> digests;
    if (const EVP_MD* named = namedDigest(dg14))
        digests = {named};
    else
        digests = {EVP_sha256(), EVP_sha224(), EVP_sha384(), EVP_sha512(), EVP_sha1()};
    for (const EVP_MD* md : digests) {
        if (ecdsaVerifies(key, md, challenge, derSignature(response)) || ecdsaVerifies(key, md, challenge, response))
            return true;
    }
    return false;
}

} // namespace

bool chipAnswered(const QByteArray& dg15, const QByteArray& dg14, const QByteArray& challenge,
                  const QByteArray& response)
{
    const KeyPtr key = publicKey(dg15);
    bool answered = false;
    if (key && EVP_PKEY_is_a(key.get(), "RSA") == 1)
        answered = rsaAnswered(key.get(), challenge, response);
    else if (key && EVP_PKEY_is_a(key.get(), "EC") == 1)
        answered = ecdsaAnswered(key.get(), dg14, challenge, response);
    ERR_clear_error();
    return answered;
}

QByteArray challengeFor(const QByteArray& nonce, const QString& deviceId, const QString& sessionId,
                        const QByteArray& sod)
{
    return QCryptographicHash::hash(nonce + deviceId.toUtf8() + sessionId.toUtf8() + sod, QCryptographicHash::Sha256)
        .left(8);
}

} // namespace chinhchu::sandbox
