#include "app/session/face_desk.h"

#include "biometrics/codec/confined_decoder.h"

namespace chinhchu::app {

namespace {

constexpr std::chrono::minutes modelPatience{2};

} // namespace

Result<std::shared_ptr<SharedEngine>> loadEngine(const decltype(SessionParts::loadFaces)& load,
                                                 const decltype(SessionParts::loadLiveness)& loadLiveness)
{
    Result<std::shared_ptr<biometrics::FaceEngine>> faces = load();
    if (!faces) {
        return tl::unexpected(faces.error());
    }
    auto shared = std::make_shared<SharedEngine>();
    shared->faces = std::move(*faces);
    if (!loadLiveness) {
        return shared;
    }
    Result<std::shared_ptr<biometrics::LivenessModels>> liveness = loadLiveness();
    if (liveness) {
        shared->liveness = std::move(*liveness);
    } else if (liveness.error().code != FailureCode::ModelMissing) {
        return tl::unexpected(liveness.error());
    }
    return shared;
}

Result<std::shared_ptr<const PhotoOnDesk>> embedPhoto(EngineBox& engine, const nfc::ChipPhoto& photo,
                                                      std::stop_token stop)
{
    auto desk = std::make_shared<PhotoOnDesk>();
    Result<biometrics::Image> picture = biometrics::decodeConfined(photo.image);
    if (!picture) {
        return tl::unexpected(picture.error());
    }
    desk->picture = std::move(*picture);
    const auto loaded = engine.wait(modelPatience, std::move(stop));
    if (!loaded) {
        return fail(FailureCode::Cancelled, "models");
    }
    if (!*loaded) {
        return tl::unexpected(loaded->error());
    }
    SharedEngine& shared = ***loaded;
    const std::lock_guard turn(shared.turn);
    // Several faces in the chip's photograph do not happen; the largest is the holder's.
    const std::vector<biometrics::Face> faces = shared.faces->detect(desk->picture);
    if (faces.empty()) {
        return fail(FailureCode::PhotoUndecodable, "no face in the photograph of DG2");
    }
    desk->face = shared.faces->embed(desk->picture, faces.front());
    return desk;
}

Result<void> openCamera(CameraSlot& slot, const decltype(SessionParts::openCamera)& open, Enrolment::Kind enrolment)
{
    const std::lock_guard turn(slot.turn);
    if (slot.camera) {
        return {};
    }
    Result<std::unique_ptr<biometrics::CameraSource>> camera = open();
    if (!camera) {
        return tl::unexpected(camera.error());
    }
    if (enrolment == Enrolment::Kind::Production && !(*camera)->info().isReal()) {
        return fail(FailureCode::DemoOnly, "camera " + (*camera)->info().name);
    }
    // The first pictures of a real camera are too dark: its exposure settles while the card is read.
    for (int frame = 0; frame < 3; ++frame) {
        const Result<biometrics::Frame> warm = (*camera)->next(std::chrono::seconds(3));
        if (!warm) {
            return tl::unexpected(warm.error());
        }
    }
    slot.camera = std::move(*camera);
    return {};
}

} // namespace chinhchu::app
