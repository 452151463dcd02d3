#include "nfc/authenticity/passive_authentication.h"

using namespace chinhchu;
using namespace chinhchu::nfc;

/// EF.SOD as a hostile card gives it, with a data group checked against whatever it lists.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const TrustStore nobody;
    constexpr auto at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);
    PassiveAuthentication passive({data, size}, nobody, at);
    for (int group = 1; group <= 16; ++group)
        passive.checkDataGroup(group, {data, size});
    passive.issuingState("VNM", "ID");
    (void)exitStatus(passive.verdict());
    (void)passive.signerCertificate();
    return 0;
}
