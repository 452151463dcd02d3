#pragma once

#include "biometrics/camera/camera_source.h"

#include <functional>
#include <memory>

namespace chinhchu::app {

class SessionMachine;

/// A child's session has two people. The child comes first; then the parent goes the same way, from the card's number
/// to the match, and what the states find out then is the parent's. What was found out about the child waits meanwhile.

/// The child is verified: the parent has the turn. Tries and wrong keys begin anew, for it is another card.
void giveTurnToGuardian(SessionMachine& machine);

/// The parent is verified: from here on everything is the child's again.
void giveTurnBackToChild(SessionMachine& machine);

/// The camera for whoever has the turn.
std::function<Result<std::unique_ptr<biometrics::CameraSource>>()> cameraOpener(const SessionMachine& machine);

} // namespace chinhchu::app
