#pragma once

#include "nfc/lds/data_groups.h"

namespace chinhchu::nfc {

/// The encoding by the first bytes of an image (the record's own word for it is often wrong), or nothing if it is
/// neither JPEG nor JPEG 2000 (JP2 file or raw codestream).
std::optional<ChipPhoto::Encoding> imageEncoding(ByteView image);

/// Appends the images of one ISO/IEC 19794-5:2005 facial record ("FAC", version "010") to @p photos.
Result<void> readFaceRecord(ByteView record, std::vector<ChipPhoto>& photos);

} // namespace chinhchu::nfc
