#pragma once

#include "tests/simulators/chip/card/card.h"

#include <deque>

namespace chinhchu::chip {

/// "Random" numbers of a worked example, in the order in which the chip asks for them.
inline Randomness scripted(std::deque<const char*> figures)
{
    return [figures = std::move(figures)](std::size_t size) mutable {
        if (figures.empty())
            throw LabError("the chip asked for more random numbers than the example has");
        const Bytes next = fromHex(figures.front());
        figures.pop_front();
        if (next.size() != size)
            throw LabError("the chip asked for " + std::to_string(size) + " random bytes, the example has " +
                           toHex(next));
        return next;
    };
}

/// A chip that holds nothing but what an example needs.
inline CardImage emptyCard(const std::string& mrzInformation)
{
    CardImage card;
    card.mrzInformation = mrzInformation;
    return card;
}

inline std::string exchange(Card& card, const char* command)
{
    return toHex(card.process(fromHex(command)));
}

} // namespace chinhchu::chip
