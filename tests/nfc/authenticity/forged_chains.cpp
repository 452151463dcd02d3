#include "tests/nfc/authenticity/forged_document.h"

namespace chinhchu::tests {

using namespace chip::pki;

namespace {

Change inCertificate(std::function<void(DerNode&)> change)
{
    return [change = std::move(change)](Document& d) { d.changeCertificate = change; };
}

Change withExtension(const char* name, const char* value)
{
    return [name, value](Document& d) { changeExtension(d.ds, name, value); };
}

Bytes listOf(const Document& d, std::vector<long> serials, const char* from = "20260101000000Z",
             const char* next = "20270101000000Z")
{
    return makeCrl({cscaName, d.csca.key, std::move(serials), from, next, EVP_sha256()});
}

void otherKey(Document& d)
{
    d.ds.issuerKey = makeKey("prime256v1", false, 9);
}

/// A self-made issuer, with the document signer that it made.
void selfMadeIssuer(Document& d, const std::string& name, bool enclosed)
{
    d.beforeSod = [name, enclosed](Document& document, const Certificate&) {
        CertificateSpec fake = document.csca;
        fake.subject = name;
        fake.key = makeKey("prime256v1", false, 9);
        const Certificate made = makeCertificate(fake);
        CertificateSpec ds = document.ds;
        ds.issuer = fake.subject;
        ds.issuerKey = fake.key;
        ds.authority = made.get();
        document.sod.signers = {{makeCertificate(ds), ds.key}};
        if (enclosed)
            document.sod.more = {made};
    };
}

constexpr std::size_t version = 0, serial = 1, algorithm = 2, issuer = 3, validity = 4, publicKey = 6;

} // namespace

/// The signer's certificate, its issuer, the lists, and whose document it is.
std::vector<Case> chainForgeries()
{
    return {
        {"certificate: version 1 with extensions", "LDS_H_48", "SIGNER_CERTIFICATE_INVALID",
         inCertificate([](DerNode& tbs) {
             tbs.at({version, 0}).value = {0};
         })},
        {"certificate: version missing", "LDS_H_49", "SIGNER_CERTIFICATE_INVALID",
         inCertificate([](DerNode& tbs) { tbs.remove(version); })},
        {"certificate: serial number missing", "LDS_H_50", "SOD_MALFORMED",
         inCertificate([](DerNode& tbs) { tbs.remove(serial); })},
        {"certificate: two different algorithms", "LDS_H_51", "SIGNER_CERTIFICATE_INVALID",
         inCertificate([](DerNode& tbs) {
             tbs.at({algorithm, 0}).value.back() = 4;
         })},
        {"certificate: algorithm missing", "LDS_H_52", "SOD_MALFORMED",
         inCertificate([](DerNode& tbs) { tbs.remove(algorithm); })},
        {"certificate: issuer is not the subject of the CSCA", "LDS_H_54", "ISSUER_UNKNOWN",
         [](Document& d) {
             d.ds.issuer = "C=VN,O=Invented for tests,CN=Somebody else";
             changeExtension(d.ds, "authorityKeyIdentifier", nullptr);
         }},
        {"certificate: issuer missing", "LDS_H_55", "SOD_MALFORMED",
         inCertificate([](DerNode& tbs) { tbs.remove(issuer); })},
        {"certificate: validity that is no time", "LDS_H_56", "SIGNER_CERTIFICATE_INVALID",
         inCertificate([](DerNode& tbs) {
             tbs.at({validity, 1}).value = {'x', 'x'};
         })},
        {"certificate: validity missing", "LDS_H_57", "SOD_MALFORMED",
         inCertificate([](DerNode& tbs) { tbs.remove(validity); })},
        {"certificate: public key missing", "LDS_H_59", "SOD_MALFORMED",
         inCertificate([](DerNode& tbs) { tbs.remove(publicKey); })},
        {"certificate: key usage of an authority", "LDS_H_62", "SIGNER_KEY_USAGE_WRONG",
         withExtension("keyUsage", "critical,keyCertSign")},
        {"certificate: key usage without digitalSignature", "LDS_H_63", "SIGNER_KEY_USAGE_WRONG",
         withExtension("keyUsage", "critical,keyEncipherment")},
        {"certificate: signed with MD5", "LDS_H_65", "SIGNER_CHAIN_INVALID",
         [](Document& d) {
             d.csca.key = makeKey("RSA-2048", false, 1);
             d.csca.digest = EVP_sha256();
             d.ds.digest = EVP_md5();
         }},
        {"certificate: signature of another key", "LDS_H_67", "SIGNER_CHAIN_INVALID", otherKey},
        {"certificate: an authority", "ICAO 9303-12, 7.1.1", "SIGNER_IS_AUTHORITY",
         withExtension("basicConstraints", "critical,CA:TRUE")},
        {"certificate: made to sign master lists", "ICAO 9303-12, 7.1.1", "SIGNER_PURPOSE_WRONG",
         withExtension("extendedKeyUsage", "critical,2.23.136.1.1.3")},
        {"certificate: made to sign deviation lists", "ICAO 9303-12, 7.1.1", "SIGNER_PURPOSE_WRONG",
         withExtension("extendedKeyUsage", "2.23.136.1.1.8")},
        {"certificate: critical extension that nobody knows", "RFC 5280, 4.2", "SIGNER_EXTENSION_UNKNOWN",
         withExtension("1.2.3.4.5", "critical,DER:05:00")},
        {"time: signer of tomorrow", "RFC 5280, 6.1.3", "SIGNER_NOT_YET_VALID",
         [](Document& d) {
             d.ds.from = "20261124000000Z";
             d.profile.identity.issue = {2026, 11, 24};
             d.personalise();
         }},
        {"time: issued before the signer was valid", "ICAO 9303-12, 4.1", "SIGNER_NOT_VALID_AT_ISSUE",
         [](Document& d) {
             d.profile.identity.issue = {2019, 5, 20};
             d.personalise();
         }},
        {"time: issued after the signer expired", "ICAO 9303-12, 4.1", "SIGNER_NOT_VALID_AT_ISSUE",
         [](Document& d) { d.ds.until = "20210101000000Z"; }},
        {"time: no issue date, signed after the signer expired", "ICAO 9303-12, 4.1", "SIGNER_NOT_VALID_AT_ISSUE",
         [](Document& d) {
             makePassport(d);
             d.ds.until = "20230101000000Z";
         }},
        {"time: key used too late", "ICAO 9303-12, 7.1.1", "SIGNER_KEY_PERIOD_EXCEEDED",
         withExtension("2.5.29.16", "DER:30:11:81:0F:32:30:32:31:30:31:30:31:30:30:30:30:30:30:5A")},
        {"time: key used too early", "ICAO 9303-12, 7.1.1", "SIGNER_KEY_PERIOD_EXCEEDED",
         withExtension("2.5.29.16", "DER:30:11:80:0F:32:30:32:33:30:31:30:31:30:30:30:30:30:30:5A")},
        {"type: signer for passports only", "ICAO 9303-12, 7.1.1.6", "SIGNER_DOCUMENT_TYPE_WRONG",
         withExtension("2.23.136.1.1.6.2", "DER:30:08:02:01:00:31:03:13:01:50")}, // "P"
        {"list: signer revoked", "ISO7816_B_10", "SIGNER_REVOKED", [](Document& d) { d.crls = {listOf(d, {77})}; }},
        {"list: signer revoked by a stale list", "ISO7816_B_10", "SIGNER_REVOKED",
         [](Document& d) { d.crls = {listOf(d, {77}, "20220101000000Z", "20220201000000Z")}; }},
        {"list: signer revoked by one of two", "ISO7816_B_10", "SIGNER_REVOKED",
         [](Document& d) {
             d.crls = {listOf(d, {}), listOf(d, {77})};
         }},
        {"list: issuer revoked", "ICAO 9303-12, 7.1.4", "ISSUER_REVOKED",
         [](Document& d) { d.crls = {listOf(d, {1})}; }},
        {"issuer: self-made, of the same name", "ICAO 9303-12, 5.3", "ISSUER_UNKNOWN",
         [](Document& d) {
             otherKey(d);
             changeExtension(d.ds, "authorityKeyIdentifier", nullptr);
         }},
        {"issuer: self-made, enclosed", "ICAO 9303-12, 5.3", "ISSUER_UNKNOWN",
         [](Document& d) { selfMadeIssuer(d, "C=VN,O=Invented for tests,CN=CSCA Fake", true); }},
        {"issuer: self-made, enclosed, of the same name", "ICAO 9303-12, 5.3", "ISSUER_UNKNOWN",
         [](Document& d) { selfMadeIssuer(d, cscaName, true); }},
        {"issuer: the signer itself", "ICAO 9303-12, 5.3", "ISSUER_UNKNOWN",
         [](Document& d) {
             d.ds.issuer = d.ds.subject;
             d.ds.issuerKey = d.ds.key;
             changeExtension(d.ds, "authorityKeyIdentifier", nullptr);
         }},
        {"issuer: nobody is trusted", "ICAO 9303-12, 5.3", "ISSUER_UNKNOWN", [](Document& d) { d.trusted = false; }},
        {"issuer: no authority", "ICAO 9303-12, 7.1.1", "ISSUER_NOT_AUTHORITY",
         [](Document& d) { changeExtension(d.csca, "basicConstraints", "critical,CA:FALSE"); }},
        {"issuer: a trusted document signer", "ICAO 9303-12, 7.1.1", "ISSUER_NOT_AUTHORITY",
         [](Document& d) {
             d.beforeSod = [](Document& document, const Certificate& ds) {
                 // A trusted signer's key makes a second signer.
                 document.moreAnchors = {ds};
                 CertificateSpec second = document.ds;
                 second.subject = "C=VN,O=Invented for tests,CN=DS 2";
                 second.issuer = document.ds.subject;
                 second.issuerKey = document.ds.key;
                 second.key = makeKey("brainpoolP256r1", false, 2);
                 second.digest = EVP_sha256();
                 changeExtension(second, "authorityKeyIdentifier", nullptr);
                 document.sod.signers = {{makeCertificate(second), second.key}};
             };
         }},
        {"issuer: may not sign certificates", "ICAO 9303-12, 7.1.1", "ISSUER_KEY_USAGE_WRONG",
         [](Document& d) { changeExtension(d.csca, "keyUsage", "critical,digitalSignature"); }},
        {"issuer: not valid yet when it signed", "ICAO 9303-12, 4.1", "ISSUER_NOT_VALID_AT_SIGNING",
         [](Document& d) { d.csca.from = "20210101000000Z"; }},
        {"issuer: expired when it signed", "ICAO 9303-12, 4.1", "ISSUER_NOT_VALID_AT_SIGNING",
         [](Document& d) {
             d.csca.from = "20100101000000Z";
             d.csca.until = "20190101000000Z";
         }},
        {"country: the signer's is not the issuer's", "ICAO 9303-12, 7.1.1", "SIGNER_COUNTRY_DISAGREES",
         [](Document& d) {
             d.ds.subject = "C=LA,O=Invented for tests,CN=DS 1";
             makePassport(d, "LAO");
         }},
        {"country: the issuer has none", "ICAO 9303-12, 7.1.1", "SIGNER_COUNTRY_DISAGREES",
         [](Document& d) { d.csca.subject = d.ds.issuer = "O=Invented for tests,CN=CSCA"; }},
        {"country: a citizen card of another state's PKI", "ICAO 9303-12, 7.1.1", "ISSUER_COUNTRY_DISAGREES",
         [](Document& d) {
             d.csca.subject = d.ds.issuer = "C=LA,O=Invented for tests,CN=CSCA";
             d.ds.subject = "C=LA,O=Invented for tests,CN=DS 1";
         }},
        {"scope: citizen card under an issuer of passports", "ICAO 9303-12, 5.3", "ISSUER_NOT_FOR_DOCUMENT",
         [](Document& d) { d.trustFolder = "passport"; }},
        {"scope: passport under an issuer of citizen cards", "ICAO 9303-12, 5.3", "ISSUER_NOT_FOR_DOCUMENT",
         [](Document& d) {
             makePassport(d);
             d.trustFolder = "citizen-card";
         }},
    };
}

} // namespace chinhchu::tests
