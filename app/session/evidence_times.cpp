#include "app/session/evidence_times.h"

#include "app/carrier/clock_offset.h"

namespace chinhchu::app {

void putOntoCarriersTime(Evidence& evidence)
{
    const auto offset = clockOffset(evidence.carrierTime);
    if (offset.count() == 0) {
        return;
    }
    const auto put = [offset](QDateTime& time) { time = time.addMSecs(offset.count()); };
    const auto putFrames = [&put](PersonProof& person) {
        for (Evidence::Frame& each : person.frames) {
            put(each.capturedAt);
        }
    };
    put(evidence.consent.givenAt);
    putFrames(evidence);
    if (evidence.guardian) {
        put(evidence.guardian->consent.givenAt);
        putFrames(*evidence.guardian);
    }
    if (evidence.signature) {
        put(evidence.signature->signedAt);
    }
    if (evidence.signatureWish) {
        put(evidence.signatureWish->consent.givenAt);
    }
    for (Evidence::DocumentPicture& each : evidence.documentPictures) {
        put(each.capturedAt);
    }
}

} // namespace chinhchu::app
