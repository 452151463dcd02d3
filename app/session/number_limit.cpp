#include "app/session/number_limit.h"

#include <algorithm>

namespace chinhchu::app {

namespace {

using Held = SessionFacts::HeldNumber;

bool isNew(const Held& number)
{
    return !number.known && number.answer == Held::Answer::Mine;
}

bool counts(const Held& number)
{
    const Subscription& subscription = number.subscription;
    const bool theirs = number.known ? number.answer != Held::Answer::NotMine : isNew(number);
    return theirs && !subscription.postpaid && !subscription.organisation;
}

} // namespace

bool exceedsNumberLimit(std::span<const Held> numbers, Enrolment::Point point, int most)
{
    return point != Enrolment::Point::CarrierOwn && std::ranges::any_of(numbers, isNew) &&
           std::ranges::count_if(numbers, counts) > most;
}

} // namespace chinhchu::app
