// Verdict: whether the card may be believed, by our own lists, the carrier's word, or for the time being.

#include "app/session/age.h"
#include "app/session/session_machine.h"
#include "app/session/verdict_failure.h"

#include <QTimer>

namespace chinhchu::app {

namespace {

nfc::ServiceMode serviceMode(const QString& name)
{
    if (name == QLatin1String("assisted")) {
        return nfc::ServiceMode::Assisted;
    }
    return name == QLatin1String("mobile") ? nfc::ServiceMode::Mobile : nfc::ServiceMode::SelfService;
}

/// Stops here when the chip may not be believed, else waits for the citizen (or the staff) to go on. Who says yes while
/// the carrier is still being asked has said it.
class VerdictState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override
    {
        machine.facts.signerCheck = nfc::OnlineCheck::NotAsked;
        machine.facts.provisional = false;
        decide();
    }

    void acceptVerdict() override
    {
        m_accepted = true;
        goOn();
    }

private:
    const nfc::AuthenticityVerdict& verdict() const { return machine.facts.chip->authenticity; }

    /// What policy lets staff accept needs somebody who has signed in and may.
    nfc::VerdictPolicy rules() const
    {
        nfc::VerdictPolicy rules = machine.parts.policy.verdict;
        const auto& staff = machine.parts.staff;
        rules.staffMayAcceptUnprovenChip &= staff && staff->may(StaffRight::AcceptUnprovenChip);
        return rules;
    }

    void decide()
    {
        const SessionPolicy& policy = machine.parts.policy;
        switch (nfc::decide(verdict(), serviceMode(machine.parts.mode), machine.facts.signerCheck, rules())) {
        case nfc::VerdictDecision::AskCarrier:
            ask();
            return;
        case nfc::VerdictDecision::HandOver:
        case nfc::VerdictDecision::Refuse:
            machine.fail(m_denied ? *m_denied
                                  : verdictFailure(verdict()).value_or(Failure{FailureCode::RevocationUnknown, {}}));
            return;
        case nfc::VerdictDecision::GoOnProvisionally:
            machine.facts.provisional = true;
            break;
        case nfc::VerdictDecision::GoOn:
            break;
        }
        const auto age = ageOn(machine.facts.chip->identity.birthDate.view(), todayInVietnam());
        if (age && *age < policy.guardianBelow) {
            machine.fail({FailureCode::GuardianNeeded, {}});
            return;
        }
        m_acceptable = true;
        emit machine.session.factsChanged();
        goOn();
    }

    void ask()
    {
        const Bytes& signer = machine.facts.chip->documentSigner;
        if (!machine.parts.carrier || signer.empty()) {
            answered(nfc::OnlineCheck::Unreachable);
            return;
        }
        QTimer::singleShot(machine.parts.policy.signerPatience, &m_inState,
                           [this] { answered(nfc::OnlineCheck::Unreachable); });
        machine.parts.carrier->verifyDocumentSigner(
            signer, [post = machine.statePost(), this](const Result<SignerDecision>& answer) {
                if (post.stillWanted()) {
                    heard(answer);
                }
            });
    }

    void heard(const Result<SignerDecision>& answer)
    {
        if (!answer) {
            answered(nfc::OnlineCheck::Unreachable);
            return;
        }
        if (*answer == SignerDecision::Revoked) {
            m_denied = Failure{FailureCode::SignerRevoked, "carrier"};
        }
        answered(*answer == SignerDecision::Trusted ? nfc::OnlineCheck::Confirmed : nfc::OnlineCheck::Denied);
    }

    /// The first of the carrier's answer and the end of our patience counts.
    void answered(nfc::OnlineCheck check)
    {
        if (machine.facts.signerCheck != nfc::OnlineCheck::NotAsked) {
            return;
        }
        machine.facts.signerCheck = check;
        decide();
    }

    void goOn()
    {
        if (m_accepted && m_acceptable) {
            machine.handle(SessionEvent::VerdictAccepted);
        }
    }

    bool m_acceptable = false;
    bool m_accepted = false;
    std::optional<Failure> m_denied;
    QObject m_inState; ///< a timer of this state ends with it
};

} // namespace

std::unique_ptr<SessionState> makeVerdictState(SessionMachine& machine)
{
    return std::make_unique<VerdictState>(machine);
}

} // namespace chinhchu::app
