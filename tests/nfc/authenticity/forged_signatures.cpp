#include "tests/nfc/authenticity/forged_document.h"

#include <openssl/rsa.h>

namespace chinhchu::tests {

using namespace chip::pki;

namespace {

using Sign = std::function<void()>;

/// Changes the SignedData and signs again.
Change inSignedData(std::function<void(DerNode&)> change)
{
    return [change = std::move(change)](Document& d) {
        d.changeSignedData = [change](DerNode& data, const Sign& sign) {
            change(data);
            sign();
        };
    };
}

/// Changes the finished file and does not sign again.
Change afterSigning(std::function<void(Bytes&)> change)
{
    return [change = std::move(change)](Document& d) { d.changeSod = change; };
}

/// Changes the SignedData and leaves the signature as it was.
Change unsignedChange(std::function<void(DerNode&)> change)
{
    return [change = std::move(change)](Document& d) {
        d.changeSignedData = [change](DerNode& data, const Sign&) { change(data); };
    };
}

DerNode& signerInfo(DerNode& signedData)
{
    return signedData.children.back().at({0});
}

/// The signed attribute with this object identifier (content bytes).
DerNode& attribute(DerNode& signedData, const Bytes& oid)
{
    for (DerNode& each : signerInfo(signedData).at({3}).children) {
        if (each.at({0}).value == oid)
            return each;
    }
    throw std::runtime_error("no such attribute");
}

void removeAttribute(DerNode& signedData, const Bytes& oid)
{
    auto& all = signerInfo(signedData).at({3}).children;
    std::erase_if(all, [&](DerNode& each) { return each.at({0}).value == oid; });
}

const Bytes contentTypeOid = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03};
const Bytes messageDigestOid = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04};
const Bytes signingTimeOid = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x05};
const Bytes md5Oid = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x05};
const Bytes md5WithRsaOid = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x04};
const Bytes signedDataOid = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02};
const Bytes dataOid = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01};

void signWithRsa(Document& d)
{
    d.ds.key = makeKey("RSA-2048");
}

/// Shows @p other's certificate, or none, beside a signature of the document's own signer.
Change withCertificateOf(std::function<void(CertificateSpec&)> change)
{
    return [change = std::move(change)](Document& d) {
        d.beforeSod = [change](Document& document, const Certificate&) {
            CertificateSpec other = document.ds;
            change(other);
            document.sod.withCertificates = false;
            document.sod.more = {makeCertificate(other)};
        };
    };
}

} // namespace

