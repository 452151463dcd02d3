#pragma once

#include "app/session/session.h"

namespace counter {

/// Parts of a session without anything attached: no reader, no camera, no models.
inline chinhchu::app::SessionParts bareParts()
{
    using namespace chinhchu;
    app::SessionParts parts;
    parts.openCard = [](std::chrono::milliseconds, std::stop_token) -> Result<std::unique_ptr<nfc::ApduChannel>> {
        return fail(FailureCode::ReaderNotFound);
    };
    parts.openCamera = []() -> Result<std::unique_ptr<biometrics::CameraSource>> {
        return fail(FailureCode::CameraUnavailable);
    };
    parts.loadFaces = []() -> Result<std::shared_ptr<biometrics::FaceEngine>> {
        return fail(FailureCode::ModelMissing);
    };
    return parts;
}

} // namespace counter
