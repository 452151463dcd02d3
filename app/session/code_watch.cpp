#include "app/session/code_watch.h"

#include "app/session/code_finder.h"
#include "nfc/cccd/candidate_keys.h"

namespace chinhchu::app {

namespace {

using Clock = std::chrono::steady_clock;
using State = CardCode::State;

/// The next picture; nothing when the camera is gone or nobody wants pictures any longer.
std::shared_ptr<const biometrics::Frame> nextFrame(CameraSlot& slot, const std::stop_token& stop)
{
    const std::lock_guard turn(slot.turn);
    if (stop.stop_requested() || !slot.camera) {
        return nullptr;
    }
    Result<biometrics::Frame> frame = slot.camera->next(std::chrono::seconds(3));
    if (!frame) {
        // Whoever needs it next opens it anew.
        slot.camera.reset();
        return nullptr;
    }
    return std::make_shared<const biometrics::Frame>(std::move(*frame));
}

/// What a picture shows: a code that opens a card, one that does not, or none.
CardCode look(const biometrics::Image& picture)
{
    const std::optional<SecretText> text = findCode(picture);
    if (!text) {
        return {State::Looking, {}};
    }
    Result<nfc::AccessKeys> keys = nfc::cccd::keysFromQr(text->view());
    if (!keys) {
        return {State::Foreign, {}};
    }
    return {State::Read, std::move(*keys)};
}

} // namespace

void watchForCode(const CodeWatch& watch, const std::stop_token& stop)
{
    if (!openCamera(*watch.camera, watch.open, watch.enrolment)) {
        watch.seen({State::NoCamera, {}});
        return;
    }
    State told = State::Looking;
    watch.seen({told, {}});
    Clock::time_point due = Clock::now();
    while (const auto frame = nextFrame(*watch.camera, stop)) {
        watch.frame(frame);
        if (Clock::now() < due) {
            continue;
        }
        CardCode code = look(frame->image);
        due = Clock::now() + watch.pause;
        // A foreign code is told of once, and stays said: the next picture without one takes nothing back.
        if (code.state == State::Read || (code.state == State::Foreign && told != State::Foreign)) {
            told = code.state;
            watch.seen(std::move(code));
        }
        if (told == State::Read) {
            return;
        }
    }
    if (!stop.stop_requested()) {
        watch.seen({State::NoCamera, {}});
    }
}

} // namespace chinhchu::app
