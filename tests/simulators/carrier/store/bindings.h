#pragma once

#include "store/database.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace chinhchu::sandbox {

/// A binding as it was received, with what the carrier made of it. Refused ones are kept too.
struct Binding
{
    qint64 id = 0; ///< counts up
    QString bindingId;
    QString deviceId;
    QString sessionId;
    QString person; ///< 12-digit number; empty if the evidence could not be opened
    QByteArray payloadSha256;
    QString state; ///< received (not verified yet, or a person has to decide), verified or refused
    QStringList reasons;
    QDateTime receivedAt;
    QString faceCompared = {}; ///< numbers or frames, see Findings; empty: not yet, or the evidence could not be opened

    /// For example CC-20261122-000123: the day in Vietnam (UTC+7) and the binding's own number.
    [[nodiscard]] QString receiptNumber() const;
};

class Bindings
{
public:
    explicit Bindings(Connection& connection)
        : m_connection(connection)
    {
    }

    std::optional<Binding> find(const QString& bindingId);
    /// Inserts and sets the id; false if there is one of this name already.
    bool insert(Binding& binding, const QByteArray& sealed);
    QByteArray sealed(const QString& bindingId);
    /// Stores state, reasons, session, person and from what the faces were compared.
    void decide(const Binding& binding);

private:
    Connection& m_connection;
};

} // namespace chinhchu::sandbox
