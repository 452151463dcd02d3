#pragma once

#include "store/database.h"

#include <QDateTime>

namespace chinhchu::sandbox {

/// Requests for a public digital signature: from 14 years, one for each binding.
class SignatureRequests
{
public:
    explicit SignatureRequests(Connection& connection)
        : m_connection(connection)
    {
    }

    /// The id of the request, the same when it is made again; empty for somebody too young.
    QString add(const QString& bindingId, const QString& personNumber, const QDateTime& consentGivenAt);

private:
    Connection& m_connection;
};

} // namespace chinhchu::sandbox
