#include "tests/simulators/chip/pki/country_pki.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/objects.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <sstream>
#include <stdexcept>
#include <tuple>

namespace chinhchu::chip::pki {
namespace {

template <class T>
T* need(T* pointer, const char* what)
{
    if (!pointer)
        throw std::runtime_error(what);
    return pointer;
}

void need(bool good, const char* what)
{
    if (!good)
        throw std::runtime_error(what);
}

template <class T>
Bytes encoded(const T* object, int (*encode)(const T*, unsigned char**))
{
    unsigned char* out = nullptr;
    const int size = encode(object, &out);
    Bytes der(out, out + size);
    OPENSSL_free(out);
    return der;
}

X509_NAME* makeName(const std::string& text)
{
    X509_NAME* name = X509_NAME_new();
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) {
        for (std::string more; part.ends_with('\\') && std::getline(parts, more, ',');)
            part.replace(part.size() - 1, 1, "," + more);
        const auto equals = part.find('=');
        const std::string field = part.substr(0, equals);
        // Not by the library's table: it refuses what is longer than 64 characters, which real states do not.
        need(1 == X509_NAME_add_entry_by_txt(
                      name, field.c_str(), field == "C" ? V_ASN1_PRINTABLESTRING : V_ASN1_UTF8STRING,
                      reinterpret_cast<const unsigned char*>(part.c_str() + equals + 1), -1, -1, 0),
             field.c_str());
    }
    return name;
}

void sign(const Key& key, const EVP_MD* digest, bool pss, const std::function<int(EVP_MD_CTX*)>& signWith)
{
    const std::shared_ptr<EVP_MD_CTX> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_PKEY_CTX* keyContext = nullptr;
    need(EVP_DigestSignInit(context.get(), &keyContext, digest, nullptr, key.get()) == 1, "sign");
    if (pss) {
        EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST);
    }
    need(signWith(context.get()) > 0, "signature");
}

void addExtension(X509* certificate, X509* authority, const Extension& extension)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, authority, certificate, nullptr, nullptr, 0);
    const std::shared_ptr<X509_EXTENSION> made(
        X509V3_EXT_nconf(nullptr, &context, extension.name.c_str(), extension.value.c_str()), X509_EXTENSION_free);
    need(made.get(), extension.name.c_str());
    X509_add_ext(certificate, made.get(), -1);
}

Bytes integer(int value)
{
    return tlv(0x02, Bytes{static_cast<std::uint8_t>(value)});
}

Bytes concat(std::initializer_list<Bytes> parts)
{
    Bytes all;
    for (const Bytes& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Bytes digestIdentifier(const SodSpec& spec)
{
    const std::shared_ptr<ASN1_OBJECT> oid(spec.digestOid.empty() ? OBJ_nid2obj(EVP_MD_get_type(spec.hashDigest))
                                                                  : OBJ_txt2obj(spec.digestOid.c_str(), 1),
                                           ASN1_OBJECT_free);
    const Bytes parameters = spec.digestParameters ? tlv(0x05, {}) : Bytes();
    return tlv(0x30, concat({encoded<ASN1_OBJECT>(oid.get(), i2d_ASN1_OBJECT), parameters}));
}

/// LDSSecurityObject (ICAO 9303-10, 4.6.2.3).
Bytes hashList(const SodSpec& spec)
{
    Bytes entries;
    for (const auto& [group, file] : spec.groups) {
        Bytes hash(static_cast<std::size_t>(EVP_MD_get_size(spec.hashDigest)));
        EVP_Digest(file.data(), file.size(), hash.data(), nullptr, spec.hashDigest, nullptr);
        entries = concat({entries, tlv(0x30, concat({integer(group), tlv(0x04, hash)}))});
    }
    Bytes list = concat({integer(spec.version), digestIdentifier(spec), tlv(0x30, entries)});
    if (spec.version == 1)
        list = concat(
            {list, tlv(0x30, concat({tlv(0x13, {'0', '1', '0', '8'}), tlv(0x13, {'0', '4', '0', '0', '0', '0'})}))});
    return tlv(0x30, list);
}

/// A SignedData (RFC 5652, 5.1) with an empty set of signers, which OpenSSL does not make.
Bytes unsignedData(const Bytes& content, const std::string& type)
{
    const std::shared_ptr<ASN1_OBJECT> oid(OBJ_txt2obj(type.c_str(), 1), ASN1_OBJECT_free);
    const Bytes signedDataOid = encoded<ASN1_OBJECT>(OBJ_nid2obj(NID_pkcs7_signed), i2d_ASN1_OBJECT);
    const Bytes inner =
        tlv(0x30, concat({encoded<ASN1_OBJECT>(oid.get(), i2d_ASN1_OBJECT), tlv(0xA0, tlv(0x04, content))}));
    return tlv(
        0x30, concat({signedDataOid, tlv(0xA0, tlv(0x30, concat({integer(3), tlv(0x31, {}), inner, tlv(0x31, {})})))}));
}

void signAt(CMS_SignerInfo* signer, const std::string& time)
{
    const std::shared_ptr<ASN1_TIME> moment(ASN1_TIME_new(), ASN1_TIME_free);
    need(ASN1_TIME_set_string_X509(moment.get(), time.c_str()) == 1, "signing time");
    need(CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, moment->type, moment.get(), -1) == 1, "time");
}

} // namespace

