#include "nfc/authenticity/deviation_list.h"
#include "nfc/authenticity/ldif.h"
#include "nfc/authenticity/master_list.h"
#include "nfc/authenticity/trust_bundle.h"
#include "nfc/authenticity/trust_file_format.h"

using namespace chinhchu;
using namespace chinhchu::nfc;

namespace {

constexpr auto at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);

/// The message vouches for itself, so that what comes after the signature is reached too.
void readLists(ByteView view)
{
    const auto message = parseSignedData(view);
    if (!message)
        return;
    (void)readMasterList(view, message->certificates, at);
    (void)readTrustBundle(*message, message->certificates, at, "fuzz");
    const auto deviations = readDeviationList(*message, message->certificates, at, "fuzz");
    if (!deviations)
        return;
    Checklist list;
    for (const KnownDeviation& each : *deviations)
        (void)describe(each);
    for (const CertificateHandle& certificate : message->certificates)
        applyDeviations(*deviations, certificate.get(), "P", at, list);
}

} // namespace

/// Everything that an import reads: master list, carrier's bundle, deviation list, LDIF export, the store itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView view(data, size);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (looksLikeLdif(text))
        (void)readLdif(text);
    else if (size > 0 && data[0] == 0x30)
        readLists(view);
    else if (const auto store = decodeTrustFile(view)) {
        for (const Anchor& anchor : store->content.anchors)
            (void)anchor.certificate.get();
    }
    return 0;
}
