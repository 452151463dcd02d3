#include "app/session/guardian_turn.h"

#include "app/session/session_machine.h"

namespace chinhchu::app {

namespace {

/// Takes what the states found out about the person who had the turn.
VerifiedPerson takePerson(SessionMachine& machine)
{
    SessionFacts& facts = machine.facts;
    SessionMemory& memory = machine.memory;
    VerifiedPerson person;
    person.proof.chip = *std::move(facts.chip);
    person.proof.freshness = std::move(memory.freshness);
    person.proof.frames = std::move(memory.frames);
    person.proof.match = *std::move(facts.match);
    person.proof.liveness = std::move(facts.liveness);
    person.chipPhoto = std::move(facts.chipPhoto);
    person.livePhoto = std::move(facts.livePhoto);
    person.signerCheck = facts.signerCheck;
    person.provisional = facts.provisional;

    facts.chip.reset();
    facts.match.reset();
    facts.liveness = {};
    facts.chipPhoto = {};
    facts.livePhoto = {};
    facts.signerCheck = nfc::OnlineCheck::NotAsked;
    facts.provisional = false;
    memory.freshness.reset();
    memory.frames.clear();
    return person;
}

} // namespace

std::function<Result<std::unique_ptr<biometrics::CameraSource>>()> cameraOpener(const SessionMachine& machine)
{
    const SessionParts& parts = machine.parts;
    return machine.facts.guardianTurn && parts.openGuardianCamera ? parts.openGuardianCamera : parts.openCamera;
}

void giveTurnToGuardian(SessionMachine& machine)
{
    machine.memory.child = takePerson(machine);
    machine.facts.child = machine.memory.child->proof.chip.identity;
    machine.facts.guardianTurn = true;
    machine.memory.keys.clear();
    machine.memory.photo.reset();
    machine.memory.failures.clear();
    machine.memory.wrongKeys = 0;
    emit machine.session.factsChanged();
}

void giveTurnBackToChild(SessionMachine& machine)
{
    SessionFacts& facts = machine.facts;
    SessionMemory& memory = machine.memory;
    memory.guardian = takePerson(machine);
    facts.guardian = memory.guardian->proof.chip.identity;
    facts.guardianTurn = false;
    facts.child.reset();

    VerifiedPerson child = *std::move(memory.child);
    memory.child.reset();
    facts.chip = std::move(child.proof.chip);
    facts.match = std::move(child.proof.match);
    facts.liveness = std::move(child.proof.liveness);
    facts.chipPhoto = std::move(child.chipPhoto);
    facts.livePhoto = std::move(child.livePhoto);
    facts.signerCheck = child.signerCheck;
    // One doubt is enough: the carrier decides about the binding of both.
    facts.provisional = child.provisional || memory.guardian->provisional;
    memory.freshness = std::move(child.proof.freshness);
    memory.frames = std::move(child.proof.frames);
    emit machine.session.factsChanged();
}

} // namespace chinhchu::app
