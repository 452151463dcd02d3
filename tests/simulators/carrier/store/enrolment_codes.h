#pragma once

#include "pki/authority.h"
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

    /// A new code for a device of this name, valid for a week. Whose point of service it stands at is remembered with
    /// it.
    QString issue(const QString& deviceId, const QDateTime& now, Authority::Point point);
    /// The device the code is for; nothing if it is unknown, old or used. Uses it up.
    std::optional<QString> redeem(const QString& code, const QDateTime& now);

    /// Where the device of a code stands.
    Authority::Point pointOf(const QString& deviceId);

private:
    Connection& m_connection;
};

} // namespace chinhchu::sandbox
