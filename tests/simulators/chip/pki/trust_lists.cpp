#include "tests/simulators/chip/pki/trust_lists.h"

#include "tests/simulators/chip/wire/tlv.h"

namespace chinhchu::chip::pki {
namespace {

constexpr const char* bundleType = "2.25.142295469856598811423131299493137479332";

Bytes sequence(const std::vector<Bytes>& parts, int tag = 0x30)
{
    Bytes all;
    for (const Bytes& part : parts)
        append(all, part);
    return tlv(tag, all);
}

Bytes signedBy(const Bytes& content, const char* type, const Certificate& signer, const Key& key,
               const std::vector<Certificate>& more)
{
    SodSpec spec;
    spec.signers = {{signer, key}};
    spec.more = more;
    return makeSignedData(content, type, spec);
}

Bytes digestOf(const Certificate& certificate, const EVP_MD* digest)
{
    const Bytes der = derOf(certificate);
    Bytes hash(static_cast<std::size_t>(EVP_MD_get_size(digest)));
    EVP_Digest(der.data(), der.size(), hash.data(), nullptr, digest, nullptr);
    return hash;
}

} // namespace

Bytes makeBundle(const BundleSpec& spec, const Certificate& signer, const Key& key,
                 const std::vector<Certificate>& more)
{
    const auto number = [](std::uint64_t value) { return derInteger(value); };
    std::vector<Bytes> anchors, confirmed;
    for (const auto& [scope, certificate] : spec.anchors)
        anchors.push_back(sequence({number(static_cast<std::uint64_t>(scope)), derOf(certificate)}));
    for (const auto& [scope, hash] : spec.confirmedSigners)
        confirmed.push_back(sequence({number(static_cast<std::uint64_t>(scope)), tlv(0x04, hash)}));
    const Bytes content = sequence({number(static_cast<std::uint64_t>(spec.format)), number(spec.version),
                                    sequence(anchors), sequence(spec.revocationLists), sequence(confirmed)});
    return signedBy(content, bundleType, signer, key, more);
}

Bytes makeDeviationList(const std::vector<DeviationSpec>& deviations, const Certificate& signer, const Key& key)
{
    std::vector<Bytes> entries;
    for (const DeviationSpec& each : deviations) {
        Bytes documents;
        if (!each.documentType.empty())
            append(documents, tlv(0x80, bytesOf(each.documentType)));
        append(documents, each.signer);
        append(documents, each.issued);
        std::vector<Bytes> descriptions;
        for (const std::string& type : each.types) {
            const Bytes text = each.description.empty() ? Bytes() : tlv(0x13, bytesOf(each.description));
            descriptions.push_back(sequence({text, oid(type)}));
        }
        entries.push_back(sequence({tlv(0x30, documents), sequence(descriptions, 0x31)}));
    }
    return signedBy(sequence({derInteger(0), sequence(entries, 0x31)}), "2.23.136.1.1.7", signer, key, {});
}

Bytes byIssuerAndSerial(const Certificate& signer)
{
    unsigned char* name = nullptr;
    const int nameSize = i2d_X509_NAME(X509_get_issuer_name(signer.get()), &name);
    Bytes parts(name, name + nameSize);
    OPENSSL_free(name);
    const ASN1_INTEGER* serial = X509_get0_serialNumber(signer.get());
    append(parts,
           tlv(0x02, Bytes(ASN1_STRING_get0_data(serial), ASN1_STRING_get0_data(serial) + ASN1_STRING_length(serial))));
    return tlv(0xA1, parts);
}

Bytes byKeyIdentifier(const Certificate& signer)
{
    const ASN1_OCTET_STRING* id = X509_get0_subject_key_id(signer.get());
    return tlv(0x82, Bytes(ASN1_STRING_get0_data(id), ASN1_STRING_get0_data(id) + ASN1_STRING_length(id)));
}

Bytes byDigest(const Certificate& signer, const EVP_MD* digest)
{
    return tlv(0x83, digestOf(signer, digest));
}

Bytes sha256Of(const Certificate& certificate)
{
    return digestOf(certificate, EVP_sha256());
}

} // namespace chinhchu::chip::pki
