#pragma once

#include "app/cli/command.h"
#include "app/session/kiosk_parts.h"
#include "nfc/access/access_key.h"

namespace chinhchu::app::cli {

/// The parent of a child: --guardian-can N or --guardian-qr TEXT, --guardian-reader NAME, --guardian-camera
/// DEVICE|FILE; in the demonstration also a card and a person made of software.
void addGuardianOptions(QCommandLineParser& parser, const CommandLineExtras& extras);

/// Keys of the parent's card; none where no parent was named. USAGE_INVALID for both kinds, or for what cannot be a
/// key.
Result<nfc::AccessKeys> guardianKeysFromOptions(const QCommandLineParser& options);

/// Where the parent's card and face come from; what is not named stays the child's.
void takeGuardianOptions(const CommandContext& context, KioskOptions& kiosk);

} // namespace chinhchu::app::cli
