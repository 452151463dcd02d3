#pragma once

#include "store/database.h"

namespace chinhchu::sandbox {

/// The newest head that each device reported of its audit trail: what an inspector holds the trail against.
class AuditHeads
{
public:
    explicit AuditHeads(Connection& connection)
        : m_connection(connection)
    {
    }

    /// Keeps "SIZE:HEXADECIMAL" where it is larger than what is known. False if the same size was reported with another
    /// root: one of the two trails was written anew.
    bool report(const QString& deviceId, const QByteArray& head);

private:
    Connection& m_connection;
};

} // namespace chinhchu::sandbox
