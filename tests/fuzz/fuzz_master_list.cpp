#include "nfc/authenticity/ldif.h"
#include "nfc/authenticity/master_list.h"
#include "nfc/authenticity/trust_file_format.h"

using namespace chinhchu;
using namespace chinhchu::nfc;

/// Everything that an import reads: master list, LDIF export, the store itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr auto at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);
    const ByteView view(data, size);
    // The message vouches for itself, so that what comes after the signature is reached too.
    const auto message = parseSignedData(view);
    (void)readMasterList(view, message ? message->certificates : std::vector<CertificateHandle>(), at);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (looksLikeLdif(text))
        (void)readLdif(text);
    if (const auto store = decodeTrustFile(view)) {
        for (const Anchor& anchor : store->content.anchors)
            (void)anchor.certificate.get();
    }
    return 0;
}
