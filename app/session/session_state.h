#pragma once

#include "app/session/session.h"

namespace chinhchu::app {

/// One state of a session. A state acts when it is entered, answers the inputs that fit it, and leaves every other
/// input alone. It never names the state that follows: it reports an event and the table decides.
class SessionState
{
public:
    explicit SessionState(SessionMachine& sessionMachine)
        : machine(sessionMachine)
    {
    }
    virtual ~SessionState() = default;
    SessionState(const SessionState&) = delete;
    SessionState& operator=(const SessionState&) = delete;

    virtual void enter() {}
    virtual void leave() {}

    virtual void begin() {}
    virtual void giveConsent(const QString& /*text*/, const QString& /*language*/) {}
    virtual void enterNumbers(const QStringList& /*msisdns*/) {}
    virtual void lookForCode() {}
    virtual void identify(const nfc::AccessKeys& /*keys*/) {}
    virtual void reportNoChip() {}
    virtual void acceptVerdict() {}
    virtual void acceptMatch() {}
    virtual void giveGuardianConsent(const QString& /*text*/, const QString& /*language*/) {}
    virtual void answerNumber(const QString& /*msisdn*/, bool /*mine*/) {}
    virtual void leaveNumber(const QString& /*msisdn*/) {}
    virtual void confirmNumbers() {}
    virtual void enterPassword(const SecretText& /*digits*/) {}
    virtual void sendPasswordAgain() {}
    virtual void requestSignature(const QString& /*text*/, const QString& /*language*/) {}
    virtual void declineSignature() {}
    virtual void sign(const Evidence::Signature& /*drawing*/) {}
    virtual void signByName() {}
    virtual void submit() {}

protected:
    SessionMachine& machine;
};

std::unique_ptr<SessionState> makeGreetingState(SessionMachine&);
std::unique_ptr<SessionState> makeConsentState(SessionMachine&);
std::unique_ptr<SessionState> makeNumberEntryState(SessionMachine&);
std::unique_ptr<SessionState> makeDocumentPicturesState(SessionMachine&);
std::unique_ptr<SessionState> makeIdentifyState(SessionMachine&);
std::unique_ptr<SessionState> makePlaceCardState(SessionMachine&);
std::unique_ptr<SessionState> makeReadChipState(SessionMachine&);
std::unique_ptr<SessionState> makeVerdictState(SessionMachine&);
std::unique_ptr<SessionState> makeCaptureFaceState(SessionMachine&);
std::unique_ptr<SessionState> makeMatchState(SessionMachine&);
std::unique_ptr<SessionState> makeGuardianConsentState(SessionMachine&);
std::unique_ptr<SessionState> makeChooseNumbersState(SessionMachine&);
std::unique_ptr<SessionState> makePossessionState(SessionMachine&);
std::unique_ptr<SessionState> makeSignatureOfferState(SessionMachine&);
std::unique_ptr<SessionState> makeSigningState(SessionMachine&);
std::unique_ptr<SessionState> makeReviewState(SessionMachine&);
std::unique_ptr<SessionState> makeDeliverState(SessionMachine&);
std::unique_ptr<SessionState> makeReceiptState(SessionMachine&);
std::unique_ptr<SessionState> makeProblemState(SessionMachine&);

} // namespace chinhchu::app
