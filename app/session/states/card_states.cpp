// PlaceCard, ReadChip: the card and what it says.

#include "app/session/guardian_turn.h"
#include "app/session/session_machine.h"

namespace chinhchu::app {

namespace {

/// Waits for the card. Meanwhile the carrier is asked for its nonce and the camera warms up.
class PlaceCardState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override
    {
        machine.facts.problem.reset();
        machine.facts.chip.reset();
        machine.facts.chipPhoto = {};
        machine.memory.card.reset();
        machine.memory.photo = std::make_shared<PhotoBox>();
        askForNonce();
        warmCamera();
        machine.workers.start([post = machine.statePost(), open = cardOpener(), kind = machine.parts.enrolment.kind,
                               patience = machine.parts.policy.cardPatience, ended = m_left.get_token(),
                               this](const std::stop_token& stop) {
            // Leaving the state ends the waiting as well as ending the session does.
            std::stop_source either;
            const std::stop_callback onStop(stop, [&either] { either.request_stop(); });
            const std::stop_callback onLeave(ended, [&either] { either.request_stop(); });
            auto card = awaitCard(open, kind, patience, either.get_token());
            post([this, card = std::move(card)] { arrived(card); });
        });
    }

    void leave() override { m_left.request_stop(); }

    void reportNoChip() override { machine.fail({FailureCode::CardWithoutChip, "reported"}); }

private:
    decltype(SessionParts::openCard) cardOpener() const
    {
        const SessionParts& parts = machine.parts;
        return machine.facts.guardianTurn && parts.openGuardianCard ? parts.openGuardianCard : parts.openCard;
    }

    void arrived(const Result<std::shared_ptr<nfc::ApduChannel>>& card)
    {
        if (!card) {
            machine.fail(card.error());
            return;
        }
        machine.memory.card = *card;
        machine.handle(SessionEvent::CardFound);
    }

    void askForNonce()
    {
        auto box = std::make_shared<NonceBox>();
        machine.memory.nonce = box;
        if (!machine.parts.carrier) {
            box->set(std::nullopt);
            return;
        }
        machine.parts.carrier->createVerificationSession(
            machine.memory.sessionId, [box](Result<VerificationSession> answer) {
                box->set(answer ? std::optional(std::move(*answer)) : std::nullopt);
            });
    }

    void warmCamera()
    {
        if (!machine.memory.camera) {
            machine.memory.camera = std::make_shared<CameraSlot>();
        }
        machine.workers.start([slot = machine.memory.camera, open = cameraOpener(machine),
                               kind = machine.parts.enrolment.kind](std::stop_token) {
            // A camera that fails now is asked again when it is needed, and its failure is told then.
            static_cast<void>(openCamera(*slot, open, kind));
        });
    }

    std::stop_source m_left;
};

class ReadChipState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override
    {
        CardReadingRequest request;
        request.nonce = machine.memory.nonce;
        request.noncePatience = machine.parts.policy.noncePatience;
        request.carrierTime = machine.parts.carrierTime;
        request.spareNonces = machine.parts.nonces;
        request.deviceId = machine.parts.enrolment.deviceId;
        request.sessionId = machine.memory.sessionId;
        request.read.keys = machine.memory.keys;
        request.read.trust = machine.parts.trust;
        request.read.progress = [post = machine.statePost(),
                                 &session = machine.session](const nfc::ReadProgress& progress) {
            post([progress, &session] { emit session.readProgress(progress); });
        };
        request.read.photoReady = photoMaker();
        machine.workers.start([post = machine.statePost(), card = std::move(machine.memory.card),
                               request = std::move(request), this](const std::stop_token& stop) mutable {
            request.read.stop = stop;
            auto outcome = std::make_shared<Result<ReadOutcome>>(readCard(*card, std::move(request)));
            card.reset();
            post([this, outcome] { done(std::move(*outcome)); });
        });
    }

private:
    /// Decodes and embeds the photograph on its own thread, while the reading thread goes on with the last files.
    std::function<void(const nfc::ChipPhoto&)> photoMaker()
    {
        return [post = machine.sessionPost(), box = machine.memory.photo, engine = machine.engine,
                &target = machine](const nfc::ChipPhoto& photo) {
            post([post, box, engine, &target, copy = photo] {
                target.workers.start([=, &target](std::stop_token stop) {
                    const auto desk = embedPhoto(*engine, copy, std::move(stop));
                    box->set(desk);
                    if (desk) {
                        post([&target, picture = *desk] { showPhoto(target, *picture); });
                    }
                });
            });
        };
    }

    static void showPhoto(SessionMachine& machine, const PhotoOnDesk& desk)
    {
        machine.facts.chipPhoto = desk.picture;
        emit machine.session.factsChanged();
    }

    void done(Result<ReadOutcome> outcome)
    {
        if (!outcome) {
            if (outcome.error().code == FailureCode::AccessKeyWrong) {
                machine.memory.wrongKeys += static_cast<int>(machine.memory.keys.size());
            }
            machine.fail(outcome.error());
            return;
        }
        machine.memory.freshness = std::move(outcome->freshness);
        machine.facts.chip = std::move(outcome->chip);
        machine.faceRefusals->meet(machine.facts.chip->identity.documentNumber);
        emit machine.session.factsChanged();
        machine.handle(SessionEvent::ChipRead);
    }
};

} // namespace

std::unique_ptr<SessionState> makePlaceCardState(SessionMachine& machine)
{
    return std::make_unique<PlaceCardState>(machine);
}

std::unique_ptr<SessionState> makeReadChipState(SessionMachine& machine)
{
    return std::make_unique<ReadChipState>(machine);
}

} // namespace chinhchu::app
