#pragma once

#include "app/session/face_desk.h"

#include <functional>

namespace chinhchu::app {

struct CodeWatch
{
    std::shared_ptr<CameraSlot> camera;
    decltype(SessionParts::openCamera) open;
    Enrolment::Kind enrolment = Enrolment::Kind::Production;
    std::function<void(std::shared_ptr<const biometrics::Frame>)> frame;
    std::function<void(CardCode)> seen;
    /// Between two looks: a card is held for seconds, and the processor has other work.
    std::chrono::milliseconds pause = std::chrono::milliseconds(250);
};

/// Blocks; belongs on a worker thread. Shows what the camera sees and tells about codes, until one opens a citizen card,
/// the camera fails or @p stop is asked for. The camera is left in its slot, for the face.
void watchForCode(const CodeWatch& watch, const std::stop_token& stop);

} // namespace chinhchu::app
