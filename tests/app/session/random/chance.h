#pragma once

#include <random>

namespace by_chance {

using Random = std::mt19937;

/// A number from @p least to @p most, the same on every machine.
inline int pick(Random& random, int least, int most)
{
    return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
}

inline bool oneIn(Random& random, int chances)
{
    return pick(random, 1, chances) == 1;
}

} // namespace by_chance
