#include "biometrics/liveness/challenge_plan.h"

#include "biometrics/liveness/challenge_orders.h"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <sstream>
#include <string_view>

namespace chinhchu::biometrics {

namespace {

constexpr std::array movements{Movement::TurnLeft, Movement::TurnRight, Movement::LookUp, Movement::CloseEyes};

// Degrees the mesh has to show; it shows about 0.8 of the truth. A flat photograph turned by 30 degrees shows at most
// 7, one that is bent around a head 15: the full turn asks for more. The gentle one cannot, so somebody has to watch.
constexpr double fullTurn = 16, fullUp = 9, gentleTurn = 9, gentleUp = 7;
// A little more is asked at random, so that the way to the goal differs too.
constexpr int turnSpread = 4, upSpread = 3;

std::uint32_t systemRandom()
{
    std::uint32_t value = 0;
    unsigned char bytes[sizeof value] = {};
    // Without random numbers there is no challenge: better to stop than to be foreseen.
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        std::abort();
    for (const unsigned char byte : bytes)
        value = value << 8 | byte;
    return value;
}

/// Every value below @p count alike.
std::size_t below(std::size_t count, const ChallengePlan::Random& random)
{
    const std::uint64_t limit = (std::uint64_t{1} << 32) / count * count;
    std::uint64_t value = random();
    while (value >= limit)
        value = random();
    return static_cast<std::size_t>(value % count);
}

double amountOf(Movement movement, ChallengeStyle style, const ChallengePlan::Random& random)
{
    const bool full = style == ChallengeStyle::Full;
    switch (movement) {
    case Movement::TurnLeft:
    case Movement::TurnRight:
        return (full ? fullTurn : gentleTurn) + static_cast<double>(below(full ? turnSpread : 2, random));
    case Movement::LookUp:
        return (full ? fullUp : gentleUp) + static_cast<double>(below(full ? upSpread : 2, random));
    case Movement::CloseEyes:
        break;
    }
    return 0;
}

/// @p order with amounts.
std::vector<ChallengeStep> stepsOf(const MovementOrder& order, ChallengeStyle style,
                                   const ChallengePlan::Random& random)
{
    std::vector<ChallengeStep> steps;
    for (const Movement movement : order)
        steps.push_back({movement, amountOf(movement, style, random), {}});
    return steps;
}

/// "TURN_LEFT:14"; nothing for anything else.
std::optional<ChallengeStep> parseStep(std::string_view word)
{
    const auto colon = word.find(':');
    const std::string_view name = word.substr(0, colon);
    const auto movement =
        std::find_if(movements.begin(), movements.end(), [&](Movement each) { return movementName(each) == name; });
    if (movement == movements.end())
        return std::nullopt;
    ChallengeStep step{*movement, 0, {}};
    if (colon == std::string_view::npos)
        return step;
    const char* end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data() + colon + 1, end, step.amount);
    if (error != std::errc() || stop != end || !(step.amount >= 0 && step.amount <= 90))
        return std::nullopt;
    return step;
}

void write(std::ostream& stream, const ChallengeStep& step)
{
    stream << movementName(step.movement);
    if (step.amount > 0)
        stream << ':' << step.amount;
}

} // namespace

std::string movementName(Movement movement)
{
    constexpr const char* names[] = {"TURN_LEFT", "TURN_RIGHT", "LOOK_UP", "BLINK"};
    return names[static_cast<std::size_t>(movement)];
}

ChallengePlan ChallengePlan::draw(ChallengeStyle style, const Random& random)
{
    const Random source = random ? random : systemRandom;
    const std::vector<MovementOrder> orders = admissibleOrders(style);
    const MovementOrder& order = orders[below(orders.size(), source)];
    std::vector<ChallengeStep> steps = stepsOf(order, style, source);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i] != Movement::CloseEyes)
            continue;
        const std::vector<MovementOrder> substitutes = substitutesFor(order, i, style);
        steps[i].instead = stepsOf(substitutes[below(substitutes.size(), source)], style, source);
    }
    return ChallengePlan(std::move(steps));
}

double ChallengePlan::bits(ChallengeStyle style)
{
    static const double full = bitsOfBestClip(ChallengeStyle::Full), gentle = bitsOfBestClip(ChallengeStyle::Gentle);
    return style == ChallengeStyle::Full ? full : gentle;
}

Result<ChallengePlan> ChallengePlan::parse(const std::string& text)
{
    constexpr std::size_t mostSteps = 16;
    std::vector<ChallengeStep> steps;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        std::istringstream parts(word);
        std::string part;
        std::getline(parts, part, '/');
        std::optional<ChallengeStep> step = parseStep(part);
        while (step && std::getline(parts, part, '/')) {
            const auto substitute = parseStep(part);
            if (!substitute || step->movement != Movement::CloseEyes || substitute->movement == Movement::CloseEyes ||
                step->instead.size() == mostSteps)
                return fail(FailureCode::FileUnreadable, "challenge: " + word);
            step->instead.push_back(*substitute);
        }
        if (!step || word.back() == '/' || steps.size() == mostSteps)
            return fail(FailureCode::FileUnreadable, "challenge: " + word);
        steps.push_back(std::move(*step));
    }
    if (steps.empty())
        return fail(FailureCode::FileUnreadable, "challenge: no steps");
    return ChallengePlan(std::move(steps));
}

std::string ChallengePlan::text() const
{
    std::ostringstream text;
    for (const ChallengeStep& step : m_steps) {
        if (text.tellp() > 0)
            text << ' ';
        write(text, step);
        for (const ChallengeStep& substitute : step.instead) {
            text << '/';
            write(text, substitute);
        }
    }
    return text.str();
}

} // namespace chinhchu::biometrics
