#include "tests/simulators/chip/wire/apdu.h"

namespace chinhchu::chip {

namespace {

std::size_t wordAt(ByteView bytes, std::size_t at)
{
    return static_cast<std::size_t>(bytes[at] << 8 | bytes[at + 1]);
}

// Cases 2S, 3S and 4S; the body is not empty.
bool parseShortBody(ByteView body, Command& command)
{
    if (body.size() == 1) {
        command.le = body[0] == 0 ? 256 : body[0];
        return true;
    }
    const std::size_t lc = body[0];
    if (lc == 0 || body.size() < 1 + lc || body.size() > 2 + lc)
        return false;
    command.data.assign(body.begin() + 1, body.begin() + 1 + static_cast<std::ptrdiff_t>(lc));
    if (body.size() == 2 + lc)
        command.le = body.back() == 0 ? 256 : body.back();
    return true;
}

// Cases 2E, 3E and 4E; the body starts with 00 and has at least 3 bytes.
bool parseExtendedBody(ByteView body, Command& command)
{
    command.extended = true;
    const auto expected = [&](std::size_t at) { return wordAt(body, at) == 0 ? 65536 : wordAt(body, at); };
    if (body.size() == 3) {
        command.le = expected(1);
        return true;
    }
    const std::size_t lc = wordAt(body, 1);
    if (lc == 0 || (body.size() != 3 + lc && body.size() != 5 + lc))
        return false;
    command.data.assign(body.begin() + 3, body.begin() + 3 + static_cast<std::ptrdiff_t>(lc));
    if (body.size() == 5 + lc)
        command.le = expected(3 + lc);
    return true;
}

} // namespace

std::optional<Command> parseCommand(ByteView apdu)
{
    if (apdu.size() < 4)
        return {};
    Command command;
    command.cla = apdu[0];
    command.ins = apdu[1];
    command.p1 = apdu[2];
    command.p2 = apdu[3];
    const ByteView body = apdu.subspan(4);
    if (body.empty())
        return command;
    const bool extended = body.size() >= 3 && body[0] == 0;
    if (!(extended ? parseExtendedBody(body, command) : parseShortBody(body, command)))
        return {};
    return command;
}

} // namespace chinhchu::chip
