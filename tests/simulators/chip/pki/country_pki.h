#pragma once

#include "tests/simulators/chip/wire/crypto.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

/// The PKI of a state, down to every field of every certificate: what the simulated cards are issued with, and what the
/// forgeries of the tests are made with. OpenSSL alone; nothing of the code under test takes part.
namespace chinhchu::chip::pki {

using chip::Key;
using Certificate = std::shared_ptr<X509>;

/// "RSA-2048", "RSA-PSS-2048", or the name of a curve. With @p explicitParameters the curve is written out in full.
Key newKey(const std::string& kind, bool explicitParameters = false);

/// The same for tests, which need many keys and no secrets: one of a kind and @p number is made once in a run.
Key makeKey(const std::string& kind, bool explicitParameters = false, int number = 0);

/// A key on a curve that has the numbers of prime256v1 but another generator, written out in full.
Key makeKeyOnForgedCurve();

struct Extension
{
    std::string name;  ///< as in openssl.cnf: "keyUsage", or a dotted OID
    std::string value; ///< "critical,digitalSignature", "DER:..."
};

struct CertificateSpec
{
    std::string subject = "C=VN,O=Test,CN=DS 1"; ///< attributes in order; a comma in a value is written "\\,"
    std::string issuer;                          ///< empty: self-signed
    Key key;
    Key issuerKey; ///< empty: its own
    long serial = 1;
    std::string from = "20200101000000Z";
    std::string until = "20400101000000Z";
    std::vector<Extension> extensions;
    const EVP_MD* digest = EVP_sha256();
    bool pss = false;
    X509* authority = nullptr; ///< whose key identifier "keyid:always" takes
    long version = X509_VERSION_3;
};

Certificate makeCertificate(const CertificateSpec& spec);

struct CrlSpec
{
    std::string issuer;
    Key issuerKey;
    std::vector<long> serials;
    std::string from = "20260101000000Z";
    std::string next = "20270101000000Z";
    const EVP_MD* digest = EVP_sha256();
};

Bytes makeCrl(const CrlSpec& spec);

struct SodSpec
{
    std::map<int, Bytes> groups; ///< the raw files
    std::string contentType = "2.23.136.1.1.1";
    const EVP_MD* hashDigest = EVP_sha256(); ///< of the hash list
    std::string digestOid;                   ///< what the hash list says instead; dotted
    bool digestParameters = true;            ///< NULL after the digest's name, as old encoders write it
    int version = 0;
    std::vector<std::pair<Certificate, Key>> signers;
    const EVP_MD* digest = EVP_sha256(); ///< of the signature
    bool attributes = true;
    bool keyIdentifier = false;
    bool pss = false;
    int saltLength = -1;     ///< of PSS: as long as the digest
    std::string signingTime; ///< UTCTime; empty: now
    bool withCertificates = true;
    bool noSigner = false;                  ///< a SignedData that nobody signed
    std::vector<Certificate> more;          ///< further certificates inside
    std::function<void(Bytes&)> changeList; ///< before it is signed
};

/// EF.SOD with its tag 77.
Bytes makeSod(const SodSpec& spec);

/// CMS SignedData (RFC 5652) around @p content, signed as @p spec says.
Bytes makeSignedData(const Bytes& content, const std::string& type, const SodSpec& spec);

/// A master list signed by @p signer.
Bytes makeMasterList(const std::vector<Certificate>& certificates, const Certificate& signer, const Key& key,
                     const std::vector<Certificate>& more = {});

Bytes derOf(const Certificate& certificate);
Bytes pemOf(const Certificate& certificate);

/// Tag, shortest definite length, value.
Bytes tlv(int tag, const Bytes& value);

} // namespace chinhchu::chip::pki
