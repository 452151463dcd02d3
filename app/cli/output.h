#pragma once

#include "app/cli/command.h"

namespace chinhchu::app::cli {

/// Writes the outcome where it belongs: with @p target "-" one JSON object on standard output; with a file the JSON
/// there (readable by its owner only) and the text on standard output; without a target the text. Failures are told on
/// standard error in three sentences. Gives the exit status; a file that cannot be written is one more failure.
int deliverOutcome(Outcome outcome, const QString& target);

} // namespace chinhchu::app::cli
