#pragma once

#include "resources/base/failure.h"

#include <winscard.h>

#include <chrono>

namespace chinhchu::nfc {

/// A PC/SC return code in the terms of this program; the detail names the call and the code.
tl::unexpected<Failure> pcscFailure(const char* call, LONG code);

/// True for the codes that a dead pcscd connection gives: the context must be made again (pcscd was restarted).
bool contextIsDead(LONG code);

} // namespace chinhchu::nfc
