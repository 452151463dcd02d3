#pragma once

#include "biometrics/image.h"
#include "resources/base/failure.h"

#include <chrono>
#include <filesystem>

namespace chinhchu::biometrics {

/// Decodes a photograph that a card handed over, in a child process that can lose nothing: no files, no network, no
/// further processes, 5 s of processor time, a bounded memory. What comes back is measured against the header.
///
/// PHOTO_UNDECODABLE when the picture is broken, or its decoder crashed, hung or tried something else;
/// SETTINGS_INVALID when the decoder program is not installed. Never decodes in this process instead.
/// `patience` is by the clock on the wall: it ends only a child that sleeps, so it leaves room for a machine whose processors
/// others have. A photograph that is too much work ends by the processor time.
Result<Image> decodeConfined(ByteView encoded, std::chrono::milliseconds patience = std::chrono::seconds(30));

/// The program that decodes: next to this one, in /usr/libexec/chinhchu, or in the build folder. Empty when absent.
std::filesystem::path photoDecoderProgram();

} // namespace chinhchu::biometrics
