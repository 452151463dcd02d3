#pragma once

#include "nfc/pcsc/apdu_channel.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace chinhchu::test {

/// "00A4" -> bytes; blanks are allowed.
inline Bytes fromHex(std::string_view text)
{
    const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
    Bytes out;
    int high = -1;
    for (const char c : text) {
        if (c == ' ' || c == '\n')
            continue;
        if (high < 0) {
            high = digit(c);
            continue;
        }
        out.push_back(static_cast<std::uint8_t>(high << 4 | digit(c)));
        high = -1;
    }
    return out;
}

inline std::string toHexText(ByteView bytes)
{
    std::string out;
    for (const auto byte : bytes) {
        out += "0123456789abcdef"[byte >> 4];
        out += "0123456789abcdef"[byte & 0xF];
    }
    return out;
}

/// A card that knows one conversation: every command must be the next of the script, byte for byte.
class ScriptedChannel final : public nfc::ApduChannel
{
public:
    struct Line
    {
        std::string request;  ///< hexadecimal; empty: any command
        std::string response; ///< hexadecimal
    };

    explicit ScriptedChannel(std::vector<Line> lines)
        : m_lines(lines.begin(), lines.end())
    {
        m_info.name = "script";
        m_info.source = "replay";
        m_info.isVirtual = true;
    }

    Result<Bytes> transmit(ByteView command) override
    {
        sent.push_back(toHexText(command));
        if (m_lines.empty())
            return fail(FailureCode::CardNotAnswering, "the script is over: " + sent.back());
        const Line line = m_lines.front();
        if (!line.request.empty() && fromHex(line.request) != Bytes(command.begin(), command.end()))
            return fail(FailureCode::CardAnswerMalformed, "expected " + line.request + " got " + sent.back());
        m_lines.pop_front();
        return fromHex(line.response);
    }

    Result<void> reset() override
    {
        ++resets;
        return {};
    }
    Result<void> reconnect(int) override
    {
        ++reconnects;
        return {};
    }
    [[nodiscard]] const nfc::ChannelInfo& info() const override { return m_info; }
    [[nodiscard]] bool finished() const { return m_lines.empty(); }

    std::vector<std::string> sent;
    int resets = 0;
    int reconnects = 0;

private:
    std::deque<Line> m_lines;
    nfc::ChannelInfo m_info;
};

} // namespace chinhchu::test
