#include "nfc/cccd/dg13.h"
#include "nfc/lds/data_groups.h"
#include "nfc/lds/ef_com.h"
#include "nfc/lds/lds_security_object.h"

using namespace chinhchu;
using namespace chinhchu::nfc;

/// The files of the chip, told apart by their own tags; EF.COM and the hash list are read before any signature counts.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView view(data, size);
    (void)parseEfCom(view);
    (void)parseLdsSecurityObject(view);
    (void)parseDg1(view);
    (void)parseDg2(view);
    (void)cccd::parseDg13(view);
    return 0;
}
