#include "tests/simulators/camera/people/actor.h"

#include <algorithm>
#include <cmath>

namespace chinhchu::stage {

namespace {

constexpr double blinkTakes = 0.16;

double towards(double from, double to, double step)
{
    return from + std::clamp(to - from, -step, step);
}

} // namespace

Actor::Actor(Habits habits, unsigned seed)
    : m_habits(habits)
    , m_random(seed)
    , m_nextBlink(habits.blinkEvery * std::uniform_real_distribution<>(0.5, 1.2)(m_random))
    , m_phase(std::uniform_real_distribution<>(0, 6)(m_random))
{
}

void Actor::hear(const std::string& prompt)
{
    static const char* const known[] = {"TURN_LEFT", "TURN_RIGHT", "LOOK_UP", "BLINK", "LOOK_STRAIGHT"};
    if (prompt == m_heard || std::find(std::begin(known), std::end(known), prompt) == std::end(known))
        return;
    m_heard = prompt;
    m_heardAt = m_now;
}

void Actor::live(double seconds)
{
    m_now += seconds;
    if (m_prompt != m_heard && m_now - m_heardAt >= m_habits.reaction) {
        m_prompt = m_heard;
        if (m_prompt == "BLINK")
            m_shutUntil = m_now + m_habits.eyesShutFor;
    }
    // Whoever is still asked closes the eyes once more, for longer, or moves further.
    constexpr double patience = 1.6, further = 1.35;
    if (m_prompt == "BLINK" && m_now > m_shutUntil + patience)
        m_shutUntil = m_now + 2 * m_habits.eyesShutFor;
    const double effort = m_now - m_heardAt > patience ? further : 1;
    const double yaw = effort * (m_prompt == "TURN_LEFT"    ? m_habits.largestTurn
                                 : m_prompt == "TURN_RIGHT" ? -m_habits.largestTurn
                                                            : 0);
    const double pitch = effort * (m_prompt == "LOOK_UP" ? m_habits.largestUp : 0);
    m_yaw = towards(m_yaw, yaw, m_habits.speed * seconds);
    m_pitch = towards(m_pitch, pitch, m_habits.speed * seconds);
    if (m_now > m_nextBlink + blinkTakes)
        m_nextBlink = m_now + m_habits.blinkEvery * std::uniform_real_distribution<>(0.6, 1.4)(m_random);
    const bool shut = m_now < m_shutUntil || (m_now > m_nextBlink && m_now < m_nextBlink + blinkTakes);
    m_closed = towards(m_closed, shut ? 1 : 0, seconds / 0.08);
}

Pose Actor::pose() const
{
    const double t = m_now + m_phase;
    Pose pose;
    pose.yaw = m_yaw + m_habits.tremble * std::sin(1.7 * t);
    pose.pitch = m_pitch + m_habits.tremble * std::sin(1.1 * t + 1);
    pose.roll = 1.2 * m_habits.tremble * std::sin(0.7 * t + 2);
    pose.shiftX = 0.03 * std::sin(0.9 * t);
    pose.shiftY = 0.02 * std::sin(1.3 * t);
    return pose;
}

std::string Script::promptAt(double seconds) const
{
    const double within = seconds - m_before;
    const auto index = static_cast<std::size_t>(std::max(0.0, within) / m_pace);
    if (within < 0 || index >= m_movements.size())
        return "LOOK_STRAIGHT";
    // The first half is the movement, the second the way back.
    return within - static_cast<double>(index) * m_pace < 0.55 * m_pace ? m_movements[index] : "LOOK_STRAIGHT";
}

} // namespace chinhchu::stage
