#pragma once

#include "nfc/lds/data_groups.h"

namespace chinhchu::nfc {

/// Appends the images of one ISO/IEC 39794-5 face image data block (tag 65, DER; ICAO's profile of 2021) to @p photos.
/// Only where the images are is taken from it; its landmarks, poses and remarks are not needed to compare a face.
Result<void> readFaceBlock(ByteView block, std::vector<ChipPhoto>& photos);

} // namespace chinhchu::nfc
