#pragma once

#include "resources/base/failure.h"

#include <chrono>

namespace chinhchu::app {

/// Too many requests (RFC 6585, 4): an answer, though not yet one to what was asked.
constexpr int TooManyRequests = 429;

/// How the detail of a failure says when the carrier wants to be asked again; nothing for 0.
std::string retryAfterText(int seconds);

/// What retryAfterText() has written into @p failure; 0 when nothing.
std::chrono::seconds retryAfter(const Failure& failure);

/// Whether the carrier has answered that it was asked too often.
bool isTooManyRequests(const Failure& failure);

} // namespace chinhchu::app
