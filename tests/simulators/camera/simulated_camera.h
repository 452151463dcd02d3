#pragma once

#include "biometrics/camera/camera_source.h"
#include "tests/simulators/camera/people/performance.h"

namespace chinhchu::stage {

/// A performance as a camera of 15 frames a second. It hears what the person in front of it is told. Never a real
/// camera: a production enrolment refuses it.
std::unique_ptr<biometrics::CameraSource> cameraOn(std::unique_ptr<Performance> performance, std::string name);

} // namespace chinhchu::stage