/// The file, its signature and the keys.
std::vector<Case> signatureForgeries()
{
    return {
        {"file: a DG tag instead of 77", "LDS_H_17", "SOD_MALFORMED", afterSigning([](Bytes& sod) { sod[0] = 0x78; })},
        {"file: length too small", "LDS_H_18", "SOD_MALFORMED", afterSigning([](Bytes& sod) { sod[3] -= 1; })},
        {"file: length too big", "LDS_H_19", "SOD_MALFORMED", afterSigning([](Bytes& sod) { sod[2] += 1; })},
        {"file: cut off", "LDS_H_19", "SOD_MALFORMED", afterSigning([](Bytes& sod) { sod.resize(sod.size() / 2); })},
        {"file: empty sequence", "ICAO 9303-10, 4.6.2", "SOD_MALFORMED", afterSigning([](Bytes& sod) {
             sod = {0x77, 0x02, 0x30, 0x00};
         })},
        {"file: not there", "ICAO 9303-10, 4.6.2", "SOD_MISSING", afterSigning([](Bytes& sod) { sod.clear(); })},
        {"file: no SignedData", "RFC 5652, 3", "SOD_MALFORMED",
         afterSigning([](Bytes& sod) { replaceLast(sod, signedDataOid, dataOid); })},
        {"data: version missing", "LDS_H_21", "SOD_MALFORMED", unsignedChange([](DerNode& data) { data.remove(0); })},
        {"data: digest list missing", "LDS_H_23", "SOD_MALFORMED",
         unsignedChange([](DerNode& data) { data.remove(1); })},
        {"data: content type of a master list", "LDS_H_24", "SOD_CONTENT_TYPE_WRONG",
         [](Document& d) { d.sod.contentType = "2.23.136.1.1.2"; }},
        {"data: content type 'data'", "LDS_H_24", "SOD_CONTENT_TYPE_WRONG",
         [](Document& d) { d.sod.contentType = "1.2.840.113549.1.7.1"; }},
        {"data: content type missing", "LDS_H_25", "SOD_MALFORMED",
         unsignedChange([](DerNode& data) { data.at({2}).remove(0); })},
        {"data: content missing", "ICAO 9303-10, 4.6.2.2", "SOD_MALFORMED",
         unsignedChange([](DerNode& data) { data.at({2}).remove(1); })},
        {"signer: none", "ICAO 9303-10, 4.6.2.2", "SOD_SIGNER_MISSING", [](Document& d) { d.sod.noSigner = true; }},
        {"signer: version missing", "LDS_H_27", "SOD_MALFORMED",
         unsignedChange([](DerNode& data) { signerInfo(data).remove(0); })},
        {"signer: another issuer and serial number", "LDS_H_28", "SIGNER_CERTIFICATE_MISSING",
         withCertificateOf([](CertificateSpec& other) { other.serial = 78; })},
        {"signer: another key identifier", "LDS_H_29", "SIGNER_CERTIFICATE_MISSING",
         [](Document& d) {
             changeExtension(d.ds, "subjectKeyIdentifier", "hash");
             d.sod.keyIdentifier = true;
             d.changeSignedData = [](DerNode& data, const Sign& sign) {
                 signerInfo(data).at({1}).value.back() ^= 1;
                 sign();
             };
         }},
        {"signer: certificate not enclosed, unknown to the store", "LDS_H_15", "SIGNER_CERTIFICATE_MISSING",
         [](Document& d) { d.sod.withCertificates = false; }},
        {"signer: digest MD5", "LDS_H_30", "DIGEST_NOT_ACCEPTED", inSignedData([](DerNode& data) {
             signerInfo(data).at({2, 0}).value = md5Oid;
         })},
        {"signer: digest missing", "LDS_H_31", "SOD_MALFORMED",
         unsignedChange([](DerNode& data) { signerInfo(data).remove(2); })},
        {"signer: all in MD5", "LDS_H_22", "DIGEST_NOT_ACCEPTED",
         [](Document& d) {
             signWithRsa(d);
             d.sod.digest = EVP_md5();
         }},
        {"attributes: another message digest", "LDS_H_32", "SOD_CONTENT_HASH_MISMATCH", inSignedData([](DerNode& data) {
             attribute(data, messageDigestOid).at({1, 0}).value[0] ^= 1;
         })},
        {"attributes: message digest missing", "LDS_H_33", "SOD_SIGNED_ATTRIBUTES_INVALID",
         inSignedData([](DerNode& data) { removeAttribute(data, messageDigestOid); })},
        {"attributes: message digest of another kind", "RFC 5652, 11.2", "SOD_SIGNED_ATTRIBUTES_INVALID",
         inSignedData([](DerNode& data) {
             attribute(data, messageDigestOid).at({1, 0}).tag = 0x13;
         })},
        {"attributes: content type missing", "RFC 5652, 11.1", "SOD_SIGNED_ATTRIBUTES_INVALID",
         inSignedData([](DerNode& data) { removeAttribute(data, contentTypeOid); })},
        {"attributes: another content type", "RFC 5652, 11.1", "SOD_SIGNED_ATTRIBUTES_INVALID",
         inSignedData([](DerNode& data) {
             attribute(data, contentTypeOid).at({1, 0}).value.back() ^= 1;
         })},
        {"attributes: message digest twice", "RFC 5652, 11.2", "SOD_SIGNED_ATTRIBUTES_INVALID",
         inSignedData(
             [](DerNode& data) { signerInfo(data).at({3}).children.push_back(attribute(data, messageDigestOid)); })},
        {"attributes: signing time moved, not signed again", "ICAO 9303-12, 7.1.1", "SOD_SIGNATURE_INVALID",
         unsignedChange([](DerNode& data) {
             attribute(data, signingTimeOid).at({1, 0}).value[0] ^= 1;
         })},
        {"signature: algorithm MD5 with RSA", "LDS_H_36", "DIGEST_NOT_ACCEPTED",
         [](Document& d) {
             signWithRsa(d);
             inSignedData([](DerNode& data) { signerInfo(data).at({4, 0}).value = md5WithRsaOid; })(d);
         }},
        {"signature: algorithm that nobody knows", "LDS_H_36", "SIGNATURE_ALGORITHM_UNKNOWN",
         inSignedData([](DerNode& data) {
             signerInfo(data).at({4, 0}).value = {0x2A, 0x03, 0x04, 0x05};
         })},
        {"signature: PSS with parameters that are none", "LDS_H_36", "SIGNATURE_ALGORITHM_UNKNOWN",
         [](Document& d) {
             signWithRsa(d);
             d.sod.pss = true;
             unsignedChange([](DerNode& data) {
                 signerInfo(data).at({4, 1}) = DerNode::parse(tlv(0x30, tlv(0x04, {1})));
             })(d);
         }},
        {"signature: algorithm of another kind of key", "LDS_H_36", "SOD_SIGNATURE_INVALID",
         inSignedData([](DerNode& data) {
             signerInfo(data).at({4, 0}).value = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B};
         })},
        {"signature: ECDSA, last byte", "LDS_H_37", "SOD_SIGNATURE_INVALID",
         unsignedChange([](DerNode& data) { signerInfo(data).children.back().value.back() ^= 1; })},
        {"signature: RSA, last byte", "LDS_H_37", "SOD_SIGNATURE_INVALID",
         [](Document& d) {
             signWithRsa(d);
             unsignedChange([](DerNode& data) { signerInfo(data).children.back().value.back() ^= 1; })(d);
         }},
        {"signature: PSS, last byte", "LDS_H_37", "SOD_SIGNATURE_INVALID",
         [](Document& d) {
             signWithRsa(d);
             d.sod.pss = true;
             unsignedChange([](DerNode& data) { signerInfo(data).children.back().value.back() ^= 1; })(d);
         }},
        {"signature: no DER, not plain either", "LDS_H_37", "SOD_SIGNATURE_INVALID", unsignedChange([](DerNode& data) {
             signerInfo(data).children.back().value = {1, 2, 3};
         })},
        {"signature: empty", "LDS_H_38", "SOD_SIGNATURE_INVALID",
         unsignedChange([](DerNode& data) { signerInfo(data).children.back().value.clear(); })},
        {"signature: missing", "LDS_H_38", "SOD_MALFORMED",
         unsignedChange([](DerNode& data) { signerInfo(data).children.pop_back(); })},
        {"signature: by another key", "LDS_H_37", "SOD_SIGNATURE_INVALID",
         [](Document& d) {
             d.beforeSod = [](Document& document, const Certificate& ds) {
                 // CMS checks that key and certificate fit, so the right certificate is put in afterwards.
                 CertificateSpec twin = document.ds;
                 twin.key = makeKey("brainpoolP256r1", false, 1);
                 document.sod.withCertificates = false;
                 document.sod.more = {ds};
                 document.sod.signers = {{makeCertificate(twin), twin.key}};
             };
         }},
        {"signature: without attributes, content changed", "LDS_H_37", "SOD_SIGNATURE_INVALID",
         [](Document& d) {
             d.sod.attributes = false;
             unsignedChange([](DerNode& data) { data.at({2, 1, 0}).value.back() ^= 1; })(d);
         }},
        {"key: RSA of 512 bits", "LDS_H_58", "KEY_TOO_WEAK", [](Document& d) { d.ds.key = makeKey("RSA-512"); }},
        {"key: curve of 112 bits", "LDS_H_58", "KEY_TOO_WEAK",
         [](Document& d) {
             d.ds.key = makeKey("secp112r1");
             d.sod.digest = EVP_sha1();
         }},
        {"key: generator of one's own", "LDS_H_58", "CURVE_NOT_KNOWN",
         [](Document& d) { d.ds.key = makeKeyOnForgedCurve(); }},
        {"key: Ed25519", "LDS_H_58", "SIGNATURE_ALGORITHM_UNKNOWN", withCertificateOf([](CertificateSpec& other) {
             other.key = Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free);
         })},
        {"key: no point of the curve", "LDS_H_58", "KEY_UNREADABLE",
         [](Document& d) { d.changeCertificate = [](DerNode& tbs) {
                               tbs.at({6, 1}).value.back() ^= 1;
                           }; }},
    };
}

} // namespace chinhchu::tests
