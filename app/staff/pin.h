#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <QString>

namespace chinhchu::app {

/// At least six digits, and not one that everybody tries first: one digit repeated, digits in a row.
bool isGoodPin(const SecretText& pin);

/// Argon2id (RFC 9106) in the form that carries its own salt and parameters, "$argon2id$v=19$m=...". Takes some tens of
/// milliseconds and 64 MiB, so that a stolen file does not give the PINs away quickly.
Result<QString> hashPin(const SecretText& pin);

/// Whether @p pin is the one that @p hash was made of. Takes as long as hashPin().
bool matchesPin(const SecretText& pin, const QString& hash);

} // namespace chinhchu::app
