#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <QByteArray>
#include <QString>

namespace chinhchu::app {

/// Where a key lies in a token (RFC 7512), for example
///
///     pkcs11:token=kiosk;object=device?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=file:/etc/chinhchu/pin
///
/// token and object must be given, and module-path: which library speaks to the token. The PIN stands in the file of
/// pin-source, never in the address itself.
struct TokenUri
{
    QByteArray object; ///< the address without its query: which key
    QByteArray token;  ///< the token's label
    QByteArray label;  ///< the key's
    QByteArray module;
    QString pinFile;

    /// SETTINGS_INVALID says what is wrong.
    static Result<TokenUri> parse(const QString& text);

    /// The first line of the file of pin-source. DEVICE_KEY_UNAVAILABLE when it cannot be read, or can be read by others
    /// than its owner.
    [[nodiscard]] Result<SecretText> pin() const;
};

} // namespace chinhchu::app
