#pragma once

#include "app/session/session.h"
#include "kit/sandbox_process.h"

#include <QTemporaryDir>

namespace counter {

/// A counter within one program: a simulated chip, the real sandbox and its enrolment, an outbox and an audit trail. Only
/// the faces are made up: the engine sees one in every picture and finds them alike. A session takes about a second.
class QuickCounter
{
public:
    /// @p policy: members of the sandbox's `session` policy, which the device has too.
    explicit QuickCounter(const QJsonObject& policy = {});

    [[nodiscard]] chinhchu::app::SessionParts parts(const QUrl& carrier = {});
    [[nodiscard]] QUrl nobody() const { return QUrl(QStringLiteral("https://127.0.0.1:1")); }
    [[nodiscard]] kit::SandboxProcess& carrier() { return *m_carrier; }
    /// The digits of the next one-time password that the sandbox's console shows.
    QString password();
    /// Those of the newest one that is shown already; empty: none since the last question.
    QString newestPassword();
    /// Each line of the audit trail, "ACTION SUBJECT".
    [[nodiscard]] QStringList audit() const;
    /// What waits in the outbox, opened with the carrier's key.
    [[nodiscard]] chinhchu::app::Evidence queued() const;
    /// The same of one binding, which has not been delivered yet; none: nothing was sealed for it.
    [[nodiscard]] std::optional<chinhchu::app::Evidence> sealedFor(const QString& bindingId) const;
    /// Opens the card of another profile, by its file or with these lines on top of a shipped one.
    [[nodiscard]] decltype(chinhchu::app::SessionParts::openCard) cardOf(const QString& shipped,
                                                                        const QString& linesOnTop = {}) const;

    /// Does what the happy path wants until the session stands at @p wanted or at a problem; gives where it stands.
    static chinhchu::app::Session::State walk(chinhchu::app::Session& session, chinhchu::app::Session::State wanted,
                                              const QStringList& msisdns = {QStringLiteral("0900000017")});

private:
    QTemporaryDir m_folder;
    std::unique_ptr<kit::SandboxProcess> m_carrier;
    chinhchu::app::CarrierPolicy m_policy;
    std::shared_ptr<chinhchu::app::Outbox> m_outbox;
    std::shared_ptr<chinhchu::app::AuditTrail> m_audit;
};

} // namespace counter
