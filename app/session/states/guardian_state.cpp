// GuardianConsent: the child is verified, and a parent agrees for it before their own card and face are asked for.

#include "app/session/session_machine.h"

namespace chinhchu::app {

namespace {

class GuardianConsentState : public SessionState
{
public:
    using SessionState::SessionState;

    void giveGuardianConsent(const QString& text, const QString& language) override
    {
        // One parent agrees once, also when they come back to this page: reports count the lines.
        const bool first = machine.memory.guardianConsent.text.isEmpty();
        machine.memory.guardianConsent = {text, language, QDateTime::currentDateTime()};
        if (first) {
            machine.note("guardian-consented", machine.facts.bindingId);
        }
        machine.handle(SessionEvent::GuardianAgreed);
    }
};

} // namespace

std::unique_ptr<SessionState> makeGuardianConsentState(SessionMachine& machine)
{
    return std::make_unique<GuardianConsentState>(machine);
}

} // namespace chinhchu::app
