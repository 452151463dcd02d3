#pragma once

#include "kit/sandbox_process.h"
#include "kit/synthetic_chip.h"

#include <QJsonObject>

#include <functional>

namespace kit {

/// One session, ready to be sealed; tests change what they want to be wrong.
struct Session
{
    QString bindingId;
    QString sessionId;
    QJsonObject document;

    /// Changes a member by its path, "face.distance".
    void set(const QString& path, const QJsonValue& value);
    void remove(const QString& path);
    [[nodiscard]] QJsonValue get(const QString& path) const;
};

/// Asks the carrier for a nonce and lets the chip answer: an honest session of the person that the chip belongs to.
Session honestSession(SandboxProcess& carrier, const Device& device, const SyntheticChip& chip);

/// The same with these freshness members instead of a nonce of the carrier's.
Session sessionWith(const Device& device, const SyntheticChip& chip, const QJsonObject& freshness);

QByteArray challengeOf(const QByteArray& nonce, const QString& device, const QString& session, const QByteArray& sod);

/// CMS SignedData by @p signer in CMS AuthEnvelopedData for the carrier.
QByteArray seal(const Session& session, const Device& signer);

/// Delivers; @p key where the Idempotency-Key is not the session's own.
Reply submit(SandboxProcess& carrier, const Device& device, const Session& session, const QByteArray& sealed);
Reply submit(SandboxProcess& carrier, const Device& device, const Session& session);

} // namespace kit
