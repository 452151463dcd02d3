#include "app/session/number_answers.h"

#include <algorithm>

namespace chinhchu::app {

using Held = SessionFacts::HeldNumber;

bool answersAreComplete(std::span<const Held> numbers)
{
    return std::ranges::none_of(numbers, [](const Held& each) { return each.answer == Held::Answer::Open; }) &&
           std::ranges::any_of(numbers, &Held::isInBinding);
}

} // namespace chinhchu::app
