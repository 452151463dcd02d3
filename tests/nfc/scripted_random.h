#pragma once

#include "nfc/access/random_source.h"
#include "tests/nfc/scripted_channel.h"

#include <memory>

namespace chinhchu::test {

/// The random numbers that a worked example prints, in the order in which they are needed.
inline nfc::RandomSource scriptedRandom(std::deque<std::string> values)
{
    auto rest = std::make_shared<std::deque<std::string>>(std::move(values));
    return [rest](std::size_t count) -> Result<Bytes> {
        if (rest->empty())
            return fail(FailureCode::SettingsInvalid, "no random number left in the example");
        Bytes value = fromHex(rest->front());
        rest->pop_front();
        if (value.size() != count)
            return fail(FailureCode::SettingsInvalid, "the example's random number has another length");
        return value;
    };
}

} // namespace chinhchu::test
