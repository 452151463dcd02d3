#pragma once

#include "app/session/session.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace counter {

/// A card that somebody lays on the reader and takes away at any moment, around one that is always there.
class RemovableCard
{
public:
    using Opener = decltype(chinhchu::app::SessionParts::openCard);

    explicit RemovableCard(Opener inner);
    ~RemovableCard();

    /// For SessionParts; outlives this object.
    [[nodiscard]] Opener opener() const;

    void layDown();
    void takeAway();
    [[nodiscard]] bool isThere() const;

private:
    struct Reader;
    std::shared_ptr<Reader> m_reader;
};

} // namespace counter
