// Deliver, Receipt, Problem: sealed, safe on disk, sent; or why not.

#include "app/session/evidence_times.h"
#include "app/session/session_machine.h"

#include <QElapsedTimer>
#include <QTimer>

namespace chinhchu::app {

namespace {

std::string reasonsOf(const BindingReceipt& receipt)
{
    return receipt.reasons.join(", ").toStdString();
}

class DeliverState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override
    {
        machine.facts.problem.reset();
        m_asked.start();
        if (machine.memory.enqueued) {
            send();
        } else if (!machine.parts.outbox) {
            machine.fail({FailureCode::StorageFailed, "no outbox"});
        } else {
            keep();
        }
    }

private:
    /// Seals the evidence and puts it on disk, once. A trail that cannot be written stops the session here.
    void keep()
    {
        const auto seal = [evidence = std::make_shared<const Evidence>(collect()), enrolment = machine.parts.enrolment] {
            return sealEvidence(*evidence, enrolment);
        };
        machine.desk.keep(machine.facts.bindingId, linesForTheTrail(), seal,
                          [post = machine.statePost(), this](const OutboxDesk::Kept& kept) {
                              if (post.stillWanted()) {
                                  isKept(kept);
                              }
                          });
    }

    /// Another try is no other binding.
    std::vector<AuditEvent> linesForTheTrail() const
    {
        if (machine.memory.sealingTold) {
            return {};
        }
        std::vector<AuditEvent> lines{machine.eventOf("binding-sealed", machine.facts.bindingId)};
        if (const auto& wish = machine.facts.signatureWish) {
            lines.push_back(machine.eventOf(wish->wanted ? "signature-requested" : "signature-declined",
                                            machine.facts.bindingId));
        }
        return lines;
    }

    void isKept(const OutboxDesk::Kept& kept)
    {
        machine.memory.sealingTold = kept.isTold;
        machine.memory.enqueued = kept.isSafe.has_value();
        if (kept.isSafe) {
            send();
        } else {
            machine.fail(kept.isSafe.error());
        }
    }

    /// What the carrier answers is written down also if the person has left meanwhile.
    void send()
    {
        if (!machine.parts.carrier) {
            queued({FailureCode::CarrierUnreachable, {}});
            return;
        }
        machine.desk.deliver(machine.facts.bindingId, *machine.parts.carrier,
                             [post = machine.statePost(), this](Result<BindingReceipt> receipt) {
                                 if (post.stillWanted()) {
                                     settled(std::move(receipt));
                                 }
                             });
    }

    Evidence collect() const
    {
        Evidence evidence;
        evidence.bindingId = machine.facts.bindingId;
        evidence.sessionId = machine.memory.sessionId;
        evidence.mode = machine.parts.mode;
        evidence.staff = machine.parts.staff ? machine.parts.staff->id : QString();
        evidence.consent = machine.memory.consent;
        for (const SessionFacts::HeldNumber& each : machine.facts.numbers) {
            if (each.isInBinding()) {
                const bool mine = each.answer == SessionFacts::HeldNumber::Answer::Mine;
                // Who proved a number and then disowned it has proven nothing about it.
                evidence.numbers.push_back({each.subscription.msisdn, mine,
                                            mine ? each.possession : Possession::NotAsked, each.challengeId,
                                            each.subscription.organisation});
            }
        }
        evidence.signature = machine.memory.signature;
        evidence.documentPictures = machine.memory.documentPictures;
        evidence.signatureWish = machine.facts.signatureWish;
        evidence.chip = *machine.facts.chip;
        evidence.freshness = machine.memory.freshness;
        if (machine.parts.carrierTime) {
            evidence.carrierTime = machine.parts.carrierTime->now();
        }
        evidence.frames = machine.memory.frames;
        evidence.liveness = machine.facts.liveness;
        evidence.match = *machine.facts.match;
        if (machine.memory.guardian) {
            static_cast<PersonProof&>(evidence.guardian.emplace()) = machine.memory.guardian->proof;
            evidence.guardian->consent = machine.memory.guardianConsent;
        }
        putOntoCarriersTime(evidence);
        return evidence;
    }

