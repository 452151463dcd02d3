#include "nfc/authenticity/trust_bundle.h"
#include "nfc/authenticity/list_signer.h"
#include "nfc/lds/ber_tlv.h"

#include <openssl/err.h>

namespace chinhchu::nfc {
namespace {

constexpr std::uint32_t tagInteger = 0x02, tagOctets = 0x04, tagSequence = 0x30;
constexpr std::uint32_t formatOne = 1;
constexpr std::size_t fingerprintSize = 32;

tl::unexpected<Failure> broken(std::string detail)
{
    return fail(FailureCode::TrustImportBroken, "trust bundle: " + std::move(detail));
}

/// A non-negative INTEGER of at most 32 bits.
std::optional<std::uint32_t> number(TlvReader& reader)
{
    const auto field = reader.next(tagInteger);
    if (!field || field->value.empty() || field->value.size() > 5 || field->value[0] >= 0x80)
        return std::nullopt;
    std::uint64_t value = 0;
    for (std::uint8_t byte : field->value)
        value = value << 8 | byte;
    return value <= 0xFFFFFFFFu ? std::optional(static_cast<std::uint32_t>(value)) : std::nullopt;
}

std::optional<DocumentScope> scope(TlvReader& reader)
{
    const auto value = number(reader);
    return value && *value <= 2 ? std::optional(static_cast<DocumentScope>(*value)) : std::nullopt;
}

/// Calls @p take for each element of the next list; what it returns false for is named by its place.
template <class Take>
Result<void> eachOf(TlvReader& fields, const char* list, Take take)
{
    const auto sequence = fields.next(tagSequence);
    if (!sequence)
        return broken(std::string(list) + ": " + sequence.error().detail);
    TlvReader reader(sequence->value);
    for (int place = 1; !reader.atEnd(); ++place) {
        const auto element = reader.next(tagSequence);
        if (!element || !take(*element))
            return broken(std::string(list) + ", entry " + std::to_string(place));
    }
    return {};
}

Result<void> readContent(TlvReader& fields, const std::string& source, TrustStore::Content& content)
{
    const auto anchors = eachOf(fields, "anchors", [&](const Tlv& element) {
        TlvReader entry(element.value);
        const auto trustedFor = scope(entry);
        auto certificate = trustedFor ? readCertificate(entry.rest()) : CertificateHandle();
        if (!certificate)
            return false;
        content.anchors.push_back(Anchor::of(std::move(certificate), *trustedFor, source));
        content.anchors.back().fromBundle = true;
        return true;
    });
    if (!anchors)
        return anchors;
    const auto lists = eachOf(fields, "revocation lists", [&](const Tlv& element) {
        const unsigned char* at = element.whole.data();
        X509_CRL* list = d2i_X509_CRL(nullptr, &at, static_cast<long>(element.whole.size()));
        if (list)
            content.revocationLists.push_back({std::shared_ptr<X509_CRL>(list, X509_CRL_free), source, true});
        return list != nullptr;
    });
    if (!lists)
        return lists;
    return eachOf(fields, "confirmed signers", [&](const Tlv& element) {
        TlvReader entry(element.value);
        const auto confirmedFor = scope(entry);
        const auto hash = entry.next(tagOctets);
        if (!confirmedFor || !hash || hash->value.size() != fingerprintSize || !entry.atEnd())
            return false;
        content.confirmedSigners.push_back({hexadecimal(hash->value), *confirmedFor, source});
        return true;
    });
}

} // namespace

Result<TrustBundle> readTrustBundle(const SignedData& message, const std::vector<CertificateHandle>& carriers,
                                    TimePoint at, const std::string& source)
{
    const auto signer = checkListSigner(message, nullptr, carriers, at);
    if (!signer)
        return fail(FailureCode::TrustImportUnsigned, "trust bundle: " + signer.error().detail);
    const auto whole = readTlv(message.content, tagSequence);
    if (!whole)
        return broken(whole.error().detail);
    TlvReader fields(whole->value);
    const auto format = number(fields);
    const auto version = number(fields);
    if (format != formatOne || !version || *version == 0)
        return broken("format or version");
    TrustBundle bundle{*version, *signer, {}};
    const auto content = readContent(fields, source, bundle.content);
    ERR_clear_error();
    if (!content)
        return tl::unexpected(content.error());
    if (!fields.atEnd())
        return broken("bytes after its end");
    return bundle;
}

} // namespace chinhchu::nfc
