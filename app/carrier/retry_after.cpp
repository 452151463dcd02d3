#include "app/carrier/retry_after.h"

#include <charconv>
#include <string_view>

namespace chinhchu::app {

namespace {

constexpr std::string_view Words = "; Retry-After: ";

} // namespace

std::string retryAfterText(int seconds)
{
    return seconds > 0 ? std::string(Words) + std::to_string(seconds) : std::string();
}

std::chrono::seconds retryAfter(const Failure& failure)
{
    const auto at = failure.detail.rfind(Words);
    if (at == std::string::npos)
        return {};
    const std::string_view number = std::string_view(failure.detail).substr(at + Words.size());
    int seconds = 0;
    std::from_chars(number.data(), number.data() + number.size(), seconds);
    return std::chrono::seconds(seconds);
}

bool isTooManyRequests(const Failure& failure)
{
    return failure.detail.starts_with(std::to_string(TooManyRequests));
}

} // namespace chinhchu::app
