#include "nfc/authenticity/master_list.h"
#include "nfc/authenticity/list_signer.h"
#include "nfc/lds/ber_tlv.h"

#include <openssl/err.h>

namespace chinhchu::nfc {
namespace {

constexpr const char* oidMasterList = "2.23.136.1.1.2";
/// The purpose that ICAO 9303-12, 7.1.2 gives to the signer of a master list, and to nobody else.
constexpr const char* oidMasterListSigner = "2.23.136.1.1.3";

tl::unexpected<Failure> broken(std::string detail)
{
    return fail(FailureCode::TrustImportBroken, "master list: " + std::move(detail));
}

/// CscaMasterList ::= SEQUENCE { version INTEGER, certList SET OF Certificate }
Result<std::vector<Bytes>> certificatesOf(ByteView content)
{
    const auto sequence = readTlv(content, 0x30);
    if (!sequence)
        return broken(sequence.error().detail);
    TlvReader fields(sequence->value);
    const auto version = fields.next(0x02);
    const auto set = version ? fields.next(0x31) : version;
    if (!set)
        return broken(set.error().detail);
    std::vector<Bytes> certificates;
    TlvReader reader(set->value);
    while (!reader.atEnd()) {
        const std::string entry = "entry " + std::to_string(certificates.size() + 1);
        const auto certificate = reader.next(0x30);
        if (!certificate || !readCertificate(certificate->whole))
            return broken(entry + " is no certificate");
        certificates.emplace_back(certificate->whole.begin(), certificate->whole.end());
    }
    return certificates;
}

} // namespace

Result<MasterList> readMasterList(ByteView data, const std::vector<CertificateHandle>& roots, TimePoint at)
{
    const auto message = parseSignedData(data);
    if (!message || message->contentType != oidMasterList)
        return broken("no CMS message with a CSCA master list");
    auto signer = checkListSigner(*message, oidMasterListSigner, roots, at);
    if (!signer)
        return fail(FailureCode::TrustImportUnsigned, "master list: " + signer.error().detail);
    auto certificates = certificatesOf(message->content);
    ERR_clear_error();
    if (!certificates)
        return tl::unexpected(certificates.error());
    return MasterList{std::move(*signer), std::move(*certificates)};
}

} // namespace chinhchu::nfc
