#pragma once

#include "resources/base/failure.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace chinhchu::biometrics {

/// What a person can be asked to do. Left and right are the person's own.
enum class Movement
{
    TurnLeft,
    TurnRight,
    LookUp,
    CloseEyes,
};

/// The hint code that asks for it: "TURN_LEFT", "TURN_RIGHT", "LOOK_UP", "BLINK".
std::string movementName(Movement movement);

struct ChallengeStep
{
    Movement movement = Movement::TurnLeft;
    double amount = 0; ///< degrees from where the head was at the start; 0 for the eyes
    /// What is asked in its place when nobody can see it done: some lids move behind rims of glasses, some eyes are
    /// blind. Drawn with the plan, so that nobody knows it before either. Only for the eyes.
    std::vector<ChallengeStep> instead;
};

/// How much is asked of a person.
enum class ChallengeStyle
{
    Full,
    /// Three small movements, for those who cannot turn their head far. It holds fewer bits (see bits()), so a member
    /// of staff has to watch.
    Gentle,
};

/// Movements in an order nobody could know before. Any order is as likely as any other, as long as no movement follows
/// itself, at least one turn to a side is in it (the planarity check needs two views) and the eyes close at least once
/// (nothing else asks more of a mask than to be turned).
class ChallengePlan
{
public:
    using Random = std::function<std::uint32_t()>;

    ChallengePlan() = default;
    explicit ChallengePlan(std::vector<ChallengeStep> steps)
        : m_steps(std::move(steps))
    {
    }

    /// Drawn from the system's random numbers, or from @p random.
    static ChallengePlan draw(ChallengeStyle style, const Random& random = {});

    /// What a prepared clip has to guess, in bits, when it makes the best of waiting for substitutes. Amounts are not
    /// counted, because a clip may simply turn far.
    static double bits(ChallengeStyle style);

    /// "TURN_LEFT:14 BLINK/LOOK_UP:9/TURN_RIGHT:17 LOOK_UP:9": as text() writes it, substitutes behind strokes.
    /// FILE_UNREADABLE for anything else.
    static Result<ChallengePlan> parse(const std::string& text);
    [[nodiscard]] std::string text() const;

    [[nodiscard]] const std::vector<ChallengeStep>& steps() const& { return m_steps; }
    void steps() const&& = delete; ///< would dangle

private:
    std::vector<ChallengeStep> m_steps;
};

} // namespace chinhchu::biometrics
