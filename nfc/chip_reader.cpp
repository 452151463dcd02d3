#include "nfc/chip_reader.h"

#include "nfc/reading/read_plan.h"

#include <exception>

namespace chinhchu::nfc {

Result<ChipIdentity> readChip(ApduChannel& channel, const ReadRequest& request)
{
    try {
        return ReadPlan(channel, request).run();
    } catch (const std::exception& error) {
        // No exception leaves the module; what arrives here is a library that failed on checked input.
        return fail(FailureCode::CardAnswerMalformed, error.what());
    }
}

} // namespace chinhchu::nfc
