#include "app/evidence/evidence_checks.h"
#include "biometrics/matching/face_recipe.h"
#include "nfc/lds/data_groups.h"

#include <algorithm>
#include <cmath>
#include <optional>

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

/// At most this distance is a match, whoever says what: measured for this recipe, or what the carrier wants below that.
/// None for a recipe that nobody measured here.
std::optional<double> loosestThreshold(const std::string& recipe, const EvidenceRules& rules)
{
    std::optional<double> bound;
    for (const biometrics::FaceRecipe* known : {&biometrics::singleRecipe(), &biometrics::fusedRecipe()})
        if (known->name == recipe)
            bound = known->threshold;
    if (rules.policy && rules.policy->loosestThreshold > 0)
        bound = std::min(bound.value_or(rules.policy->loosestThreshold), rules.policy->loosestThreshold);
    return bound;
}

/// A kiosk that chooses its own threshold chooses who matches.
void checkThreshold(EvidenceReport& report, const std::string& subject, const biometrics::MatchResult& claimed,
                    const std::optional<double>& bound)
{
    if (!bound) {
        report.steps.push_back({"face-threshold", subject, Outcome::Warning, "no threshold is known for this recipe"});
        return;
    }
    constexpr double rounding = 1e-9;
    record(report, "face-threshold", subject, claimed.threshold <= *bound + rounding, FailureCode::EvidenceDisagrees,
           "THRESHOLD_TOO_LOOSE above " + std::to_string(*bound));
}

void checkLiveness(EvidenceReport& report, const PersonUnderCheck& person, const EvidenceRules& rules)
{
    const std::string& result = person.claims.liveness.result;
    const bool needed = rules.policy && !rules.policy->acceptWithoutLiveness;
    if (result == "not-performed" && !needed)
        report.steps.push_back({"liveness", person.who + result, Outcome::Warning, "only policy can accept it"});
    else
        record(report, "liveness", person.who + result, result == "live", FailureCode::FaceNotLive);
}

void checkModels(EvidenceReport& report, const std::string& subject, const std::string& claimed,
                 const EvidenceRules& rules)
{
    if (rules.policy && !rules.policy->models.isEmpty())
        record(report, "face-models", subject, rules.policy->models.contains(QString::fromStdString(claimed)),
               FailureCode::EvidenceDisagrees, "those that the carrier allows");
}

} // namespace

void checkFace(EvidenceReport& report, const PersonUnderCheck& person, biometrics::FaceEngine* faces,
               const EvidenceRules& rules)
{
    const PersonProof& claims = person.claims;
    const biometrics::MatchResult& claimed = claims.match;
    const std::string subject = person.who + claimed.recipe;
    const auto bound = loosestThreshold(claimed.recipe, rules);
    checkLiveness(report, person, rules);
    checkThreshold(report, subject, claimed, bound);
    checkModels(report, subject, claimed.modelSha256, rules);
    record(report, "face-decision", person.who + "distance and threshold",
           claimed.match == (claimed.distance <= claimed.threshold) && claimed.distance >= 0,
           FailureCode::EvidenceDisagrees);
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
        record(report, "face-match-again", subject,
               again->distance <= std::min({claimed.threshold, again->threshold, bound.value_or(again->threshold)}),
               FailureCode::FaceMismatch, "distance " + std::to_string(again->distance));
}

} // namespace chinhchu::app