    void settled(Result<BindingReceipt> receipt)
    {
        if (!receipt) {
            notAccepted(receipt.error());
            return;
        }
        machine.facts.receipt = std::move(*receipt);
        emit machine.session.factsChanged();
        decided();
    }

    /// Waits, or refused by the carrier (the courier gives its codes as CARRIER_REFUSED), or not even that.
    void notAccepted(const Failure& why)
    {
        if (chinhchu::exitStatus(why.code) == 8) {
            queued(why);
            return;
        }
        machine.fail(why);
    }

    /// Verified ends well. Received is not verified: without reasons the carrier is still checking and is asked again
    /// for a while; with reasons, or after that while, a person decides and the session says so.
    void decided()
    {
        const BindingReceipt& receipt = *machine.facts.receipt;
        switch (receipt.state) {
        case BindingReceipt::State::Verified:
            machine.desk.decided(receipt);
            machine.handle(SessionEvent::Settled);
            break;
        case BindingReceipt::State::Refused:
            machine.desk.decided(receipt);
            notAccepted({FailureCode::CarrierRefused, receipt.reasons.join(", ").toStdString()});
            break;
        case BindingReceipt::State::Received:
            if (receipt.reasons.isEmpty() && m_asked.elapsed() < machine.parts.policy.decisionPatience.count()) {
                QTimer::singleShot(machine.parts.policy.decisionPause, &m_inState, [this] { ask(); });
                break;
            }
            machine.facts.problem = Failure{FailureCode::ReceivedNotVerified, reasonsOf(receipt)};
            emit machine.session.factsChanged();
            machine.handle(SessionEvent::Settled);
            break;
        }
    }

    void ask()
    {
        machine.parts.carrier->retrieveBindingStatus(
            machine.facts.bindingId, [post = machine.statePost(), this](Result<BindingReceipt> receipt) {
                if (!post.stillWanted()) {
                    return;
                }
                // No answer now does not undo the receipt that there is.
                if (receipt) {
                    machine.facts.receipt = std::move(*receipt);
                }
                decided();
            });
    }

    void queued(const Failure& why)
    {
        machine.facts.problem = Failure{FailureCode::QueuedNotDelivered, std::string(codeName(why.code))};
        if (!why.detail.empty()) {
            machine.facts.problem->detail.append(": ").append(why.detail);
        }
        machine.note("binding-queued", machine.facts.bindingId);
        emit machine.session.factsChanged();
        machine.handle(SessionEvent::Settled);
    }

    QElapsedTimer m_asked;
    QObject m_inState; ///< a timer of this state ends with it
};

/// Shows what became of it; finish() or cancel() wipe.
class ReceiptState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override
    {
        // Enough for the receipt; the keys, frames and the card's answers are not needed any more.
        machine.memory.keys.clear();
        machine.memory.frames.clear();
        machine.memory.signature.reset();
        machine.memory.documentPictures.clear();
        machine.memory.photo.reset();
        if (machine.memory.guardian) {
            // The exit status still needs the verdict on the parent's chip.
            machine.memory.guardian->proof.frames.clear();
            machine.memory.guardian->chipPhoto = {};
            machine.memory.guardian->livePhoto = {};
        }
    }
};

/// Says what happened, what to do and who can help. When the tries are used up a member of staff takes over.
class ProblemState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override
    {
        machine.facts.handOver = !machine.possibleRetry().has_value();
        if (machine.facts.handOver) {
            machine.noteProblem(QStringLiteral("handed-over"));
        }
        // What is done at the counter without a chip is no verification of ours, and the trail says which way it went.
        if (machine.facts.problem->code == FailureCode::CardWithoutChip) {
            machine.noteProblem(QStringLiteral("counter-path"));
        }
        emit machine.session.factsChanged();
    }

    void leave() override { machine.facts.handOver = false; }
};

} // namespace

std::unique_ptr<SessionState> makeDeliverState(SessionMachine& machine)
{
    return std::make_unique<DeliverState>(machine);
}

std::unique_ptr<SessionState> makeReceiptState(SessionMachine& machine)
{
    return std::make_unique<ReceiptState>(machine);
}

std::unique_ptr<SessionState> makeProblemState(SessionMachine& machine)
{
    return std::make_unique<ProblemState>(machine);
}

} // namespace chinhchu::app
