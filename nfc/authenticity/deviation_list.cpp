#include "nfc/authenticity/deviation_list.h"
#include "nfc/authenticity/list_signer.h"
#include "nfc/lds/ber_tlv.h"
#include "nfc/lds/security_infos.h"

#include <algorithm>
#include <array>

namespace chinhchu::nfc {
namespace {

/// The purpose of signing deviation lists (ICAO 9303-12, 7.1.1).
constexpr const char* oidDeviationListSigner = "2.23.136.1.1.8";

constexpr std::uint32_t tagInteger = 0x02, tagOid = 0x06, tagPrintable = 0x13, tagTime = 0x18, tagSequence = 0x30,
                        tagSet = 0x31, tagDocumentType = 0x80, tagDocumentTypeExplicit = 0xA0, tagIssuerSerial = 0xA1,
                        tagKeyId = 0x82, tagKeyIdExplicit = 0xA2, tagDigest = 0x83, tagDigestExplicit = 0xA3,
                        tagIssued = 0xA4, tagNumbers = 0xA5;

/// What a type of deviation is called, and which faults it excuses.
struct DeviationType
{
    std::string_view oid;
    std::string_view name;
    std::vector<FailureCode> excuses;
};

const std::array<DeviationType, 14>& deviationTypes()
{
    static const std::array<DeviationType, 14> types{{
        {"2.23.136.1.1.7.1", "id-Deviation-CertOrKey", {}},
        {"2.23.136.1.1.7.1.1", "id-Deviation-CertOrKey-DSSignature", {}},
        {"2.23.136.1.1.7.1.2",
         "id-Deviation-CertOrKey-DSEncoding",
         {FailureCode::SignerKeyUsageWrong, FailureCode::SignerExtensionUnknown,
          FailureCode::SignerCertificateInvalid}},
        {"2.23.136.1.1.7.1.3", "id-Deviation-CertOrKey-CSCAEncoding", {}},
        {"2.23.136.1.1.7.1.4", "id-Deviation-CertOrKey-AAKeyCompromised", {}},
        {"2.23.136.1.1.7.2", "id-Deviation-LDS", {}},
        {"2.23.136.1.1.7.2.1", "id-Deviation-LDS-DGMalformed", {}},
        {"2.23.136.1.1.7.2.2", "id-Deviation-LDS-DGHashWrong", {}},
        {"2.23.136.1.1.7.2.3", "id-Deviation-LDS-SODSignatureWrong", {}},
        {"2.23.136.1.1.7.2.4", "id-Deviation-LDS-COMInconsistent", {FailureCode::ComDisagreesWithSod}},
        {"2.23.136.1.1.7.3.1", "id-Deviation-MRZ-WrongData", {}},
        {"2.23.136.1.1.7.3.2", "id-Deviation-MRZ-WrongCheckDigit", {}},
        {"2.23.136.1.1.7.4", "id-Deviation-Chip", {}},
        {"2.23.136.1.1.7.5", "id-Deviation-NationalUse", {}},
    }};
    return types;
}

/// DeviationDescription, as far as it is understood here.
struct Description
{
    std::string oid, text;

