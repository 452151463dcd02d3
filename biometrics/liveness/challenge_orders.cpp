#include "biometrics/liveness/challenge_orders.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>

namespace chinhchu::biometrics {

namespace {

constexpr std::array all{Movement::TurnLeft, Movement::TurnRight, Movement::LookUp, Movement::CloseEyes};
// A clip that never closes its eyes could otherwise choose its movements from fewer orders: fewer substitutes than
// these would leave less than six bits in the full challenge.
constexpr std::size_t fullLength = 4, fullSubstitutes = 4, gentleLength = 3, gentleSubstitutes = 2;

std::vector<MovementOrder> ordersOf(std::size_t length, std::span<const Movement> movements)
{
    std::vector<MovementOrder> orders{{}};
    for (std::size_t i = 0; i < length; ++i) {
        std::vector<MovementOrder> longer;
        for (const MovementOrder& order : orders) {
            for (const Movement movement : movements) {
                if (!order.empty() && order.back() == movement)
                    continue;
                longer.push_back(order);
                longer.back().push_back(movement);
            }
        }
        orders = std::move(longer);
    }
    return orders;
}

bool holds(const MovementOrder& order, Movement movement)
{
    return std::find(order.begin(), order.end(), movement) != order.end();
}

/// What a person may end up doing, and how likely it is to be what is asked of one who does just that.
using Odds = std::map<MovementOrder, double>;

/// Every closing of the eyes from @p index on is either shown or replaced: the clip chooses.
void addChoices(Odds& odds, const MovementOrder& order, std::size_t index, const MovementOrder& done, double chance,
                ChallengeStyle style)
{
    if (index == order.size()) {
        odds[done] += chance;
        return;
    }
    MovementOrder shown = done;
    shown.push_back(order[index]);
    addChoices(odds, order, index + 1, shown, chance, style);
    if (order[index] != Movement::CloseEyes)
        return;
    const std::vector<MovementOrder> substitutes = substitutesFor(order, index, style);
    for (const MovementOrder& each : substitutes) {
        MovementOrder replaced = done;
        replaced.insert(replaced.end(), each.begin(), each.end());
        addChoices(odds, order, index + 1, replaced, chance / static_cast<double>(substitutes.size()), style);
    }
}

bool beginsWith(const MovementOrder& order, const MovementOrder& beginning)
{
    return beginning.size() <= order.size() && std::equal(beginning.begin(), beginning.end(), order.begin());
}

} // namespace

std::vector<MovementOrder> admissibleOrders(ChallengeStyle style)
{
    std::vector<MovementOrder> orders = ordersOf(style == ChallengeStyle::Full ? fullLength : gentleLength, all);
    std::erase_if(orders, [](const MovementOrder& order) {
        return !holds(order, Movement::CloseEyes) ||
               !(holds(order, Movement::TurnLeft) || holds(order, Movement::TurnRight));
    });
    return orders;
}

std::vector<MovementOrder> substitutesFor(const MovementOrder& order, std::size_t index, ChallengeStyle style)
{
    const std::size_t length = style == ChallengeStyle::Full ? fullSubstitutes : gentleSubstitutes;
    std::vector<MovementOrder> substitutes = ordersOf(length, std::span(all).first(3));
    std::erase_if(substitutes, [&](const MovementOrder& each) {
        return (index > 0 && each.front() == order[index - 1]) ||
               (index + 1 < order.size() && each.back() == order[index + 1]);
    });
    return substitutes;
}

double bitsOfBestClip(ChallengeStyle style)
{
    const std::vector<MovementOrder> orders = admissibleOrders(style);
    Odds odds;
    for (const MovementOrder& order : orders)
        addChoices(odds, order, 0, {}, 1.0 / static_cast<double>(orders.size()), style);
    // In the order of the map every beginning stands before what goes on from it: a clip passes with each beginning
    // of what it shows.
    std::vector<std::pair<MovementOrder, double>> beginnings;
    double best = 0;
    for (const auto& [done, chance] : odds) {
        while (!beginnings.empty() && !beginsWith(done, beginnings.back().first))
            beginnings.pop_back();
        beginnings.emplace_back(done, chance + (beginnings.empty() ? 0 : beginnings.back().second));
        best = std::max(best, beginnings.back().second);
    }
    return -std::log2(best);
}

} // namespace chinhchu::biometrics
