#pragma once

#include "nfc/chip_reader.h"

#include <QJsonObject>
#include <QString>

namespace chinhchu::app::cli {

/// `authenticity` of the contract: passive, active, chip, reasons; and what lies behind them.
QJsonObject authenticityJson(const nfc::AuthenticityVerdict& verdict);

/// `access`, `files`, `identity`, `authenticity`, `timing` of the contract.
QJsonObject chipJson(const nfc::ChipIdentity& chip);

/// The same for people.
QString authenticityText(const nfc::AuthenticityVerdict& verdict);
QString chipText(const nfc::ChipIdentity& chip);

} // namespace chinhchu::app::cli
