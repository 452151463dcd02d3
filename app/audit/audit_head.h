#pragma once

#include "resources/base/failure.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace chinhchu::app {

/// What pins the trail down: whoever knows a head can tell whether the trail before it was changed.
struct AuditHead
{
    qint64 size = 0;
    QByteArray root; ///< 32 bytes

    /// "SIZE:HEXADECIMAL", as it travels with each submission.
    [[nodiscard]] QByteArray text() const { return QByteArray::number(size) + ':' + root.toHex(); }
    /// The same, read; nothing when it is no head.
    static std::optional<AuditHead> fromText(const QByteArray& text);

    /// The head in FILE.head beside a trail: none in trails of before there was one.
    static Result<AuditHead> keptBeside(const QString& trail);
    /// Writes it there; safe on disk when this returns.
    [[nodiscard]] Result<void> keepBeside(const QString& trail) const;
};

} // namespace chinhchu::app
