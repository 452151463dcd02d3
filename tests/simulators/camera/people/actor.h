#pragma once

#include "tests/simulators/camera/head/surface_renderer.h"

#include <random>
#include <string>
#include <vector>

namespace chinhchu::stage {

/// How somebody moves: listens to prompts ("TURN_LEFT", "TURN_RIGHT", "LOOK_UP", "BLINK", "LOOK_STRAIGHT"; others are
/// not movements and change nothing), needs a moment to react, moves at a human pace, trembles a little and blinks.
class Actor
{
public:
    struct Habits
    {
        double reaction = 0.35;    ///< seconds
        double speed = 55;         ///< degrees a second
        double largestTurn = 30;   ///< degrees
        double largestUp = 20;     ///< degrees
        double tremble = 0.6;      ///< degrees
        double blinkEvery = 4.5;   ///< seconds
        double eyesShutFor = 0.9;  ///< when asked to close them for a second
    };

    Actor(Habits habits, unsigned seed);

    void hear(const std::string& prompt);
    /// Time goes on by @p seconds.
    void live(double seconds);

    [[nodiscard]] Pose pose() const;
    /// 0 open, 1 shut.
    [[nodiscard]] double eyesClosed() const { return m_closed; }

private:
    Habits m_habits;
    std::mt19937 m_random;
    std::string m_prompt = "LOOK_STRAIGHT", m_heard = "LOOK_STRAIGHT";
    double m_now = 0, m_heardAt = 0, m_shutUntil = 0, m_nextBlink, m_phase;
    double m_yaw = 0, m_pitch = 0, m_closed = 0;
};

/// Prompts at set times, for those who cannot hear: one movement after the other, back to rest in between.
/// @p movements are prompt names; @p pace how many seconds one takes.
class Script
{
public:
    Script(std::vector<std::string> movements, double pace = 2.2, double before = 1.2)
        : m_movements(std::move(movements))
        , m_pace(pace)
        , m_before(before)
    {
    }

    [[nodiscard]] std::string promptAt(double seconds) const;
    [[nodiscard]] double length() const { return m_before + m_pace * static_cast<double>(m_movements.size()) + 0.8; }

private:
    std::vector<std::string> m_movements;
    double m_pace, m_before;
};

} // namespace chinhchu::stage
