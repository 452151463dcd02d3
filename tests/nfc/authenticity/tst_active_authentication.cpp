#include "nfc/authenticity/active_authentication.h"
#include "nfc/authenticity/iso9796_2.h"
#include "tests/nfc/shared_vectors.h"
#include "tests/simulators/chip/pki/country_pki.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

using namespace chinhchu;
using namespace chinhchu::nfc;
using namespace chinhchu::tests;
using namespace chinhchu::chip::pki;

namespace {

const Bytes challenge = fromHex("F173589974BF40C6");

Bytes dg15Of(const Key& key)
{
    unsigned char* encoded = nullptr;
    const int size = i2d_PUBKEY(key.get(), &encoded);
    const Bytes der(encoded, encoded + size);
    OPENSSL_free(encoded);
    return tlv(0x6F, der);
}

/// DG14 with an ActiveAuthenticationInfo that names @p algorithm.
Bytes dg14Of(const char* algorithm)
{
    const auto oid = [](const char* dotted) {
        const std::shared_ptr<ASN1_OBJECT> object(OBJ_txt2obj(dotted, 1), ASN1_OBJECT_free);
        return tlv(0x06, Bytes(OBJ_get0_data(object.get()), OBJ_get0_data(object.get()) + OBJ_length(object.get())));
    };
    Bytes info = oid("2.23.136.1.1.5");
    for (const Bytes& part : {Bytes{0x02, 0x01, 0x01}, oid(algorithm)})
        info.insert(info.end(), part.begin(), part.end());
    return tlv(0x6E, tlv(0x31, tlv(0x30, info)));
}

Bytes ecdsa(const Key& key, const EVP_MD* digest, const Bytes& message)
{
    const std::shared_ptr<EVP_MD_CTX> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key.get());
    std::size_t size = 0;
    EVP_DigestSign(context.get(), nullptr, &size, message.data(), message.size());
    Bytes signature(size);
    EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size());
    signature.resize(size);
    return signature;
}

Bytes plainOf(const Bytes& der, int fieldSize)
{
    const unsigned char* at = der.data();
    const std::shared_ptr<ECDSA_SIG> pair(d2i_ECDSA_SIG(nullptr, &at, long(der.size())), ECDSA_SIG_free);
    Bytes plain(std::size_t(2 * fieldSize));
    BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), plain.data(), fieldSize);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), plain.data() + fieldSize, fieldSize);
    return plain;
}

/// What a chip does (ISO/IEC 9796-2, scheme 1): header, M1, hash over M1 and the challenge, trailer; then the private
/// key.
Bytes rsaAnswer(const Key& key, const EVP_MD* digest, const Bytes& trailer, std::uint8_t header = 0x6A)
{
    const auto size = std::size_t(EVP_PKEY_get_size(key.get()));
    const auto hashSize = std::size_t(EVP_MD_get_size(digest));
    Bytes block{header};
    block.resize(size - hashSize - trailer.size(), 0x5C);
    const std::shared_ptr<EVP_MD_CTX> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), digest, nullptr);
    EVP_DigestUpdate(context.get(), block.data() + 1, block.size() - 1);
    EVP_DigestUpdate(context.get(), challenge.data(), challenge.size());
    Bytes hash(hashSize);
    EVP_DigestFinal_ex(context.get(), hash.data(), nullptr);
    block.insert(block.end(), hash.begin(), hash.end());
    block.insert(block.end(), trailer.begin(), trailer.end());

    const std::shared_ptr<EVP_PKEY_CTX> rsa(EVP_PKEY_CTX_new(key.get(), nullptr), EVP_PKEY_CTX_free);
    EVP_PKEY_decrypt_init(rsa.get());
    EVP_PKEY_CTX_set_rsa_padding(rsa.get(), RSA_NO_PADDING);
    Bytes signature(size);
    std::size_t written = size;
    EVP_PKEY_decrypt(rsa.get(), signature.data(), &written, block.data(), block.size());
    return signature;
}

bool accepted(const Bytes& dg15, const Bytes& dg14, const Bytes& response, const Bytes& asked = challenge)
{
    return verifyActiveAuthentication(dg15, dg14, {asked, response}).has_value();
}

} // namespace

class ActiveAuthenticationTest : public QObject
{
    Q_OBJECT

private slots:
    void checkRepresentative_ofTheStandard_fits();
    void verify_ofCapturedCard_passes();
    void verify_ofRsaWithEveryTrailer_passes_data();
    void verify_ofRsaWithEveryTrailer_passes();
    void verify_ofRsaWithEveryOddLength_passes();
    void verify_ofForgedRsa_fails();
    void verify_ofEcdsaInBothForms_passes_data();
    void verify_ofEcdsaInBothForms_passes();
    void verify_ofForgedEcdsa_fails();
    void verify_withUnusableKey_saysWhy();
};

