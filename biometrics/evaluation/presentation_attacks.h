#pragma once

#include "biometrics/liveness/liveness_check.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace chinhchu::biometrics {

/// A recording of somebody (or something) in front of a camera, and the challenge it was recorded with.
struct RecordedClip
{
    std::string species; ///< the folder it lies in; "bona-fide" for living people
    std::filesystem::path video;
    ChallengePlan plan;
};

/// The clips of @p folder: `SPECIES/NAME.avi` (or .mp4, .mkv) with the challenge in `SPECIES/NAME.plan`, in name order.
/// FILE_UNREADABLE when a challenge is missing or there is no clip at all.
Result<std::vector<RecordedClip>> findClips(const std::filesystem::path& folder);

/// One clip as the liveness check saw it, to its end: nothing was cut short.
struct ClipVerdict
{
    std::string species;
    std::string clip;
    LivenessResult result;
};

/// CAMERA_UNAVAILABLE when the clip cannot be read. The time of frames is that of the recording.
Result<ClipVerdict> judgeClip(FaceEngine& engine, LivenessModels& models, const RecordedClip& clip,
                              const LivenessPolicy& policy = {});

/// Errors of one species (ISO/IEC 30107-3): APCER is the share of an attack's clips that pass as living, BPCER that of
/// the living that do not.
struct SpeciesErrors
{
    int clips = 0;
    int errors = 0;
    /// What caught the attacks, or turned the living away: the first score out of bounds.
    std::map<std::string, int> caughtBy;
    /// Errors if one defence had been switched off, by name of the defence.
    std::map<std::string, int> errorsWithout;

    [[nodiscard]] double rate() const { return clips > 0 ? double(errors) / clips : 0; }
    /// The upper end of the 95 % interval (Clopper and Pearson, one-sided): no error in 100 clips still allows 3 %.
    [[nodiscard]] double upperBound() const;
};

inline constexpr char bonaFide[] = "bona-fide";

/// The defences that can be switched off, with the scores that belong to them.
const std::map<std::string, std::vector<std::string>>& livenessDefences();

std::map<std::string, SpeciesErrors> countErrors(const std::vector<ClipVerdict>& verdicts);

} // namespace chinhchu::biometrics
