#include "biometrics/liveness/challenge_plan.h"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <sstream>

namespace chinhchu::biometrics {

namespace {

using Order = std::vector<Movement>;

constexpr std::array movements{Movement::TurnLeft, Movement::TurnRight, Movement::LookUp, Movement::CloseEyes};

constexpr std::size_t fullLength = 4, gentleLength = 3;
// Degrees the mesh has to show; it shows about 0.8 of the truth. A flat photograph turned by 30 degrees shows at most
// 7, one that is bent around a head 15: the full turn asks for more. The gentle one cannot, so somebody has to watch.
constexpr double fullTurn = 16, fullUp = 9, gentleTurn = 9, gentleUp = 7;
// A little more is asked at random, so that the way to the goal differs too.
constexpr int turnSpread = 4, upSpread = 3;

bool admissible(const Order& order)
{
    const auto holds = [&](Movement movement) {
        return std::find(order.begin(), order.end(), movement) != order.end();
    };
    return std::adjacent_find(order.begin(), order.end()) == order.end() && holds(Movement::CloseEyes) &&
           (holds(Movement::TurnLeft) || holds(Movement::TurnRight));
}

std::vector<Order> admissibleOrders(std::size_t length)
{
    std::vector<Order> orders{{}};
    for (std::size_t i = 0; i < length; ++i) {
        std::vector<Order> longer;
        for (const Order& order : orders) {
            for (const Movement movement : movements) {
                longer.push_back(order);
                longer.back().push_back(movement);
            }
        }
        orders = std::move(longer);
    }
    std::erase_if(orders, [](const Order& order) { return !admissible(order); });
    return orders;
}

std::size_t lengthOf(ChallengeStyle style)
{
    return style == ChallengeStyle::Full ? fullLength : gentleLength;
}

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

} // namespace

std::string movementName(Movement movement)
{
    constexpr const char* names[] = {"TURN_LEFT", "TURN_RIGHT", "LOOK_UP", "BLINK"};
    return names[static_cast<std::size_t>(movement)];
}

ChallengePlan ChallengePlan::draw(ChallengeStyle style, const Random& random)
{
    const Random source = random ? random : systemRandom;
    const std::vector<Order> orders = admissibleOrders(lengthOf(style));
    std::vector<ChallengeStep> steps;
    for (const Movement movement : orders[below(orders.size(), source)])
        steps.push_back({movement, amountOf(movement, style, source)});
    return ChallengePlan(std::move(steps));
}

double ChallengePlan::bits(ChallengeStyle style)
{
    return std::log2(static_cast<double>(admissibleOrders(lengthOf(style)).size()));
}

Result<ChallengePlan> ChallengePlan::parse(const std::string& text)
{
    constexpr std::size_t mostSteps = 16;
    std::vector<ChallengeStep> steps;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const auto colon = word.find(':');
        const std::string name = word.substr(0, colon);
        const auto movement =
            std::find_if(movements.begin(), movements.end(), [&](Movement each) { return movementName(each) == name; });
        double amount = 0;
        if (colon != std::string::npos) {
            const char* end = word.data() + word.size();
            const auto [stop, error] = std::from_chars(word.data() + colon + 1, end, amount);
            if (error != std::errc() || stop != end || !(amount >= 0 && amount <= 90))
                return fail(FailureCode::FileUnreadable, "challenge: " + word);
        }
        if (movement == movements.end() || steps.size() == mostSteps)
            return fail(FailureCode::FileUnreadable, "challenge: " + word);
        steps.push_back({*movement, amount});
    }
    if (steps.empty())
        return fail(FailureCode::FileUnreadable, "challenge: no steps");
    return ChallengePlan(std::move(steps));
}

std::string ChallengePlan::text() const
{
    std::ostringstream text;
    for (const ChallengeStep& step : m_steps) {
        text << (text.tellp() > 0 ? " " : "") << movementName(step.movement);
        if (step.amount > 0)
            text << ':' << step.amount;
    }
    return text.str();
}

} // namespace chinhchu::biometrics
