#include "app/session/retry_rules.h"

#include <algorithm>

namespace chinhchu::app {

namespace {

std::optional<SessionEvent> retryOfCard(FailureCode code)
{
    if (code == FailureCode::CardWithoutChip) {
        return std::nullopt;
    }
    // Another adult may have a card too.
    if (code == FailureCode::GuardianNotAccepted) {
        return SessionEvent::RetryKeys;
    }
    // A card that was refused for its data is refused again; only these two can come from a bad contact.
    if (code == FailureCode::DataGroupMissing || code == FailureCode::AccessDowngraded) {
        return SessionEvent::RetryCard;
    }
    switch (exitStatus(code)) {
    case 3:
        return SessionEvent::RetryCard;
    case 4:
        return SessionEvent::RetryKeys;
    default:
        return std::nullopt;
    }
}

std::optional<SessionEvent> retryOfFace(FailureCode code)
{
    if (code == FailureCode::PhotoUndecodable) {
        return std::nullopt;
    }
    if (code == FailureCode::CameraUnavailable || code == FailureCode::CameraInterrupted || exitStatus(code) == 7) {
        return SessionEvent::RetryFace;
    }
    return std::nullopt;
}

} // namespace

std::optional<SessionEvent> retryEventFor(FailureCode code, Session::State failedIn)
{
    switch (failedIn) {
    case Session::State::DocumentPictures:
        if (code == FailureCode::DocumentPicturePoor || code == FailureCode::CameraUnavailable) {
            return SessionEvent::RetryPictures;
        }
        return std::nullopt;
    case Session::State::PlaceCard:
    case Session::State::ReadChip:
    case Session::State::Verdict:
        return retryOfCard(code);
    case Session::State::CaptureFace:
    case Session::State::Match:
        return retryOfFace(code);
    case Session::State::ChooseNumbers:
        // Another number may be left out.
        if (code == FailureCode::NumberLimitReached) {
            return SessionEvent::ChangeAnswers;
        }
        return std::nullopt;
    case Session::State::Deliver:
        if (code == FailureCode::StorageFailed) {
            return SessionEvent::RetryDelivery;
        }
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

bool meansNoChip(FailureCode code)
{
    return code == FailureCode::CardNotAnswering || code == FailureCode::CardNotSupported;
}

int firstExitStatus(std::span<const int> statuses)
{
    for (const int wanted : {2, 3, 4, 5, 7, 9, 6, 8}) {
        if (std::ranges::find(statuses, wanted) != statuses.end()) {
            return wanted;
        }
    }
    return 0;
}

} // namespace chinhchu::app
