#pragma once

#include "biometrics/camera/camera_source.h"

#include <memory>
#include <string>

namespace chinhchu::demo {

/// A person of the demonstration photographs in front of a camera: "holder", "other", or a species of attack
/// (tests/simulators/camera/README.md). FILE_UNREADABLE when the photographs are not there or the name is unknown.
Result<std::unique_ptr<biometrics::CameraSource>> openSimulatedPerson(const std::string& name);

/// The invented card of that person before the camera.
Result<std::unique_ptr<biometrics::CameraSource>> openSimulatedDocument();

} // namespace chinhchu::demo
