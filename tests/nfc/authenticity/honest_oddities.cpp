#include "tests/nfc/authenticity/forged_document.h"

namespace chinhchu::tests {

using namespace chip::pki;

namespace {

Change signerOn(const char* curve, bool explicitParameters = false)
{
    return [curve, explicitParameters](Document& d) { d.ds.key = makeKey(curve, explicitParameters); };
}

Change rsa(const EVP_MD* digest, bool pss, int salt = -1)
{
    return [=](Document& d) {
        d.ds.key = makeKey("RSA-2048");
        d.sod.digest = d.sod.hashDigest = digest;
        d.sod.pss = pss;
        d.sod.saltLength = salt;
    };
}

const Bytes pssOid = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A};
const Bytes sha256WithRsaOid = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B};
const Bytes sha256Oid = {0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01};

/// Changes the AlgorithmIdentifier of the signature, which nobody signs, after @p first.
Change signatureAlgorithm(
    std::function<void(DerNode&)> change, const Change& first = [](Document&) {})
{
    return [=](Document& d) {
        first(d);
        d.changeSignedData = [change](DerNode& data, const std::function<void()>& sign) {
            sign();
            change(data.children.back().at({0, 4}));
        };
    };
}

/// BSI TR-03111, 5.2.1: id-ecdsa-plain-SHA*; signed in DER all the same.
Change bsiIdentifier(std::uint8_t number, const EVP_MD* digest)
{
    return signatureAlgorithm(
        [number](DerNode& algorithm) {
            algorithm.at({0}).value = {0x04, 0x00, 0x7F, 0x00, 0x07, 0x01, 0x01, 0x04, 0x01, number};
        },
        [digest](Document& d) { d.sod.digest = digest; });
}

/// A CSCA with a new key and name, whose link certificate the old key made; the document's signer is of the new one.
void renewIssuer(Document& d, bool linkEnclosed)
{
    d.beforeSod = [linkEnclosed](Document& document, const Certificate&) {
        CertificateSpec link = document.csca;
        link.subject = "C=VN,O=Invented for tests,CN=CSCA Test 2";
        link.issuer = cscaName;
        link.issuerKey = document.csca.key;
        link.key = makeKey("prime256v1", false, 2);
        link.serial = 5;
        const Certificate made = makeCertificate(link);
        CertificateSpec ds = document.ds;
        ds.issuer = link.subject;
        ds.issuerKey = link.key;
        ds.authority = made.get();
        document.sod.signers = {{makeCertificate(ds), ds.key}};
        (linkEnclosed ? document.sod.more : document.moreAnchors) = {made};
    };
}

} // namespace