Bytes makeSignedData(const Bytes& content, const std::string& type, const SodSpec& spec)
{
    unsigned flags = CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | (spec.withCertificates ? 0 : CMS_NOCERTS);
    const std::shared_ptr<BIO> data(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())), BIO_free_all);
    const std::shared_ptr<CMS_ContentInfo> cms(CMS_sign(nullptr, nullptr, nullptr, data.get(), flags),
                                               CMS_ContentInfo_free);
    need(cms.get(), "CMS");
    const std::shared_ptr<ASN1_OBJECT> oid(OBJ_txt2obj(type.c_str(), 1), ASN1_OBJECT_free);
    CMS_set1_eContentType(cms.get(), oid.get());
    for (const auto& certificate : spec.more)
        CMS_add1_cert(cms.get(), certificate.get());
    flags |=
        (spec.attributes ? 0 : CMS_NOATTR) | (spec.keyIdentifier ? CMS_USE_KEYID : 0) | (spec.pss ? CMS_KEY_PARAM : 0);
    for (const auto& [certificate, key] : spec.signers) {
        CMS_SignerInfo* signer =
            need(CMS_add1_signer(cms.get(), certificate.get(), key.get(), spec.digest, flags), "signer");
        if (!spec.signingTime.empty())
            signAt(signer, spec.signingTime);
        if (!spec.pss)
            continue;
        EVP_PKEY_CTX* context = CMS_SignerInfo_get0_pkey_ctx(signer);
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(context, spec.saltLength < 0 ? RSA_PSS_SALTLEN_DIGEST : spec.saltLength);
    }
    need(CMS_final(cms.get(), data.get(), nullptr, flags) == 1, "CMS_final");
    return encoded<CMS_ContentInfo>(cms.get(), i2d_CMS_ContentInfo);
}

Key makeKey(const std::string& kind, bool explicitParameters, int number)
{
    static std::map<std::tuple<std::string, bool, int>, Key> made;
    Key& key = made[{kind, explicitParameters, number}];
    if (!key)
        key = newKey(kind, explicitParameters);
    return key;
}

Key newKey(const std::string& kind, bool explicitParameters)
{
    const bool pss = kind.rfind("RSA-PSS-", 0) == 0;
    const bool rsa = kind.rfind("RSA-", 0) == 0;
    const std::shared_ptr<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr,
                                                                           pss   ? "RSA-PSS"
                                                                           : rsa ? "RSA"
                                                                                 : "EC",
                                                                           nullptr),
                                                EVP_PKEY_CTX_free);
    EVP_PKEY_keygen_init(context.get());
    if (rsa) {
        EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), std::stoi(kind.substr(pss ? 8 : 4)));
    } else {
        EVP_PKEY_CTX_set_group_name(context.get(), kind.c_str());
        EVP_PKEY_CTX_set_ec_param_enc(context.get(), explicitParameters ? 0 : OPENSSL_EC_NAMED_CURVE);
    }
    EVP_PKEY* key = nullptr;
    EVP_PKEY_generate(context.get(), &key);
    return {need(key, kind.c_str()), EVP_PKEY_free};
}

Key makeKeyOnForgedCurve()
{
    const std::shared_ptr<EC_GROUP> group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1), EC_GROUP_free);
    const std::shared_ptr<EC_GROUP> forged(EC_GROUP_dup(group.get()), EC_GROUP_free);
    const std::shared_ptr<EC_POINT> generator(EC_POINT_new(group.get()), EC_POINT_free);
    EC_POINT_dbl(group.get(), generator.get(), EC_GROUP_get0_generator(group.get()), nullptr);
    EC_GROUP_set_generator(forged.get(), generator.get(), EC_GROUP_get0_order(group.get()),
                           EC_GROUP_get0_cofactor(group.get()));
    EC_GROUP_set_curve_name(forged.get(), NID_undef);
    EC_GROUP_set_asn1_flag(forged.get(), OPENSSL_EC_EXPLICIT_CURVE);
    unsigned char* parameters = nullptr;
    const int size = i2d_ECPKParameters(forged.get(), &parameters);
    const unsigned char* at = parameters;
    EVP_PKEY* domain = nullptr;
    d2i_KeyParams(EVP_PKEY_EC, &domain, &at, size);
    OPENSSL_free(parameters);
    const Key holder(need(domain, "forged curve"), EVP_PKEY_free);
    const std::shared_ptr<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new(holder.get(), nullptr), EVP_PKEY_CTX_free);
    EVP_PKEY* key = nullptr;
    EVP_PKEY_keygen_init(context.get());
    EVP_PKEY_keygen(context.get(), &key);
    return {need(key, "key on the forged curve"), EVP_PKEY_free};
}

