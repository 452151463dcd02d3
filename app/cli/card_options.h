#pragma once

#include "app/cli/command.h"

#include <chrono>

namespace chinhchu::app::cli {

/// Adds --reader and --wait, and --in-process-card where the program has such a card.
void addCardOptions(QCommandLineParser& parser, const CommandLineExtras& extras, const QString& defaultWait);

/// USAGE_INVALID for what is no number of seconds.
Result<std::chrono::milliseconds> patienceFromOptions(const QCommandLineParser& options);

/// The in-process card that was asked for; an empty function where none was.
std::function<Result<std::unique_ptr<nfc::ApduChannel>>()> inProcessCardFromOptions(const CommandContext& context);

/// Opens the card that the options name. DEMO_ONLY for a simulated one on a device that is enrolled for real work.
Result<std::unique_ptr<nfc::ApduChannel>> openCardFromOptions(const CommandContext& context);

} // namespace chinhchu::app::cli
