// SignatureOffer: who is old enough may ask for a public digital signature; nobody has to.

#include "app/session/session_machine.h"

namespace chinhchu::app {

namespace {

class SignatureOfferState : public SessionState
{
public:
    using SessionState::SessionState;

    /// Who comes back is asked anew: an answer is never taken over.
    void enter() override { machine.facts.signatureWish.reset(); }

    void requestSignature(const QString& text, const QString& language) override
    {
        answer({true, {text, language, QDateTime::currentDateTime()}});
    }

    void declineSignature() override { answer({}); }

private:
    void answer(Evidence::SignatureWish wish)
    {
        machine.facts.signatureWish = std::move(wish);
        emit machine.session.factsChanged();
        machine.handle(SessionEvent::SignatureAnswered);
    }
};

} // namespace

std::unique_ptr<SessionState> makeSignatureOfferState(SessionMachine& machine)
{
    return std::make_unique<SignatureOfferState>(machine);
}

} // namespace chinhchu::app
