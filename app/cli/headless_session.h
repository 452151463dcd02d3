#pragma once

#include "app/cli/command.h"
#include "app/session/session.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>

#include <functional>

namespace chinhchu::app::cli {

/// Walks a session to its end without a screen: consents because the operator asked for it, binds the numbers that were
/// given and no other, never tries again but for a one-time password. Tells each step with its time.
class HeadlessSession : public QObject
{
public:
    HeadlessSession(SessionParts parts, const CommandContext& context);

    /// Where one-time passwords come from when the carrier asks for one; may block. Empty: there is none.
    void setPasswords(std::function<SecretText()> next) { m_nextPassword = std::move(next); }

    /// The citizen wants a public digital signature and agrees to what it needs.
    void setWantsSignature(bool wants) { m_wantsSignature = wants; }

    /// Runs until the receipt or the first problem. No keys: the card has no chip.
    /// @p guardian: of the card of a child's parent, who agrees; none: a child's session ends with GUARDIAN_NEEDED.
    Outcome run(const QStringList& msisdns, const nfc::AccessKeys& keys, const nfc::AccessKeys& guardian);

private:
    void arrived(Session::State state);
    void act(Session::State state);
    void confirmNumbers();
    void enterPassword();
    void answerOffer();
    void giveUp(Failure why);
    void told(Session::State state);
    [[nodiscard]] QString stepText(Session::State state) const;
    [[nodiscard]] Outcome outcome() const;

    const CommandContext& m_context;
    Session m_session;
    QStringList m_msisdns;
    nfc::AccessKeys m_keys;
    nfc::AccessKeys m_guardianKeys;
    QElapsedTimer m_clock;
    qint64 m_lastStep = 0;
    Session::State m_state = Session::State::Greeting;
    QString m_lastHint;
    QJsonArray m_timings;
    std::function<SecretText()> m_nextPassword;
    bool m_wantsSignature = false;
    bool m_pictured = false; ///< both sides of the card were taken
    std::optional<Failure> m_givenUp; ///< something that only the caller has was missing
    QEventLoop m_loop;
};

} // namespace chinhchu::app::cli
