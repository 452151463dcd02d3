#pragma once

#include "resources/base/wiping_memory.h"

#include <initializer_list>
#include <vector>

namespace chinhchu::chip::pki {

/// A DER element that can be taken apart, changed and put together again with right lengths. One-byte tags only, which
/// is all that certificates and signed messages have.
struct DerNode
{
    std::uint8_t tag = 0;
    Bytes value;                   ///< of a primitive element
    std::vector<DerNode> children; ///< of a constructed one (bit 6 of the tag)

    /// The first element in @p data. Throws if there is none.
    static DerNode parse(ByteView data);
    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] Bytes content() const;

    /// The descendant at that path of child numbers.
    DerNode& at(std::initializer_list<std::size_t> path);
    void remove(std::size_t child) { children.erase(children.begin() + static_cast<std::ptrdiff_t>(child)); }
};

} // namespace chinhchu::chip::pki
