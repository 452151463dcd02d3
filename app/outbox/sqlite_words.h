#pragma once

#include "resources/base/failure.h"

#include <QDateTime>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>

// What the files of the outbox on SQLite have in common.

namespace chinhchu::app {

/// What the audit trail is still to be told of a binding: the column `untold`, added up.
enum UntoldBit : int
{
    UntoldDelivered = 1,
    UntoldVerified = 2,
    UntoldRefused = 4
};

/// As times stand in the queue.
inline qint64 millisecondsNow()
{
    return QDateTime::currentMSecsSinceEpoch();
}

inline tl::unexpected<Failure> storageFailed(const QString& bindingId, const char* why)
{
    return fail(FailureCode::StorageFailed, "outbox: " + bindingId.toStdString() + ' ' + why);
}

/// A statement of which only the failure counts.
inline Result<void> nothing(const Result<QSqlQuery>& done)
{
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

/// A damaged page ends the rows as if there were no more; only the error tells.
inline Result<void> readToTheEnd(const QSqlQuery& rows)
{
    if (rows.lastError().isValid())
        return fail(FailureCode::StorageFailed, "outbox: " + rows.lastError().text().toStdString());
    return {};
}

} // namespace chinhchu::app
