#pragma once

#include "app/cli/command.h"
#include "nfc/chip_reader.h"

#include <chrono>

namespace chinhchu::app::cli {

/// Adds --reader, --wait unless @p defaultWait is empty, and --in-process-card where the program has such a card.
void addCardOptions(QCommandLineParser& parser, const CommandLineExtras& extras, const QString& defaultWait);

/// USAGE_INVALID for what is no number of seconds.
Result<std::chrono::milliseconds> patienceFromOptions(const QCommandLineParser& options);

/// The in-process card that was asked for; an empty function where none was.
std::function<Result<std::unique_ptr<nfc::ApduChannel>>()> inProcessCardFromOptions(const CommandContext& context);

/// Opens the recording of a read instead of a card and takes its random numbers over into @p request. DEMO_ONLY as
/// below; FILE_UNREADABLE for a trace that is masked, cut or none.
Result<std::unique_ptr<nfc::ApduChannel>> openReplay(const CommandContext& context, const QString& file,
                                                     nfc::ReadRequest& request);

/// Opens the card that the options name. DEMO_ONLY for a simulated one on a device that is enrolled for real work.
Result<std::unique_ptr<nfc::ApduChannel>> openCardFromOptions(const CommandContext& context);

} // namespace chinhchu::app::cli
