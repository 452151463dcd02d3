#pragma once

#include "nfc/authenticity/authenticity_verdict.h"

#include <optional>

namespace chinhchu::app {

/// Why a chip may not be believed: the first reason of the kind that decides the exit status, with what it concerns as
/// the detail. Nothing for a verified chip.
std::optional<Failure> verdictFailure(const nfc::AuthenticityVerdict& verdict);

} // namespace chinhchu::app
