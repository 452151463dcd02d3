// Signing: the citizen's own hand on the screen; who cannot draw confirms with the name, and it is recorded as that.

#include "app/session/session_machine.h"
#include "app/session/signature_rules.h"

namespace chinhchu::app {

namespace {

class SigningState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override { machine.memory.signature.reset(); }

    void sign(const Evidence::Signature& drawing) override
    {
        if (isUsableSignature(drawing)) {
            keep(drawing);
        }
    }

    void signByName() override { keep({}); }

private:
    void keep(const Evidence::Signature& signature)
    {
        machine.memory.signature = signature;
        machine.memory.signature->signedAt = QDateTime::currentDateTime();
        machine.handle(SessionEvent::Signed);
    }
};

} // namespace

std::unique_ptr<SessionState> makeSigningState(SessionMachine& machine)
{
    return std::make_unique<SigningState>(machine);
}

} // namespace chinhchu::app