    [[nodiscard]] const DeviationType* type() const
    {
        const auto& all = deviationTypes();
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.oid == oid; });
        return found == all.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::string name() const
    {
        const std::string known(type() ? std::string(type()->name) : oid);
        return text.empty() ? known : known + ": " + text;
    }
};

struct Parts
{
    ByteView documents;
    std::vector<Description> descriptions;
};

std::optional<Parts> partsOf(ByteView deviation)
{
    TlvReader fields(deviation);
    const auto documents = fields.next(tagSequence);
    const auto set = documents ? fields.next(tagSet) : documents;
    if (!set)
        return std::nullopt;
    Parts parts{documents->value, {}};
    TlvReader reader(set->value);
    while (!reader.atEnd()) {
        const auto entry = reader.next(tagSequence);
        const auto oid = entry ? findTlv(entry->value, tagOid) : std::nullopt;
        if (!oid)
            return std::nullopt;
        const auto text = findTlv(entry->value, tagPrintable);
        parts.descriptions.push_back(
            {dottedOid(oid->value), text ? std::string(text->value.begin(), text->value.end()) : std::string()});
    }
    return parts;
}

std::optional<Parts> partsOf(const KnownDeviation& deviation)
{
    const auto sequence = readTlv(deviation.der, tagSequence);
    return sequence ? partsOf(sequence->value) : std::nullopt;
}

bool same(ByteView a, const ASN1_STRING* b)
{
    return b &&
           std::equal(a.begin(), a.end(), ASN1_STRING_get0_data(b), ASN1_STRING_get0_data(b) + ASN1_STRING_length(b));
}

/// The value of a context tag, whether it stands for the universal one or around it.
std::optional<ByteView> unwrapped(ByteView fields, std::uint32_t implicitTag, std::uint32_t explicitTag)
{
    if (const auto plain = findTlv(fields, implicitTag))
        return plain->value;
    const auto outer = findTlv(fields, explicitTag);
    if (!outer)
        return std::nullopt;
    const auto inner = TlvReader(outer->value).next();
    return inner ? std::optional(inner->value) : std::nullopt;
}

bool issuerAndSerialFit(ByteView value, X509* signer)
{
    // [1] IMPLICIT: the two fields; [1] EXPLICIT: a SEQUENCE of them.
    TlvReader fields(value);
    auto name = fields.next(tagSequence);
    if (name && fields.atEnd()) {
        fields = TlvReader(name->value);
        name = fields.next(tagSequence);
    }
    const auto serial = name ? fields.next(tagInteger) : name;
    if (!serial || !same(serial->value, X509_get0_serialNumber(signer)))
        return false;
    const unsigned char* at = name->whole.data();
    const OpenSslHandle<X509_NAME, X509_NAME_free> issuer(
        d2i_X509_NAME(nullptr, &at, static_cast<long>(name->whole.size())));
    return issuer && X509_NAME_cmp(issuer.get(), X509_get_issuer_name(signer)) == 0;
}

bool digestFits(ByteView digest, X509* signer)
{
    const Bytes der = derOf(signer);
    for (const EVP_MD* md : {EVP_sha1(), EVP_sha224(), EVP_sha256(), EVP_sha384(), EVP_sha512()}) {
        Bytes hash(static_cast<std::size_t>(EVP_MD_get_size(md)));
        EVP_Digest(der.data(), der.size(), hash.data(), nullptr, md, nullptr);
        if (std::equal(digest.begin(), digest.end(), hash.begin(), hash.end()))
            return true;
    }
    return false;
}

/// DeviationDocuments names a signer, in one of three ways, and it is this one.
bool namesSigner(ByteView documents, X509* signer)
{
    if (const auto issuerSerial = findTlv(documents, tagIssuerSerial))
        return issuerAndSerialFit(issuerSerial->value, signer);
    if (const auto keyId = unwrapped(documents, tagKeyId, tagKeyIdExplicit))
        return same(*keyId, X509_get0_subject_key_id(signer));
    const auto digest = unwrapped(documents, tagDigest, tagDigestExplicit);
    return digest && digestFits(*digest, signer);
}

std::optional<TimePoint> timeIn(TlvReader& reader)
{
    const auto field = reader.next(tagTime);
    if (!field)
        return std::nullopt;
    const OpenSslHandle<ASN1_TIME, ASN1_TIME_free> time(ASN1_TIME_new());
    const std::string text(field->value.begin(), field->value.end());
    return ASN1_TIME_set_string(time.get(), text.c_str()) == 1 ? timeOf(time.get()) : std::nullopt;
}

/// The limits beside the signer. Document numbers are not known where signers are judged: such a deviation never
/// counts.
bool limitsFit(ByteView documents, std::string_view documentType, std::optional<TimePoint> issued)
{
    if (const auto type = unwrapped(documents, tagDocumentType, tagDocumentTypeExplicit)) {
        std::string wanted(type->begin(), type->end());
        std::erase(wanted, '<');
        if (wanted.empty() || documentType.substr(0, wanted.size()) != wanted)
            return false;
    }
    if (const auto period = findTlv(documents, tagIssued)) {
        TlvReader reader(period->value);
        const auto first = timeIn(reader), last = timeIn(reader);
        if (!issued || !first || !last || *issued < *first || *issued > *last)
            return false;
    }
    return !findTlv(documents, tagNumbers);
}

} // namespace

Result<std::vector<KnownDeviation>> readDeviationList(const SignedData& message,
                                                      const std::vector<CertificateHandle>& roots, TimePoint at,
                                                      const std::string& source)
{
    const auto broken = [](std::string detail) {
        return fail(FailureCode::TrustImportBroken, "deviation list: " + std::move(detail));
    };
    const auto signer = checkListSigner(message, oidDeviationListSigner, roots, at);
    if (!signer)
        return fail(FailureCode::TrustImportUnsigned, "deviation list: " + signer.error().detail);
    std::string country;
    for (const SignerOutcome& outcome : verifySigners(message, [] { return std::vector<CertificateHandle>(); })) {
        if (outcome.signature && subjectOf(outcome.certificate.get()) == *signer)
            country = countryOf(outcome.certificate.get());
    }
    const auto list = readTlv(message.content, tagSequence);
    const auto set = list ? findTlv(list->value, tagSet) : std::nullopt;
    if (!set)
        return broken("no set of deviations");
    std::vector<KnownDeviation> deviations;
    TlvReader reader(set->value);
    while (!reader.atEnd()) {
        const auto entry = reader.next(tagSequence);
        if (!entry || !partsOf(entry->value))
            return broken("entry " + std::to_string(deviations.size() + 1));
        deviations.push_back({Bytes(entry->whole.begin(), entry->whole.end()), country, source});
    }
    return deviations;
}

std::string describe(const KnownDeviation& deviation)
{
    std::string text;
    if (const auto parts = partsOf(deviation)) {
        for (const Description& each : parts->descriptions)
            text += (text.empty() ? "" : "; ") + each.name();
    }
    return text;
}

void applyDeviations(const std::vector<KnownDeviation>& known, X509* signer, std::string_view documentType,
                     std::optional<TimePoint> issued, Checklist& list)
{
    for (const KnownDeviation& deviation : known) {
        const auto parts = partsOf(deviation);
        if (!parts || deviation.country != countryOf(signer) || !namesSigner(parts->documents, signer) ||
            !limitsFit(parts->documents, documentType, issued))
            continue;
        for (const Description& each : parts->descriptions) {
            int tolerated = 0;
            if (const DeviationType* type = each.type()) {
                for (FailureCode code : type->excuses)
                    tolerated += list.tolerate(code, each.name());
            }
            list.warning("deviation", subjectOf(signer),
                         each.name() + (tolerated > 0 ? ", tolerated for it" : ", nothing is tolerated for it"));
        }
    }
}

} // namespace chinhchu::nfc
