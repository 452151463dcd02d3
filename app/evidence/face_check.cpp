#include "app/evidence/evidence_checks.h"
#include "nfc/lds/data_groups.h"

#include <cmath>

namespace chinhchu::app {

namespace {

using Outcome = nfc::VerdictStep::Outcome;
using biometrics::FaceEngine;
using biometrics::FaceTemplate;

/// The frames went through JPEG since the kiosk compared them.
constexpr double Tolerance = 0.02;

Result<FaceTemplate> templateOf(ByteView encoded, FaceEngine& faces)
{
    const auto image = biometrics::decodeImage(encoded);
    if (!image)
        return tl::unexpected(image.error());
    const auto face = faces.singleFace(*image);
    if (!face)
        return tl::unexpected(face.error());
    return faces.embed(*image, *face);
}

Result<biometrics::MatchResult> compareAgain(const PersonProof& claims, FaceEngine& faces)
{
    const auto dg2 = claims.chip.files.find("DG2");
    if (dg2 == claims.chip.files.end())
        return fail(FailureCode::DataGroupMissing, "DG2");
    const auto photos = nfc::parseDg2(dg2->second.raw);
    if (!photos)
        return tl::unexpected(photos.error());
    if (photos->empty())
        return fail(FailureCode::PhotoUndecodable, "DG2 holds no photograph");
    const auto photo = templateOf(photos->front().image, faces);
    if (!photo)
        return tl::unexpected(photo.error());
    std::vector<FaceTemplate> live;
    for (const PersonProof::Frame& frame : claims.frames) {
        auto one = templateOf(frame.jpeg, faces);
        if (!one)
            return tl::unexpected(one.error());
        live.push_back(*std::move(one));
    }
    if (live.empty())
        return fail(FailureCode::FaceNotFound, "no frame is enclosed");
    return faces.match(*photo, live);
}

} // namespace

void checkFace(EvidenceReport& report, const PersonUnderCheck& person, biometrics::FaceEngine* faces)
{
    const PersonProof& claims = person.claims;
    const biometrics::MatchResult& claimed = claims.match;
    const std::string subject = person.who + claimed.recipe;
    record(report, "face-decision", person.who + "distance and threshold",
           claimed.match == (claimed.distance <= claimed.threshold), FailureCode::EvidenceDisagrees);
    record(report, "face-match", subject, claimed.match, FailureCode::FaceMismatch);
    if (!faces) {
        report.steps.push_back({"face-comparison", subject, Outcome::NotPerformed, "no models were given"});
        return;
    }
    // A photograph is decoded only after its hash was right.
    if (person.chip.passive == nfc::PassiveResult::Failed || person.chip.passive == nfc::PassiveResult::Absent) {
        report.steps.push_back({"face-comparison", subject, Outcome::NotPerformed, "the photograph is not authentic"});
        return;
    }
    const auto again = compareAgain(claims, *faces);
    if (!again) {
        record(report, "face-comparison", subject, false, again.error().code, again.error().detail);
        return;
    }
    const bool same = again->recipe == claimed.recipe && again->modelSha256 == claimed.modelSha256 &&
                      std::abs(again->distance - claimed.distance) <= Tolerance;
    record(report, "face-comparison", subject, same, FailureCode::EvidenceDisagrees,
           "distance " + std::to_string(again->distance));
    // However small the lie: what decides is what the frames give, not what the kiosk says they gave.
    if (same && claimed.match)
        record(report, "face-match-again", subject, again->distance <= claimed.threshold, FailureCode::FaceMismatch,
               "distance " + std::to_string(again->distance));
}

} // namespace chinhchu::app
