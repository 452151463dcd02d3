#include "app/session/face_desk.h"

#include "biometrics/codec/confined_decoder.h"

namespace chinhchu::app {

namespace {

constexpr std::chrono::minutes modelPatience{2};

/// A picture as the evidence keeps it, and what the engine made of exactly that picture.
struct TakenFace
{
    Evidence::Frame frame;
    biometrics::Image picture;
    biometrics::FaceTemplate face;
};

/// Compresses first and embeds what comes out, so that the carrier gets the same distance from the enclosed frames.
Result<TakenFace> take(biometrics::FaceEngine& engine, const biometrics::Image& image)
{
    constexpr int jpegQuality = 88;
    Result<Bytes> jpeg = biometrics::encodeJpeg(image, jpegQuality);
    if (!jpeg) {
        return tl::unexpected(jpeg.error());
    }
    Result<biometrics::Image> picture = biometrics::decodeImage(*jpeg);
    if (!picture) {
        return tl::unexpected(picture.error());
    }
    const Result<biometrics::Face> face = engine.singleFace(*picture);
    if (!face) {
        return tl::unexpected(face.error());
    }
    biometrics::FaceTemplate made = engine.embed(*picture, *face);
    return TakenFace{{std::move(*jpeg), QDateTime::currentDateTime()}, std::move(*picture), std::move(made)};
}

CaptureOutcome compare(biometrics::FaceEngine& engine, const biometrics::FaceTemplate& photo,
                       std::vector<TakenFace> taken)
{
    CaptureOutcome outcome;
    std::vector<biometrics::FaceTemplate> live;
    double smallest = 0;
    for (TakenFace& each : taken) {
        const double distance = engine.match(photo, {each.face}).distance;
        if (outcome.best.empty() || distance < smallest) {
            smallest = distance;
            outcome.best = std::move(each.picture);
        }
        live.push_back(std::move(each.face));
        outcome.frames.push_back(std::move(each.frame));
    }
    outcome.match = engine.match(photo, live);
    return outcome;
}

} // namespace

Result<std::shared_ptr<SharedEngine>>
loadEngine(const std::function<Result<std::shared_ptr<biometrics::FaceEngine>>()>& load)
{
    Result<std::shared_ptr<biometrics::FaceEngine>> faces = load();
    if (!faces) {
        return tl::unexpected(faces.error());
    }
    auto shared = std::make_shared<SharedEngine>();
    shared->faces = std::move(*faces);
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

Result<CaptureOutcome> captureFace(const CaptureRequest& request, std::stop_token stop)
{
    const auto loaded = request.engine->wait(modelPatience, stop);
    const auto photo = loaded && *loaded ? request.photo->wait(modelPatience, stop) : std::nullopt;
    if (loaded && !*loaded) {
        return tl::unexpected(loaded->error());
    }
    if (!photo) {
        return fail(FailureCode::Cancelled, "face");
    }
    if (!*photo) {
        return tl::unexpected(photo->error());
    }
    SharedEngine& shared = ***loaded;
    const std::lock_guard cameraTurn(request.camera->turn);
    biometrics::CameraSource& camera = *request.camera->camera;

    const auto deadline = std::chrono::steady_clock::now() + request.policy.facePatience;
    std::vector<TakenFace> taken;
    std::optional<std::chrono::steady_clock::time_point> lastTaken;
    Failure lastHint{FailureCode::FaceNotFound, {}};
    const auto wanted = static_cast<std::size_t>(request.policy.faceFrames);
    while (!stop.stop_requested()) {
        Result<biometrics::Frame> next = camera.next(std::chrono::seconds(3));
        if (!next) {
            return tl::unexpected(next.error());
        }
        const auto frame = std::make_shared<const biometrics::Frame>(std::move(*next));
        request.frame(frame);
        const std::lock_guard turn(shared.turn);
        const Result<biometrics::Face> face = shared.faces->singleFace(frame->image);
        const double progress = static_cast<double>(taken.size()) / static_cast<double>(wanted);
        if (!face) {
            lastHint = face.error();
            request.hint(std::string(codeName(lastHint.code)), progress);
        } else if (!lastTaken || frame->at - *lastTaken >= request.policy.faceSpacing) {
            if (Result<TakenFace> good = take(*shared.faces, frame->image)) {
                taken.push_back(std::move(*good));
                lastTaken = frame->at;
                request.hint({}, static_cast<double>(taken.size()) / static_cast<double>(wanted));
            }
        }
        if (taken.size() == wanted) {
            return compare(*shared.faces, (**photo)->face, std::move(taken));
        }
        if (std::chrono::steady_clock::now() >= deadline) {
            return tl::unexpected(lastHint);
        }
    }
    return fail(FailureCode::Cancelled, "face");
}

} // namespace chinhchu::app