void ActiveAuthenticationTest::checkRepresentative_ofTheStandard_fits()
{
    // ICAO 9303-11, appendix F: the recovered message and the challenge.
    const Bytes recovered =
        fromHex("6a9d2784a67f8e7c659973ea1aea25d95b6c8f91e5002f369f0fbdce8a3cec1991b543f1696546c5524cf23a"
                "5303cd6c98599f40b79f377b5f3a1406b3b4d8f96784d23aa88db7e1032a405e69325fa91a6e86f5c71aea97"
                "8264c4a207446dad4e7292e2dcda3024b47da8c063aa1e6d22fbd976ab0fe73d94d2d9c6d88127bc");
    const auto digest = checkIso9796Representative(recovered, fromHex("f173589974bf40c6"));
    QVERIFY(digest);
    QCOMPARE(*digest, std::string("SHA-1"));
    QVERIFY(!checkIso9796Representative(recovered, fromHex("f173589974bf40c7")));
}

void ActiveAuthenticationTest::verify_ofCapturedCard_passes()
{
    CHINHCHU_NEED_VECTOR("worked/aa_rsa1792_iso9796-2.json");
    QFile file(sharedVector("worked/aa_rsa1792_iso9796-2.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject vector = QJsonDocument::fromJson(file.readAll()).object();
    const auto hex = [&](const char* name) { return fromHex(vector[QLatin1String(name)].toString().toLatin1()); };

    QVERIFY(accepted(hex("dg15"), {}, hex("signature"), hex("rnd_ifd")));
    QVERIFY(!accepted(hex("dg15"), {}, hex("signature"), challenge));
}

void ActiveAuthenticationTest::verify_ofRsaWithEveryTrailer_passes_data()
{
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<QByteArray>("trailer");
    QTest::newRow("BC, SHA-1") << QByteArray("SHA1") << QByteArray("BC");
    QTest::newRow("BC, SHA-256") << QByteArray("SHA256") << QByteArray("BC");
    QTest::newRow("33CC") << QByteArray("SHA1") << QByteArray("33CC");
    QTest::newRow("34CC") << QByteArray("SHA256") << QByteArray("34CC");
    QTest::newRow("35CC") << QByteArray("SHA512") << QByteArray("35CC");
    QTest::newRow("36CC") << QByteArray("SHA384") << QByteArray("36CC");
    QTest::newRow("38CC") << QByteArray("SHA224") << QByteArray("38CC");
}

void ActiveAuthenticationTest::verify_ofRsaWithEveryTrailer_passes()
{
    QFETCH(QByteArray, digest);
    QFETCH(QByteArray, trailer);
    const Key key = newKey("RSA-1024");
    QVERIFY(accepted(dg15Of(key), {}, rsaAnswer(key, EVP_get_digestbyname(digest.constData()), fromHex(trailer))));
}

void ActiveAuthenticationTest::verify_ofRsaWithEveryOddLength_passes()
{
    const Key even = newKey("RSA-1024");
    const Bytes answer = rsaAnswer(even, EVP_sha256(), fromHex("34CC"));
    Bytes longer{0};
    longer.insert(longer.end(), answer.begin(), answer.end());
    QVERIFY2(accepted(dg15Of(even), {}, longer), "a leading zero");

    // n - s is the other form of the same signature.
    BIGNUM* n = nullptr;
    EVP_PKEY_get_bn_param(even.get(), "n", &n);
    BIGNUM* s = BN_bin2bn(answer.data(), int(answer.size()), nullptr);
    BN_sub(s, n, s);
    Bytes complement(answer.size());
    BN_bn2binpad(s, complement.data(), int(complement.size()));
    BN_free(s);
    BN_free(n);
    QVERIFY2(accepted(dg15Of(even), {}, complement), "the complement");
}

void ActiveAuthenticationTest::verify_ofForgedRsa_fails()
{
    const Key key = newKey("RSA-1024");
    const Bytes dg15 = dg15Of(key);
    const Bytes good = rsaAnswer(key, EVP_sha256(), fromHex("34CC"));
    QVERIFY(accepted(dg15, {}, good));

    Bytes changed = good;
    changed.back() ^= 1;
    QVERIFY2(!accepted(dg15, {}, changed), "one bit");
    QVERIFY2(!accepted(dg15, {}, good, fromHex("0000000000000000")), "replayed for another challenge");
    QVERIFY2(!accepted(dg15, {}, good, fromHex("F173589974BF40")), "a challenge of 7 bytes");
    QVERIFY2(!accepted(dg15, {}, {}), "empty");
    QVERIFY2(!accepted(dg15, {}, Bytes(300, 0xFF)), "too long");
    QVERIFY2(!accepted(dg15, {}, rsaAnswer(key, EVP_sha256(), fromHex("31CC"))), "unknown digest");
    QVERIFY2(!accepted(dg15, {}, rsaAnswer(key, EVP_sha256(), fromHex("33CC"))), "another digest");
    QVERIFY2(!accepted(dg15, {}, rsaAnswer(key, EVP_sha256(), fromHex("34CD"))), "trailer");
    QVERIFY2(!accepted(dg15, {}, rsaAnswer(key, EVP_sha1(), fromHex("BC"), 0x4A)), "total recovery has no challenge");
    QVERIFY2(!accepted(dg15, {}, rsaAnswer(newKey("RSA-1024"), EVP_sha1(), fromHex("BC"))), "another key");
}

void ActiveAuthenticationTest::verify_ofEcdsaInBothForms_passes_data()
{
    QTest::addColumn<QByteArray>("curve");
    QTest::addColumn<int>("fieldSize");
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<QByteArray>("algorithm"); // empty: no DG14
    const auto row = [](const char* curve, int size, const char* digest, const char* algorithm) {
        QTest::newRow(qPrintable(QString("%1 %2 %3").arg(curve, digest, algorithm)))
            << QByteArray(curve) << size << QByteArray(digest) << QByteArray(algorithm);
    };
    row("brainpoolP256r1", 32, "SHA256", "0.4.0.127.0.7.1.1.4.1.3");
    row("brainpoolP224r1", 28, "SHA1", "0.4.0.127.0.7.1.1.4.1.1");
    row("brainpoolP384r1", 48, "SHA384", "0.4.0.127.0.7.1.1.4.1.4");
    row("brainpoolP512r1", 64, "SHA512", "0.4.0.127.0.7.1.1.4.1.5");
    row("secp521r1", 66, "SHA512", "0.4.0.127.0.7.1.1.4.1.5");
    row("prime256v1", 32, "SHA224", "0.4.0.127.0.7.1.1.4.1.2");
    row("prime256v1", 32, "SHA256", "1.2.840.10045.4.3.2");
    row("prime256v1", 32, "SHA1", "1.2.840.10045.4.1");
    row("prime256v1", 32, "SHA256", "");
    row("secp384r1", 48, "SHA384", "");
}

void ActiveAuthenticationTest::verify_ofEcdsaInBothForms_passes()
{
    QFETCH(QByteArray, curve);
    QFETCH(int, fieldSize);
    QFETCH(QByteArray, digest);
    QFETCH(QByteArray, algorithm);
    const Bytes dg14 = algorithm.isEmpty() ? Bytes() : dg14Of(algorithm.constData());
    for (const bool explicitParameters : {false, true}) {
        const Key key = newKey(curve.toStdString(), explicitParameters);
        const Bytes der = ecdsa(key, EVP_get_digestbyname(digest.constData()), challenge);

        QVERIFY2(accepted(dg15Of(key), dg14, plainOf(der, fieldSize)), "plain");
        QVERIFY2(accepted(dg15Of(key), dg14, der), "DER");
    }
}

void ActiveAuthenticationTest::verify_ofForgedEcdsa_fails()
{
    const Key key = newKey("prime256v1");
    const Bytes dg15 = dg15Of(key);
    const Bytes dg14 = dg14Of("0.4.0.127.0.7.1.1.4.1.3");
    const Bytes good = plainOf(ecdsa(key, EVP_sha256(), challenge), 32);
    QVERIFY(accepted(dg15, dg14, good));

    Bytes changed = good;
    changed.back() ^= 1;
    QVERIFY2(!accepted(dg15, dg14, changed), "one bit");
    QVERIFY2(!accepted(dg15, dg14, good, fromHex("0000000000000000")), "replayed");
    QVERIFY2(!accepted(dg15, dg14, Bytes(64)), "zeros");
    QVERIFY2(!accepted(dg15, dg14, Bytes(63, 1)), "odd length");
    QVERIFY2(!accepted(dg15, dg14, {}), "empty");
    QVERIFY2(!accepted(dg15, dg14, plainOf(ecdsa(key, EVP_sha1(), challenge), 32)), "another digest than DG14 names");
    QVERIFY2(!accepted(dg15, dg14Of("1.2.3.4"), good), "an algorithm that nobody knows");
}

void ActiveAuthenticationTest::verify_withUnusableKey_saysWhy()
{
    const auto code = [](const Bytes& dg15) {
        const auto result = verifyActiveAuthentication(dg15, {}, {challenge, Bytes(64, 1)});
        return result ? QByteArray() : text(codeName(result.error().code));
    };
    QCOMPARE(code(fromHex("6F00")), "KEY_UNREADABLE");
    QCOMPARE(code(fromHex("6E00")), "DATA_GROUP_MALFORMED");
    QCOMPARE(code(dg15Of(makeKeyOnForgedCurve())), "CURVE_NOT_KNOWN");
    QCOMPARE(code(dg15Of(newKey("RSA-512"))), "KEY_TOO_WEAK");
}

QTEST_GUILESS_MAIN(ActiveAuthenticationTest)
#include "tst_active_authentication.moc"
