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
};

/// Follows a person through a challenge. Takes as long as the person takes: nothing here runs out.
///
/// First the head rests, which says how this person holds it; all amounts are measured from there. Each step is asked
/// only while the head rests again. Another movement than the one asked for, carried out in full, is a wrong movement:
/// a clip that shows everything in turn does not pass. Blinking as everyone does is not one.
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
    [[nodiscard]] bool complete() const { return m_done == m_plan.steps().size(); }
    /// 0 to 1; grows within a turn, so that a person sees how far it still is.
    [[nodiscard]] double progress() const;
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
    void noteWrong(const HeadSight& sight, std::optional<Movement> allowed);
    [[nodiscard]] double reached(Movement movement) const;
    void advance(const HeadSight& sight);

    ChallengePlan m_plan;
    Phase m_phase = Phase::FindRest;
    std::vector<HeadSight> m_still;
    std::optional<HeadPose> m_rest;
    HeadPose m_now;
    bool m_atRest = false;
    int m_restFrames = 0, m_reachedFrames = 0, m_wrongFrames = 0;
    std::optional<std::chrono::steady_clock::time_point> m_closedSince, m_lastAdvance;
    bool m_closedLongEnough = false;
    std::size_t m_done = 0;
    int m_wrong = 0;
};

} // namespace chinhchu::biometrics
