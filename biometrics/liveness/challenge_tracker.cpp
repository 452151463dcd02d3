#include "biometrics/liveness/challenge_tracker.h"

#include <algorithm>
#include <cmath>

namespace chinhchu::biometrics {

namespace {

using std::chrono::milliseconds;

// At rest: within this of the resting pose, degrees. The mesh trembles by about one.
constexpr double restYaw = 6, restPitch = 7;
constexpr std::size_t restSights = 6;
constexpr double restTremble = 5;
// A movement counts when two frames in a row show it: one alone may be a slip of the mesh.
constexpr int framesToCount = 2;
// Somebody who blinks needs 0.1 to 0.4 s; closing the eyes for a second, as is asked, takes longer. One bound for what
// is asked for and for what is wrong: between two a clip could close its eyes before every movement for nothing.
constexpr milliseconds deliberateClosing{500};
// Asked for the eyes so long, without having seen them close, something else is asked for.
constexpr milliseconds eyesPatience{6000};
// A head is let turn further for so long when its turn has not shown its depth.
constexpr milliseconds depthPatience{2500};
// A movement nobody asked for is a wrong one from here on, degrees.
constexpr double wrongTurn = 13, wrongUp = 13;

HeadPose medianOf(const std::vector<HeadSight>& sights)
{
    const auto median = [&](double HeadPose::*angle) {
        std::vector<double> values;
        for (const HeadSight& sight : sights)
            values.push_back(sight.pose.*angle);
        std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
        return values[values.size() / 2];
    };
    return {median(&HeadPose::yaw), median(&HeadPose::pitch), median(&HeadPose::roll)};
}

} // namespace

ChallengeTracker::ChallengeTracker(ChallengePlan plan)
    : m_steps(plan.steps())
{
}

void ChallengeTracker::see(const HeadSight& sight)
{
    if (!m_lastAdvance)
        m_lastAdvance = sight.at;
    if (m_rest) {
        m_now = {sight.pose.yaw - m_rest->yaw, sight.pose.pitch - m_rest->pitch, sight.pose.roll - m_rest->roll};
        m_atRest = std::abs(m_now.yaw) < restYaw && std::abs(m_now.pitch) < restPitch;
    }
    noteEyes(sight);
    switch (m_phase) {
    case Phase::FindRest:
        findRest(sight);
        break;
    case Phase::Return:
        waitForReturn(sight);
        break;
    case Phase::Asked:
        followAsked(sight);
        break;
    }
    // Substitutes make the way longer: nobody is shown that it went back.
    m_progress = std::max(m_progress, progressNow());
}

void ChallengeTracker::noteEyes(const HeadSight& sight)
{
    // Of a turned head nobody can tell; and what begins before the head is back is no closing from open eyes.
    m_openAtRest = m_atRest && (m_openAtRest || !sight.eyesClosed);
    if (!sight.eyesClosed || !m_openAtRest) {
        m_closedSince.reset();
        m_wrongClosingCounted = false;
    } else if (!m_closedSince) {
        m_closedSince = sight.at;
    }
}

void ChallengeTracker::findRest(const HeadSight& sight)
{
    const auto differs = [&](const HeadSight& other) {
        return std::abs(other.pose.yaw - sight.pose.yaw) > restTremble ||
               std::abs(other.pose.pitch - sight.pose.pitch) > restTremble;
    };
    if (std::any_of(m_still.begin(), m_still.end(), differs))
        m_still.clear();
    m_still.push_back(sight);
    if (m_still.size() < restSights)
        return;
    m_rest = medianOf(m_still);
    m_still.clear();
    m_phase = Phase::Return;
}

void ChallengeTracker::waitForReturn(const HeadSight& sight)
{
    if (complete())
        return;
    // The head comes back from the movement before: only what was not asked for then is wrong now.
    noteWrong(sight, m_done > 0 ? std::optional(m_steps[m_done - 1].movement) : std::nullopt);
    m_restFrames = m_atRest && !sight.eyesClosed ? m_restFrames + 1 : 0;
    if (m_restFrames < framesToCount)
        return;
    m_restFrames = m_reachedFrames = m_wrongFrames = 0;
    m_closedLongEnough = false;
    m_askedAt = sight.at;
    m_reachedAt.reset();
    m_phase = Phase::Asked;
}

void ChallengeTracker::followAsked(const HeadSight& sight)
{
    const ChallengeStep& step = m_steps[m_done];
    noteWrong(sight, step.movement);
    if (step.movement == Movement::CloseEyes) {
        waitForEyes(sight);
        return;
    }
    followTurn(sight, step);
}

void ChallengeTracker::followTurn(const HeadSight& sight, const ChallengeStep& step)
{
    m_reachedFrames = reached(step.movement) >= step.amount ? m_reachedFrames + 1 : 0;
    if (m_reachedFrames < framesToCount)
        return;
    if (!m_reachedAt)
        m_reachedAt = sight.at;
    if (step.movement == Movement::LookUp || sight.depthShown || sight.at - *m_reachedAt >= depthPatience)
        advance(sight);
}

void ChallengeTracker::waitForEyes(const HeadSight& sight)
{
    m_closedLongEnough |= closedDeliberately(sight);
    if (sight.eyesClosed)
        return;
    if (m_closedLongEnough)
        advance(sight);
    else if (sight.at - *m_askedAt >= eyesPatience && !m_steps[m_done].instead.empty())
        substitute();
}

void ChallengeTracker::substitute()
{
    const std::vector<ChallengeStep> instead = std::move(m_steps[m_done].instead);
    const auto place = m_steps.erase(m_steps.begin() + static_cast<std::ptrdiff_t>(m_done));
    m_steps.insert(place, instead.begin(), instead.end());
    ++m_substituted;
    m_justSubstituted = true;
    m_restFrames = m_reachedFrames = m_wrongFrames = 0;
    m_phase = Phase::Return;
}

/// Light or hair may hide the depth of a head on one side: the other may show it.
void ChallengeTracker::addOtherSide()
{
    const auto turnTo = [&](Movement side) {
        return std::find_if(m_steps.begin(), m_steps.end(),
                            [&](const ChallengeStep& step) { return step.movement == side; });
    };
    const auto left = turnTo(Movement::TurnLeft), right = turnTo(Movement::TurnRight);
    if ((left == m_steps.end()) == (right == m_steps.end()))
        return;
    const ChallengeStep other = left == m_steps.end() ? ChallengeStep{Movement::TurnLeft, right->amount, {}}
                                                      : ChallengeStep{Movement::TurnRight, left->amount, {}};
    m_steps.push_back(other);
}

bool ChallengeTracker::closedDeliberately(const HeadSight& sight) const
{
    return m_closedSince && sight.at - *m_closedSince >= deliberateClosing;
}

void ChallengeTracker::advance(const HeadSight& sight)
{
    ++m_done;
    m_justSubstituted = false;
    if (complete() && !sight.depthShown)
        addOtherSide();
    m_lastAdvance = sight.at;
    m_restFrames = m_reachedFrames = m_wrongFrames = 0;
    m_phase = Phase::Return;
}

void ChallengeTracker::noteWrong(const HeadSight& sight, std::optional<Movement> allowed)
{
    const auto isWrong = [&](Movement movement, double bound) {
        return allowed != movement && reached(movement) >= bound;
    };
    // A turned head is often tilted a little as well: then only more than the turn itself is wrong.
    const double up =
        std::max(wrongUp, allowed == Movement::TurnLeft || allowed == Movement::TurnRight ? std::abs(m_now.yaw) : 0.0);
    const double turn = std::max(wrongTurn, allowed == Movement::LookUp ? m_now.pitch : 0.0);
    // Whoever closes the eyes a moment after something else took its place was asked to, and is only slow.
    if (allowed != Movement::CloseEyes && !m_justSubstituted && closedDeliberately(sight) && !m_wrongClosingCounted) {
        m_wrongClosingCounted = true;
        ++m_wrong;
    }
    const bool wrong = isWrong(Movement::TurnLeft, turn) || isWrong(Movement::TurnRight, turn) ||
                       isWrong(Movement::LookUp, up);
    m_wrongFrames = wrong ? m_wrongFrames + 1 : 0;
    // Counted once for each movement, however long it is held.
    if (m_wrongFrames == framesToCount)
        ++m_wrong;
}

double ChallengeTracker::reached(Movement movement) const
{
    switch (movement) {
    case Movement::TurnLeft:
        return m_now.yaw;
    case Movement::TurnRight:
        return -m_now.yaw;
    case Movement::LookUp:
        return m_now.pitch;
    case Movement::CloseEyes:
        break;
    }
    return 0;
}

std::string ChallengeTracker::hint() const
{
    if (complete())
        return m_atRest ? "" : "LOOK_STRAIGHT";
    return m_phase == Phase::Asked ? movementName(m_steps[m_done].movement) : "LOOK_STRAIGHT";
}

double ChallengeTracker::progressNow() const
{
    const auto count = static_cast<double>(m_steps.size());
    double part = 0;
    if (m_phase == Phase::Asked && !complete() && m_steps[m_done].amount > 0)
        part = std::clamp(reached(m_steps[m_done].movement) / m_steps[m_done].amount, 0.0, 1.0);
    return count > 0 ? (static_cast<double>(m_done) + part) / count : 1;
}

std::optional<HeadPose> ChallengeTracker::fromRest() const
{
    return m_rest ? std::optional(m_now) : std::nullopt;
}

} // namespace chinhchu::biometrics
