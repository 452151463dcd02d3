#pragma once

#include "app/cli/command.h"

namespace chinhchu::app::cli {

/// Writes the outcome where it belongs: with @p target "-" one JSON object on standard output; with a file the JSON
/// there (readable by its owner only) and the text, or the document, on standard output; without a target that alone.
/// Failures are told on standard error in three sentences. Gives the exit status; what cannot be written, to a file or to
/// standard output, is a failure of its own.
int deliverOutcome(Outcome outcome, const QString& target);

/// Replaces a file as a whole or not at all; a device or a pipe is written to, never replaced by a file of its name. False
/// when it cannot be written.
bool writeWhole(const QString& file, const QByteArray& content);

/// Help and version: text on standard output, and the exit status.
int deliverText(const QString& text);

} // namespace chinhchu::app::cli
