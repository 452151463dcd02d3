// Verdict: whether the card may be believed, by our own lists, the carrier's word, or for the time being.

#include "app/session/age.h"
#include "app/session/guardian_rules.h"
#include "app/session/mode_rules.h"
#include "app/session/session_machine.h"
#include "app/session/verdict_failure.h"

#include <QTimer>

namespace chinhchu::app {

namespace {

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
        switch (nfc::decide(verdict(), modeRules(machine.parts.mode).service, machine.facts.signerCheck, rules())) {
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
        if (const auto refused = refusedForAge()) {
            machine.fail(*refused);
            return;
        }
        m_acceptable = true;
        emit machine.session.factsChanged();
        goOn();
    }

    /// A child without a parent here, or somebody who cannot stand for the child.
    [[nodiscard]] std::optional<Failure> refusedForAge() const
    {
        const nfc::IdentityData& person = machine.facts.chip->identity;
        if (machine.facts.guardianTurn) {
            return mayStandFor(*machine.facts.child, person, todayInVietnam())
                       ? std::nullopt
                       : std::optional(Failure{FailureCode::GuardianNotAccepted, {}});
        }
        const auto age = ageOn(person.birthDate.view(), todayInVietnam());
        switch (guardianship(age, machine.parts.policy.guardianBelow)) {
        case Guardianship::Instead:
            return Failure{FailureCode::GuardianNeeded, "below 6 a parent registers"};
        case Guardianship::Beside:
            if (!modeRules(machine.parts.mode).guardianTakesPart) {
                return Failure{FailureCode::GuardianNeeded, {}};
            }
            return std::nullopt;
        case Guardianship::NotNeeded:
            return std::nullopt;
        }
        return std::nullopt;
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
