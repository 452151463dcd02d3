#pragma once

#include "app/cli/command.h"
#include "nfc/access/access_key.h"
#include "nfc/cccd/qr_code.h"
#include "resources/base/wiping_memory.h"

namespace chinhchu::app::cli {

/// The value of an option that may be secret: "-" reads one line from standard input (process lists show arguments).
SecretText secretValue(const QString& given);

/// The same for three lines of a machine-readable zone, which may come with line breaks.
SecretText secretMrz(const QString& given);

/// Adds --can, --mrz, --number, --birth, --expiry and --qr.
void addKeyOptions(QCommandLineParser& parser);

/// What the options give: the keys, and the QR code that they came from, if one was scanned.
struct GivenKeys
{
    nfc::AccessKeys keys;
    std::optional<nfc::cccd::QrCode> printed;
};
Result<GivenKeys> givenKeys(const QCommandLineParser& options);

/// The keys that the options name: exactly one way of the four. USAGE_INVALID when there is none or more than one, or when
/// the digits cannot be those of a card.
Result<nfc::AccessKeys> keysFromOptions(const QCommandLineParser& options);

} // namespace chinhchu::app::cli
