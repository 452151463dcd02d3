#pragma once

#include "store/database.h"

#include <QDateTime>

#include <optional>

namespace chinhchu::sandbox {

/// Codes with which a device enrols once. Only their hash is stored.
class EnrolmentCodes
{
public:
    explicit EnrolmentCodes(Connection& connection)
        : m_connection(connection)
    {
    }

    /// A new code for a device of this name, valid for a week.
    QString issue(const QString& deviceId, const QDateTime& now);
    /// The device the code is for; nothing if it is unknown, old or used. Uses it up.
    std::optional<QString> redeem(const QString& code, const QDateTime& now);

private:
    Connection& m_connection;
};

} // namespace chinhchu::sandbox
