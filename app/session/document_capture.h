#pragma once

#include "app/session/face_desk.h"

#include <functional>

namespace chinhchu::app {

/// One try of both sides of the card.
struct DocumentCapture
{
    std::shared_ptr<CameraSlot> camera;
    SessionPolicy policy;
    std::function<void(std::shared_ptr<const biometrics::Frame>)> frame;
    std::function<void(const std::string& hint, double progress)> hint;
    std::function<void()> turned; ///< the front was taken
};

/// Waits for each side until it can be read (biometrics/documents), sees it a few times and keeps the best picture: the
/// card and a small margin. The second side has to be another one than the first. Blocks and belongs on a worker thread;
/// the camera is left in its slot. DOCUMENT_PICTURE_POOR names the hint that nobody followed.
Result<std::vector<Evidence::DocumentPicture>> captureDocument(const DocumentCapture& capture, const std::stop_token& stop);

/// Two pictures as the camera for the card's sides: the second one from when it is told to turn the card over. Files, so
/// never a real camera.
Result<std::unique_ptr<biometrics::CameraSource>> openDocumentFiles(const QString& front, const QString& back);

} // namespace chinhchu::app