/// Documents that nobody forged and that stock software stumbles over.
std::vector<Case> honestOddities()
{
    return {
        {"nothing odd", "ICAO 9303-12", "", [](Document&) {}},
        {"brainpoolP224r1", "LDS_H_70", "", signerOn("brainpoolP224r1")},
        {"brainpoolP256r1", "LDS_H_71", "", signerOn("brainpoolP256r1")},
        {"brainpoolP384r1", "LDS_H_72", "", signerOn("brainpoolP384r1")},
        {"brainpoolP512r1", "LDS_H_73", "", signerOn("brainpoolP512r1")},
        {"secp384r1", "LDS_H_72", "", signerOn("secp384r1")},
        {"secp521r1", "LDS_H_73", "", signerOn("secp521r1")},
        {"explicit parameters of a known curve, signer", "ICAO 9303-12, 4.4", "", signerOn("brainpoolP256r1", true)},
        {"explicit parameters of a known curve, issuer", "ICAO 9303-12, 4.4", "",
         [](Document& d) { d.csca.key = makeKey("brainpoolP512r1", true); }},
        {"PKCS #1, SHA-256", "LDS_H_05", "", rsa(EVP_sha256(), false)},
        {"PKCS #1, SHA-512", "LDS_H_07", "", rsa(EVP_sha512(), false)},
        {"PKCS #1, SHA-1", "LDS_H_01", "SHA-1", rsa(EVP_sha1(), false)},
        {"PSS, SHA-1", "LDS_H_02", "SHA-1", rsa(EVP_sha1(), true)},
        {"PSS, SHA-256", "LDS_H_03", "", rsa(EVP_sha256(), true)},
        {"PSS, SHA-384", "LDS_H_95", "", rsa(EVP_sha384(), true)},
        {"PSS with a salt of 20", "RFC 4055, 3.1", "", rsa(EVP_sha256(), true, 20)},
        {"PSS without salt", "RFC 4055, 3.1", "", rsa(EVP_sha256(), true, 0)},
        {"PSS key", "RFC 4055, 1.2", "",
         [](Document& d) {
             d.ds.key = makeKey("RSA-PSS-2048");
             d.sod.pss = true;
         }},
        {"certificate signed with PSS", "LDS_H_75", "",
         [](Document& d) {
             d.csca.key = makeKey("RSA-2048", false, 1);
             d.csca.digest = d.ds.digest = EVP_sha256();
             d.csca.pss = d.ds.pss = true;
         }},
        {"ECDSA, SHA-1", "LDS_H_09", "SHA-1", [](Document& d) { d.sod.digest = d.sod.hashDigest = EVP_sha1(); }},
        {"ECDSA under the identifier of BSI TR-03111, value in DER", "LDS_H_12", "",
         [](Document& d) {
             d.changeSignedData = [](DerNode& data, const std::function<void()>& sign) {
                 data.children.back().at({0, 4, 0}).value = {0x04, 0x00, 0x7F, 0x00, 0x07,
                                                             0x01, 0x01, 0x04, 0x01, 0x03};
                 sign();
             };
         }},
        {"ECDSA, SHA-1, identifier of BSI", "LDS_H_10", "SHA-1", bsiIdentifier(1, EVP_sha1())},
        {"ECDSA, SHA-224, identifier of BSI", "LDS_H_11", "", bsiIdentifier(2, EVP_sha224())},
        {"ECDSA, SHA-384, identifier of BSI", "LDS_H_13", "", bsiIdentifier(4, EVP_sha384())},
        {"ECDSA, SHA-512, identifier of BSI", "LDS_H_14", "", bsiIdentifier(5, EVP_sha512())},
        {"ECDSA with the digest as a parameter", "ANSI X9.62, E.8", "", signatureAlgorithm([](DerNode& algorithm) {
             algorithm.at({0}).value = {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03};
             algorithm.children.push_back(DerNode::parse(tlv(0x30, tlv(0x06, sha256Oid))));
         })},
        {"ECDSA with the digest named elsewhere", "ANSI X9.62, E.8", "", signatureAlgorithm([](DerNode& algorithm) {
             algorithm.at({0}).value = {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x02};
         })},
        {"ECDSA under the identifier of the key", "RFC 5480, 2.1.1", "", signatureAlgorithm([](DerNode& algorithm) {
             algorithm.at({0}).value = {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01};
         })},
        {"PSS under a plain RSA identifier", "RFC 4055, 5", "under a plain RSA identifier",
         signatureAlgorithm(
             [](DerNode& algorithm) {
                 algorithm.at({0}).value = sha256WithRsaOid;
                 algorithm.at({1}) = DerNode::parse(tlv(0x05, {}));
             },
             rsa(EVP_sha256(), true))},
        {"PKCS #1 under the identifier of PSS", "RFC 4055, 3", "under the identifier of RSASSA-PSS",
         signatureAlgorithm(
             [](DerNode& algorithm) {
                 const Bytes digest = tlv(0x30, tlv(0x06, sha256Oid));
                 algorithm.at({0}).value = pssOid;
                 algorithm.at({1}) = DerNode::parse(tlv(0x30, tlv(0xA0, digest)));
             },
             rsa(EVP_sha256(), false))},
        {"PSS without parameters", "RFC 4055, 3.1", "",
         signatureAlgorithm([](DerNode& algorithm) { algorithm.remove(1); }, rsa(EVP_sha256(), true))},
        {"PSS with another salt than declared", "RFC 4055, 3.1", "salt length is not the one declared",
         [](Document& d) {
             rsa(EVP_sha256(), true, 30)(d); // 20 would be the default, which is not written
             d.changeSignedData = [](DerNode& data, const auto&) {
                 data.children.back().at({0, 4, 1, 2, 0}).value = {32};
             };
         }},
        {"SHA-512 over a small curve", "ICAO 9303-12, 4.4", "",
         [](Document& d) {
             d.ds.key = makeKey("brainpoolP224r1");
             d.sod.digest = EVP_sha512();
         }},
        {"hash list and signature with different digests", "LDS_H_74", "",
         [](Document& d) {
             d.sod.hashDigest = EVP_sha512();
             d.sod.digest = EVP_sha384();
         }},
        {"digest without parameters", "RFC 5754, 2", "", [](Document& d) { d.sod.digestParameters = false; }},
        {"LDS 1.8", "LDS_H_86", "", [](Document& d) { d.sod.version = 1; }},
        {"SignedData of another version", "LDS_H_20", "",
         [](Document& d) { d.changeSignedData = [](DerNode& data, const auto&) { data.at({0}).value = {1}; }; }},
        {"without signed attributes", "RFC 5652, 5.3", "no signed attributes",
         [](Document& d) { d.sod.attributes = false; }},
        {"signer by key identifier", "RFC 5652, 5.3", "",
         [](Document& d) {
             changeExtension(d.ds, "subjectKeyIdentifier", "hash");
             d.sod.keyIdentifier = true;
         }},
        {"signer by key identifier, version 1", "LDS_H_85", "",
         [](Document& d) {
             changeExtension(d.ds, "subjectKeyIdentifier", "hash");
             d.sod.keyIdentifier = true;
             d.changeSignedData = [](DerNode& data, const auto&) { data.children.back().at({0, 0}).value = {1}; };
         }},
        {"signer by key identifier that is only computed", "RFC 5280, 4.2.1.2", "",
         [](Document& d) {
             d.beforeSod = [](Document& document, const Certificate& ds) {
                 CertificateSpec twin = document.ds;
                 changeExtension(twin, "subjectKeyIdentifier", "hash");
                 document.sod.keyIdentifier = true;
                 document.sod.withCertificates = false;
                 document.sod.signers = {{makeCertificate(twin), twin.key}};
                 document.sod.more = {ds}; // the same key, no identifier in it
             };
         }},
        {"signer named in other words", "RFC 5652, 5.3", "names the issuer differently",
         [](Document& d) {
             d.changeSignedData = [](DerNode& data, const auto&) {
                 DerNode& name = data.children.back().at({0, 1, 0});
                 std::swap(name.children.front(), name.children.back());
             };
         }},
        {"signer's certificate only in the store", "LDS_H_15", "",
         [](Document& d) {
             d.sod.withCertificates = false;
             d.beforeSod = [](Document& document, const Certificate& ds) { document.moreAnchors.push_back(ds); };
         }},
        {"two signers, one of no use", "RFC 5652, 5.1", "one of several signers",
         [](Document& d) {
             d.beforeSod = [](Document& document, const Certificate&) {
                 CertificateSpec other = document.ds;
                 other.key = makeKey("prime256v1", false, 3);
                 other.issuerKey = makeKey("prime256v1", false, 4);
                 other.digest = EVP_sha256();
                 other.issuer = "C=XX,CN=nobody";
                 other.authority = nullptr;
                 changeExtension(other, "authorityKeyIdentifier", nullptr);
                 document.sod.signers.insert(document.sod.signers.begin(), {makeCertificate(other), other.key});
             };
         }},
        {"several issuers of one name", "ICAO 9303-12, 4.2", "",
         [](Document& d) {
             CertificateSpec other = d.csca;
             other.key = makeKey("prime256v1", false, 5);
             d.moreAnchors.push_back(makeCertificate(other));
             changeExtension(d.ds, "authorityKeyIdentifier", nullptr);
         }},
        {"link certificate in the store", "ICAO 9303-12, 4.3", "", [](Document& d) { renewIssuer(d, false); }},
        {"link certificate enclosed, beyond the path length", "ICAO 9303-12, 7.1.1",
         "1 link certificates where the issuer allows 0", [](Document& d) { renewIssuer(d, true); }},
        {"issuer without limit of the path", "ICAO 9303-12, 7.1.1", "does not limit the path",
         [](Document& d) { changeExtension(d.csca, "basicConstraints", "critical,CA:TRUE"); }},
        {"issuer that allows a longer path", "ICAO 9303-12, 7.1.1", "allows a path of 1",
         [](Document& d) { changeExtension(d.csca, "basicConstraints", "critical,CA:TRUE,pathlen:1"); }},
        {"issuer named in other words, with the right key identifier", "LDS_H_54", "names its issuer differently",
         [](Document& d) { d.ds.issuer = "C=VN,O=Invented for tests,CN=CSCA  Test of old"; }},
        {"issuer with another key identifier", "LDS_H_60", "authority key identifier is not that of the issuer",
         [](Document& d) {
             changeExtension(d.ds, "authorityKeyIdentifier", nullptr);
             d.ds.extensions.push_back({"2.5.29.35", "DER:30:06:80:04:01:02:03:04"});
         }},
        {"no authority key identifier", "LDS_H_61", "",
         [](Document& d) { changeExtension(d.ds, "authorityKeyIdentifier", nullptr); }},
        {"signer expired since", "ICAO 9303-12, 4.1", "expired since",
         [](Document& d) { d.ds.until = "20250101000000Z"; }},
        {"issuer expired since", "ICAO 9303-12, 4.1", "expired since",
         [](Document& d) { d.csca.until = "20250101000000Z"; }},
        {"signer without key usage", "LDS_H_64", "no key usage",
         [](Document& d) { changeExtension(d.ds, "keyUsage", nullptr); }},
        {"signer with nonRepudiation alone", "ICAO 9303-12, 7.1.1", "nonRepudiation only",
         [](Document& d) { changeExtension(d.ds, "keyUsage", "critical,nonRepudiation"); }},
        {"issuer without key usage", "ICAO 9303-12, 7.1.1", "no key usage",
         [](Document& d) { changeExtension(d.csca, "keyUsage", nullptr); }},
        {"issuer without extensions", "ICAO 9303-12, 7.1.1", "no basic constraints",
         [](Document& d) {
             d.csca.extensions.clear();
             changeExtension(d.ds, "authorityKeyIdentifier", nullptr);
         }},
        {"certificates for ever", "RFC 5280, 4.1.2.5", "",
         [](Document& d) { d.ds.until = d.csca.until = "99991231235959Z"; }},
        {"country in small letters", "ICAO 9303-12, 7.1.1", "",
         [](Document& d) { d.ds.subject = "C=vn,O=Invented for tests,CN=DS 1"; }},
        {"fresh revocation list", "ISO7816_B_10", "",
         [](Document& d) {
             d.crls = {makeCrl({cscaName, d.csca.key, {2, 3, 4}, "20260101000000Z", "20270101000000Z"})};
         }},
        {"document type listed", "ICAO 9303-12, 7.1.1.6", "",
         [](Document& d) {
             d.ds.extensions.push_back({"2.23.136.1.1.6.2", "DER:30:09:02:01:00:31:04:13:02:49:44"}); // "ID"
         }},
        {"critical private key usage period", "ICAO 9303-12, 7.1.1", "",
         [](Document& d) {
             d.ds.extensions.push_back({"2.5.29.16",
                                        "critical,DER:30:22:80:0F:32:30:32:30:30:31:30:31:30:30:30:30:30:30:"
                                        "5A:81:0F:32:30:34:30:30:31:30:31:30:30:30:30:30:30:5A"});
         }},
        {"issuer scoped to citizen cards", "ICAO 9303-12, 5.3", "",
         [](Document& d) { d.trustFolder = "citizen-card"; }},
        {"passport under an issuer of passports", "ICAO 9303-12, 5.3", "",
         [](Document& d) {
             makePassport(d);
             d.trustFolder = "passport";
         }},
        {"EF.COM lists a group that nobody signed", "LDS_H_90", "only in EF.COM",
         [](Document& d) {
             d.com = tlv(0x60, tlv(0x5C, {0x61, 0x75, 0x6D, 0x6E, 0x6F, 0x63}));
         }},
        {"EF.COM leaves out DG2", "LDS_H_91", "only in EF.SOD",
         [](Document& d) {
             d.com = tlv(0x60, tlv(0x5C, {0x61, 0x6D, 0x6E, 0x6F}));
         }},
        {"EF.COM that cannot be read", "LDS_A_01", "",
         [](Document& d) {
             d.com = Bytes{0x61, 0x00};
         }},
        {"bytes after the end of EF.SOD", "ICAO 9303-10, 4.6.2", "after its end",
         [](Document& d) { d.changeSod = [](Bytes& sod) { sod.resize(sod.size() + 9); }; }},
    };
}

} // namespace chinhchu::tests
