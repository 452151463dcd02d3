#pragma once

#include "store/database.h"

#include <QDateTime>
#include <QStringList>

namespace chinhchu::sandbox {

/// The bindings that were received and whose checks are still to be made: by any sandbox on this database, so that
/// nothing is left when one of them dies.
class PendingBindings
{
public:
    explicit PendingBindings(Connection& connection)
        : m_connection(connection)
    {
    }

    void add(const QString& bindingId);
    /// Up to @p most of them, oldest first, for the caller alone until @p until.
    QStringList claim(int most, const QDateTime& now, const QDateTime& until);
    /// Takes it off the list. False if another sandbox was quicker; then its result counts.
    bool finish(const QString& bindingId);

private:
    Connection& m_connection;
};

} // namespace chinhchu::sandbox
