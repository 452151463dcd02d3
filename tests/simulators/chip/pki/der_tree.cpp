#include "tests/simulators/chip/pki/der_tree.h"

#include "tests/simulators/chip/wire/tlv.h"

#include <stdexcept>

namespace chinhchu::chip::pki {
namespace {

constexpr std::uint8_t constructed = 0x20;

DerNode take(ByteView& rest)
{
    const auto need = [](bool good) {
        if (!good)
            throw std::runtime_error("no DER");
    };
    need(rest.size() >= 2);
    DerNode node;
    node.tag = rest[0];
    std::size_t header = 2;
    std::size_t size = rest[1];
    if (size > 0x80) {
        header += size & 0x7F;
        need(rest.size() >= header);
        size = 0;
        for (std::size_t i = 2; i < header; ++i)
            size = size << 8 | rest[i];
    }
    need(rest.size() >= header + size);
    ByteView inside = rest.subspan(header, size);
    rest = rest.subspan(header + size);
    if ((node.tag & constructed) == 0) {
        node.value.assign(inside.begin(), inside.end());
        return node;
    }
    while (!inside.empty())
        node.children.push_back(take(inside));
    return node;
}

} // namespace

DerNode DerNode::parse(ByteView data)
{
    return take(data);
}

Bytes DerNode::content() const
{
    Bytes all = value;
    for (const DerNode& child : children) {
        const Bytes part = child.encoded();
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

Bytes DerNode::encoded() const
{
    return chip::tlv(tag, content());
}

DerNode& DerNode::at(std::initializer_list<std::size_t> path)
{
    DerNode* node = this;
    for (std::size_t child : path)
        node = &node->children.at(child);
    return *node;
}

} // namespace chinhchu::chip::pki
