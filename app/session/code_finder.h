#pragma once

#include "biometrics/image.h"

#include <optional>

namespace chinhchu::app {

/// The text of the QR code in a picture; nothing where there is none, or where it is longer than a citizen card's could
/// be. Whoever holds something in front of a camera chooses this text: it is as hostile as any input.
std::optional<SecretText> findCode(const biometrics::Image& picture);

} // namespace chinhchu::app
