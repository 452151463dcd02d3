#pragma once

#include "app/cli/command.h"
#include "app/session/session.h"

#include <QElapsedTimer>
#include <QJsonArray>

namespace chinhchu::app::cli {

/// Walks a session to its end without a screen: consents because the operator asked for it, binds the numbers that were
/// given and no other, never tries again. Tells each step with its time.
class HeadlessSession : public QObject
{
public:
    HeadlessSession(SessionParts parts, const CommandContext& context);

    /// Runs until the receipt or the first problem.
    Outcome run(const QStringList& msisdns, const nfc::AccessKeys& keys);

private:
    void arrived(Session::State state);
    void act(Session::State state);
    void confirmNumbers();
    void told(Session::State state);
    [[nodiscard]] QString stepText(Session::State state) const;
    [[nodiscard]] Outcome outcome() const;

    const CommandContext& m_context;
    Session m_session;
    QStringList m_msisdns;
    nfc::AccessKeys m_keys;
    QElapsedTimer m_clock;
    qint64 m_lastStep = 0;
    Session::State m_state = Session::State::Greeting;
    QString m_lastHint;
    QJsonArray m_timings;
};

} // namespace chinhchu::app::cli
