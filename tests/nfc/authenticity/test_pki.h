#pragma once

#include "resources/base/wiping_memory.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

/// A small country PKI for tests, made with OpenSSL alone: nothing of the code under test takes part.
namespace chinhchu::tests {

using Key = std::shared_ptr<EVP_PKEY>;
using Certificate = std::shared_ptr<X509>;

/// "RSA-2048", "RSA-PSS-2048", or the name of a curve. With @p explicitParameters the curve is written out in full.
Key makeKey(const std::string& kind, bool explicitParameters = false);

/// A key on a curve that has the numbers of prime256v1 but another generator, written out in full.
Key makeKeyOnForgedCurve();

struct Extension
{
    std::string name;  ///< as in openssl.cnf: "keyUsage", or a dotted OID
    std::string value; ///< "critical,digitalSignature", "DER:..."
};

struct CertificateSpec
{
    std::string subject = "C=VN,O=Test,CN=DS 1"; ///< attributes in order
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
};

Certificate makeCertificate(const CertificateSpec& spec);

struct CrlSpec
{
    std::string issuer;
    Key issuerKey;
    std::vector<long> serials;
    std::string from = "20260101000000Z";
    std::string next = "20270101000000Z";
};

Bytes makeCrl(const CrlSpec& spec);

struct SodSpec
{
    std::map<int, Bytes> groups; ///< the raw files
    std::string contentType = "2.23.136.1.1.1";
    const EVP_MD* hashDigest = EVP_sha256(); ///< of the hash list
    int version = 0;
    std::vector<std::pair<Certificate, Key>> signers;
    const EVP_MD* digest = EVP_sha256(); ///< of the signature
    bool attributes = true;
    bool keyIdentifier = false;
    bool pss = false;
    int saltLength = -1; ///< of PSS: as long as the digest
    bool withCertificates = true;
    bool noSigner = false;                  ///< a SignedData that nobody signed
    std::vector<Certificate> more;          ///< further certificates inside
    std::function<void(Bytes&)> changeList; ///< before it is signed
};

/// EF.SOD with its tag 77.
Bytes makeSod(const SodSpec& spec);

/// A master list signed by @p signer.
Bytes makeMasterList(const std::vector<Certificate>& certificates, const Certificate& signer, const Key& key,
                     const std::vector<Certificate>& more = {});

Bytes derOf(const Certificate& certificate);
Bytes pemOf(const Certificate& certificate);

/// Tag, shortest definite length, value.
Bytes tlv(int tag, const Bytes& value);

/// A DG1 of a TD1 or TD3 zone.
Bytes dg1(const std::string& zone);

} // namespace chinhchu::tests
