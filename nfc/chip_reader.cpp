#include "nfc/chip_reader.h"

#include "nfc/pcsc/trace.h"
#include "nfc/reading/read_plan.h"

#include <exception>

namespace chinhchu::nfc {

namespace {

/// The same read, written along.
Result<ChipIdentity> readTraced(ApduChannel& channel, const ReadRequest& request)
{
    const auto content = request.traceEverything ? TraceContent::Complete : TraceContent::Masked;
    const auto trace = TraceChannel::open(channel, request.traceFile, content);
    if (!trace)
        return tl::make_unexpected(trace.error());
    ReadRequest traced = request;
    traced.random = (*trace)->recording(request.random ? request.random : systemRandom());
    if (request.challenge) {
        traced.challenge = [&request, &trace](ByteView sod) {
            auto challenge = request.challenge(sod);
            if (challenge)
                (*trace)->recordRandom(*challenge);
            return challenge;
        };
    }
    return ReadPlan(**trace, traced).run();
}

} // namespace

Result<ChipIdentity> readChip(ApduChannel& channel, const ReadRequest& request)
{
    try {
        return request.traceFile.empty() ? ReadPlan(channel, request).run() : readTraced(channel, request);
    } catch (const std::exception& error) {
        // No exception leaves the module; what arrives here is a library that failed on checked input.
        return fail(FailureCode::CardAnswerMalformed, error.what());
    }
}

} // namespace chinhchu::nfc
