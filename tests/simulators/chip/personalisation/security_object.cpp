#include "tests/simulators/chip/personalisation/security_object.h"

#include "tests/simulators/chip/wire/tlv.h"

#include <cstdio>

#include <openssl/cms.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>

namespace chinhchu::chip {

namespace {

using Cms = std::unique_ptr<CMS_ContentInfo, Freeing<CMS_ContentInfo_free>>;

std::string digestOid(const Profile& profile)
{
    if (!profile.attack.sodDigestOid.empty())
        return profile.attack.sodDigestOid;
    char dotted[80];
    OBJ_obj2txt(dotted, sizeof dotted, OBJ_nid2obj(OBJ_txt2nid(profile.sod.digest.c_str())), 1);
    return dotted;
}

// LDSSecurityObject, version 0.
Bytes hashesOf(const Profile& profile, const std::map<int, Bytes>& groups)
{
    Bytes list;
    for (const auto& [number, content] : groups) {
        const Bytes hash = tlv(0x04, digest(profile.sod.digest, content));
        append(list, tlv(0x30, {derInteger(static_cast<std::uint64_t>(number)), hash}));
    }
    const Bytes algorithm = tlv(0x30, {oid(digestOid(profile)), tlv(0x05, Bytes{})});
    return tlv(0x30, {derInteger(0), algorithm, tlv(0x30, list)});
}

void usePss(CMS_SignerInfo* signer)
{
    EVP_PKEY_CTX* const context = CMS_SignerInfo_get0_pkey_ctx(signer);
    check(EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING), "PSS");
    check(EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST), "PSS");
}

} // namespace

namespace {

// The day the card was issued: a card outlives its signer, so verifiers ask whether the signer was valid then.
void signOn(CMS_SignerInfo* signer, const Day& day)
{
    char text[40];
    std::snprintf(text, sizeof text, "%02d%02d%02d080000Z", day.year % 100, day.month, day.day);
    std::unique_ptr<ASN1_TIME, Freeing<ASN1_TIME_free>> time(ASN1_TIME_new());
    check(ASN1_TIME_set_string(time.get(), text), "signing time");
    check(CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time->type, time.get(), -1), "signing time");
}

} // namespace

Bytes makeSignedData(const Profile& profile, const Issuer& issuer, const char* contentType, ByteView content)
{
    std::unique_ptr<BIO, Freeing<BIO_free>> input(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
    const Profile::Attack& attack = profile.attack;
    const unsigned flags = CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_KEY_PARAM |
                           (attack.signerMissing || attack.signerStrange ? CMS_NOCERTS : 0u);
    Cms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_BINARY | CMS_PARTIAL));
    check(cms != nullptr, "CMS");
    std::unique_ptr<ASN1_OBJECT, Freeing<ASN1_OBJECT_free>> type(OBJ_txt2obj(contentType, 1));
    check(CMS_set1_eContentType(cms.get(), type.get()), "content type");
    const EVP_MD* md = EVP_get_digestbyname(profile.sod.signatureDigest.c_str());
    CMS_SignerInfo* signer =
        CMS_add1_signer(cms.get(), issuer.documentSigner.certificate.get(), issuer.documentSigner.key.get(), md, flags);
    check(signer != nullptr, "signer");
    if (profile.sod.signer.starts_with("rsa-pss"))
        usePss(signer);
    if (profile.identity.issue.year != 0)
        signOn(signer, profile.identity.issue);
    if (attack.signerStrange)
        check(CMS_add1_cert(cms.get(), issuer.otherSigner.certificate.get()), "certificate");
    check(CMS_final(cms.get(), input.get(), nullptr, CMS_BINARY), "signed data");
    std::uint8_t* out = nullptr;
    const int size = i2d_CMS_ContentInfo(cms.get(), &out);
    check(size, "signed data");
    Bytes object(out, out + size);
    OPENSSL_free(out);
    return object;
}

Bytes makeSecurityObject(const Profile& profile, const Issuer& issuer, const std::map<int, Bytes>& groups)
{
    const Bytes content = hashesOf(profile, groups);
    return tlv(0x77, makeSignedData(profile, issuer, "2.23.136.1.1.1", content));
}

} // namespace chinhchu::chip
