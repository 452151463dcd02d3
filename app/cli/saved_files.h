#pragma once

#include "nfc/chip_reader.h"

#include <QString>

namespace chinhchu::app::cli {

/// Writes the chip's files into a folder as EF_SOD.bin, EF_COM.bin, EF_DG1.bin, ..., readable by their owner only. DG13
/// is left out: it holds ethnicity and religion and is never saved.
Result<void> saveFiles(const nfc::ChipIdentity& chip, const QString& folder);

/// "EF.SOD" -> "EF_SOD.bin", "DG1" -> "EF_DG1.bin".
QString savedFileName(const std::string& chipFile);

/// The way back: "EF_SOD.bin" -> "EF.SOD", "EF_DG1.bin" -> "DG1".
QString chipFileName(const QString& savedFile);

} // namespace chinhchu::app::cli
