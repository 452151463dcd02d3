#pragma once

#include "app/settings/database.h"

namespace chinhchu::app {

struct Salvaged
{
    int waiting = 0;       ///< bindings that still wait for the carrier and could be read
    bool complete = false; ///< nothing was lost, neither a binding nor its history
};

/// Copies every row that can still be read from a damaged queue into a new one, in its order. Fails only when the new one
/// cannot be written.
Result<Salvaged> salvage(Database& damaged, Database& fresh);

} // namespace chinhchu::app
