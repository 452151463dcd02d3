#pragma once

#include "store/database.h"

#include <QDateTime>

namespace chinhchu::sandbox {

/// The newest head that each device reported of its audit trail: what an inspector holds the trail against.
class AuditHeads
{
public:
    explicit AuditHeads(Connection& connection)
        : m_connection(connection)
    {
    }

    enum class Finding
    {
        Continues,
        Shorter,   ///< lines that were there are gone
        OtherRoot, ///< of the same size: one of the two trails was written anew
    };

    /// Keeps "SIZE:HEXADECIMAL" where it is larger than what is known. Requests overtake each other, so a shorter one
    /// counts only when the longer is older than that.
    Finding report(const QString& deviceId, const QByteArray& head, const QDateTime& at);

    /// Remembers that @p bindingId came with a head that contradicts an earlier one.
    void complain(const QString& bindingId, const QString& deviceId, const QDateTime& at);
    bool complainedOf(const QString& bindingId);

private:
    Connection& m_connection;
};

} // namespace chinhchu::sandbox
