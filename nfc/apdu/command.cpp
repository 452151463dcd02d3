#include "nfc/apdu/command.h"

namespace chinhchu::nfc {

namespace {

void appendTwo(Bytes& out, std::size_t value)
{
    out.push_back(static_cast<std::uint8_t>(value >> 8));
    out.push_back(static_cast<std::uint8_t>(value));
}

void appendShort(Bytes& out, const Command& command)
{
    if (!command.data.empty()) {
        out.push_back(static_cast<std::uint8_t>(command.data.size()));
        out.insert(out.end(), command.data.begin(), command.data.end());
    }
    if (command.le)
        out.push_back(static_cast<std::uint8_t>(*command.le)); // 256 is written 00
}

void appendExtended(Bytes& out, const Command& command)
{
    if (!command.data.empty() || command.le)
        out.push_back(0x00);
    if (!command.data.empty()) {
        appendTwo(out, command.data.size());
        out.insert(out.end(), command.data.begin(), command.data.end());
    }
    if (command.le)
        appendTwo(out, *command.le); // 65536 is written 00 00
}

} // namespace

Bytes encodeCommand(const Command& command, bool forceExtended)
{
    Bytes out{command.cla, command.ins, command.p1, command.p2};
    const bool fitsShort = command.data.size() <= 255 && command.le.value_or(0) <= 256;
    if (fitsShort && !forceExtended)
        appendShort(out, command);
    else
        appendExtended(out, command);
    return out;
}

} // namespace chinhchu::nfc