Certificate makeCertificate(const CertificateSpec& spec)
{
    Certificate certificate(X509_new(), X509_free);
    X509* x = certificate.get();
    X509_set_version(x, spec.version);
    ASN1_INTEGER_set(X509_get_serialNumber(x), spec.serial);
    ASN1_TIME_set_string_X509(X509_getm_notBefore(x), spec.from.c_str());
    ASN1_TIME_set_string_X509(X509_getm_notAfter(x), spec.until.c_str());
    const std::shared_ptr<X509_NAME> subject(makeName(spec.subject), X509_NAME_free);
    const std::shared_ptr<X509_NAME> issuer(makeName(spec.issuer.empty() ? spec.subject : spec.issuer), X509_NAME_free);
    X509_set_subject_name(x, subject.get());
    X509_set_issuer_name(x, issuer.get());
    X509_set_pubkey(x, spec.key.get());
    for (const Extension& extension : spec.extensions)
        addExtension(x, spec.authority ? spec.authority : x, extension);
    sign(spec.issuerKey ? spec.issuerKey : spec.key, spec.digest, spec.pss,
         [x](EVP_MD_CTX* context) { return X509_sign_ctx(x, context); });
    return certificate;
}

Bytes makeCrl(const CrlSpec& spec)
{
    const std::shared_ptr<X509_CRL> crl(X509_CRL_new(), X509_CRL_free);
    X509_CRL_set_version(crl.get(), X509_CRL_VERSION_2);
    const std::shared_ptr<X509_NAME> issuer(makeName(spec.issuer), X509_NAME_free);
    X509_CRL_set_issuer_name(crl.get(), issuer.get());
    const std::shared_ptr<ASN1_TIME> from(ASN1_TIME_new(), ASN1_TIME_free), next(ASN1_TIME_new(), ASN1_TIME_free);
    ASN1_TIME_set_string_X509(from.get(), spec.from.c_str());
    ASN1_TIME_set_string_X509(next.get(), spec.next.c_str());
    X509_CRL_set1_lastUpdate(crl.get(), from.get());
    X509_CRL_set1_nextUpdate(crl.get(), next.get());
    for (long serial : spec.serials) {
        X509_REVOKED* entry = X509_REVOKED_new();
        const std::shared_ptr<ASN1_INTEGER> number(ASN1_INTEGER_new(), ASN1_INTEGER_free);
        ASN1_INTEGER_set(number.get(), serial);
        X509_REVOKED_set_serialNumber(entry, number.get());
        X509_REVOKED_set_revocationDate(entry, from.get());
        X509_CRL_add0_revoked(crl.get(), entry);
    }
    sign(spec.issuerKey, spec.digest, false,
         [&](EVP_MD_CTX* context) { return X509_CRL_sign_ctx(crl.get(), context); });
    return encoded<X509_CRL>(crl.get(), i2d_X509_CRL);
}

Bytes makeSod(const SodSpec& spec)
{
    Bytes list = hashList(spec);
    if (spec.changeList)
        spec.changeList(list);
    if (spec.noSigner)
        return tlv(0x77, unsignedData(list, spec.contentType));
    return tlv(0x77, makeSignedData(list, spec.contentType, spec));
}

Bytes makeMasterList(const std::vector<Certificate>& certificates, const Certificate& signer, const Key& key,
                     const std::vector<Certificate>& more)
{
    Bytes set;
    for (const auto& certificate : certificates)
        set = concat({set, derOf(certificate)});
    SodSpec spec;
    spec.signers = {{signer, key}};
    spec.more = more;
    return makeSignedData(tlv(0x30, concat({integer(0), tlv(0x31, set)})), "2.23.136.1.1.2", spec);
}

Bytes derOf(const Certificate& certificate)
{
    return encoded<X509>(certificate.get(), i2d_X509);
}

Bytes pemOf(const Certificate& certificate)
{
    const std::shared_ptr<BIO> bio(BIO_new(BIO_s_mem()), BIO_free_all);
    PEM_write_bio_X509(bio.get(), certificate.get());
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return Bytes(data, data + size);
}

Bytes tlv(int tag, const Bytes& value)
{
    Bytes out;
    if (tag > 0xFF)
        out.push_back(static_cast<std::uint8_t>(tag >> 8));
    out.push_back(static_cast<std::uint8_t>(tag));
    const std::size_t size = value.size();
    if (size >= 0x10000) {
        out.push_back(0x83);
        out.push_back(static_cast<std::uint8_t>(size >> 16));
        out.push_back(static_cast<std::uint8_t>(size >> 8));
    } else if (size >= 0x100) {
        out.push_back(0x82);
        out.push_back(static_cast<std::uint8_t>(size >> 8));
    } else if (size >= 0x80) {
        out.push_back(0x81);
    }
    out.push_back(static_cast<std::uint8_t>(size));
    out.insert(out.end(), value.begin(), value.end());
    return out;
}

} // namespace chinhchu::chip::pki
