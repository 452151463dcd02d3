#pragma once

#include "app/evidence/evidence.h"
#include "app/session/awaited.h"
#include "app/session/session.h"

#include <mutex>

namespace chinhchu::app {

/// A face engine that several worker threads take turns at.
struct SharedEngine
{
    std::shared_ptr<biometrics::FaceEngine> faces;
    std::shared_ptr<biometrics::LivenessModels> liveness; ///< none: liveness cannot be checked here
    std::mutex turn;
};
using EngineBox = Awaited<Result<std::shared_ptr<SharedEngine>>>;

/// The photograph of the chip, decoded and embedded.
struct PhotoOnDesk
{
    biometrics::Image picture;
    biometrics::FaceTemplate face;
};
using PhotoBox = Awaited<Result<std::shared_ptr<const PhotoOnDesk>>>;

/// A camera that one thread after the other owns: it is opened while the card is read and used when the face is wanted.
struct CameraSlot
{
    std::mutex turn;
    std::unique_ptr<biometrics::CameraSource> camera;
};

/// All of these block and belong on a worker thread.
Result<std::shared_ptr<SharedEngine>> loadEngine(const decltype(SessionParts::loadFaces)& load,
                                                 const decltype(SessionParts::loadLiveness)& loadLiveness);

Result<std::shared_ptr<const PhotoOnDesk>> embedPhoto(EngineBox& engine, const nfc::ChipPhoto& photo,
                                                      std::stop_token stop);

/// Opens the camera into the slot unless it is there already. DEMO_ONLY for a camera of files under a real enrolment.
Result<void> openCamera(CameraSlot& slot, const decltype(SessionParts::openCamera)& open, Enrolment::Kind enrolment);

} // namespace chinhchu::app
