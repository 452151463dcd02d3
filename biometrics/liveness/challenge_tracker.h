#pragma once

#include "biometrics/detection/face_mesh.h"
#include "biometrics/liveness/challenge_plan.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace chinhchu::biometrics {

/// What one frame shows of the head.
struct HeadSight
{
    std::chrono::steady_clock::time_point at;
    HeadPose pose;
    bool eyesClosed = false;
    /// A turn has shown by now what it has to show besides its angle: the depth of a head.
    bool depthShown = true;
};

/// Follows a person through a challenge. Takes as long as the person takes: nothing here runs out.
///
/// First the head rests, which says how this person holds it; all amounts are measured from there. Each step is asked
/// only while the head rests again. Another movement than the one asked for, carried out in full, is a wrong movement:
/// a clip that shows everything in turn does not pass. A turn goes on for a while beyond its angle where it has not shown
/// the depth of a head yet, and one to the other side may be asked for in the end. Blinking as everyone does is not one. Where nobody can see the
/// eyes close for a while, the plan's substitutes are asked for instead.
class ChallengeTracker
{
public:
    explicit ChallengeTracker(ChallengePlan plan);

    void see(const HeadSight& sight);

    /// What to ask now: "LOOK_STRAIGHT" or the name of a movement; empty when all is done and the head
    /// rests again.
    [[nodiscard]] std::string hint() const;
    [[nodiscard]] std::size_t stepsDone() const { return m_done; }
    [[nodiscard]] int wrongMovements() const { return m_wrong; }
    /// All steps, substitutes in place of what they stand for, and what was added.
    [[nodiscard]] std::size_t stepCount() const { return m_steps.size(); }
    [[nodiscard]] int substituted() const { return m_substituted; }
    [[nodiscard]] bool complete() const { return m_done == m_steps.size(); }
    /// 0 to 1; grows within a turn, so that a person sees how far it still is.
    [[nodiscard]] double progress() const { return m_progress; }
    /// The head is where it rests, and how it rests is known.
    [[nodiscard]] bool resting() const { return m_rest && m_atRest; }
    /// The pose measured from rest; nothing before that is known.
    [[nodiscard]] std::optional<HeadPose> fromRest() const;
    /// When the last step was done or the challenge began: how long a person needs for one step is not measured, but
    /// somebody who left is.
    [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> lastAdvance() const { return m_lastAdvance; }

private:
    enum class Phase
    {
        FindRest,
        Return,
        Asked,
    };

    void findRest(const HeadSight& sight);
    void waitForReturn(const HeadSight& sight);
    void followAsked(const HeadSight& sight);
    void followTurn(const HeadSight& sight, const ChallengeStep& step);
    void noteEyes(const HeadSight& sight);
    void waitForEyes(const HeadSight& sight);
    void substitute();
    void addOtherSide();
    void noteWrong(const HeadSight& sight, std::optional<Movement> allowed);
    [[nodiscard]] double progressNow() const;
    [[nodiscard]] bool closedDeliberately(const HeadSight& sight) const;
    [[nodiscard]] double reached(Movement movement) const;
    void advance(const HeadSight& sight);

    std::vector<ChallengeStep> m_steps;
    Phase m_phase = Phase::FindRest;
    std::vector<HeadSight> m_still;
    std::optional<HeadPose> m_rest;
    HeadPose m_now;
    bool m_atRest = false, m_openAtRest = false;
    int m_restFrames = 0, m_reachedFrames = 0, m_wrongFrames = 0;
    std::optional<std::chrono::steady_clock::time_point> m_closedSince, m_askedAt, m_reachedAt, m_lastAdvance;
    bool m_closedLongEnough = false, m_wrongClosingCounted = false, m_justSubstituted = false;
    std::size_t m_done = 0;
    int m_wrong = 0, m_substituted = 0;
    double m_progress = 0;
};

} // namespace chinhchu::biometrics
