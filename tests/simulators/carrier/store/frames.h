#pragma once

#include "store/database.h"

namespace chinhchu::sandbox {

/// Which binding each picture of a face came with first, by its SHA-256: the picture itself is kept in the evidence
/// only.
class Frames
{
public:
    explicit Frames(Connection& connection)
        : m_connection(connection)
    {
    }

    void add(const QByteArray& jpeg, const QString& bindingId);
    bool isOfAnother(const QByteArray& jpeg, const QString& bindingId);

private:
    Connection& m_connection;
};

} // namespace chinhchu::sandbox
