#include "nfc/pcsc/trace.h"

#include "nfc/pcsc/hex_text.h"

#include <algorithm>
#include <fstream>

namespace chinhchu::nfc {

namespace {

constexpr std::string_view header = "# chinhchu-trace 1 complete";

/// What stands behind a tab is a remark.
std::string withoutRemark(const std::string& line)
{
    return line.substr(0, line.find('\t'));
}

FailureCode codeNamed(std::string_view name)
{
    for (const auto code : {FailureCode::CardRemoved, FailureCode::CardNotAnswering, FailureCode::CardInUse,
                            FailureCode::CardNotPresent, FailureCode::ReaderServiceUnavailable}) {
        if (codeName(code) == name)
            return code;
    }
    return FailureCode::CardAnswerMalformed;
}

tl::unexpected<Failure> unreadable(std::string why)
{
    return fail(FailureCode::FileUnreadable, "trace: " + std::move(why));
}

} // namespace

Result<std::unique_ptr<ReplayChannel>> ReplayChannel::open(const std::string& file)
{
    std::ifstream stream(file);
    std::string line;
    if (!std::getline(stream, line))
        return unreadable("cannot read " + file);
    if (line != header)
        return unreadable(file + " is not a complete trace");
    auto channel = std::unique_ptr<ReplayChannel>(new ReplayChannel);
    channel->m_info.source = "replay";
    channel->m_info.isVirtual = true;
    while (std::getline(stream, line)) {
        if (auto parsed = parseLine(withoutRemark(line), *channel); !parsed)
            return tl::make_unexpected(parsed.error());
    }
    return channel;
}

Result<void> ReplayChannel::parseLine(const std::string& line, ReplayChannel& channel)
{
    if (line.size() < 2 || line[0] == '#')
        return {};
    const char kind = line[0];
    const std::string rest = line.substr(2);
    if (kind == '!') {
        channel.m_steps.push_back({kind, {}, rest});
        return {};
    }
    if (kind == '=') {
        const bool failed = rest.ends_with(" failed");
        if (rest.starts_with("reader "))
            channel.m_info.name = "replay of " + rest.substr(7);
        else if (rest.starts_with("atr "))
            channel.m_info.atr = bytesFromHex(rest.substr(4)).value_or(Bytes());
        else if (rest.starts_with("reset"))
            channel.m_steps.push_back({'r', {}, failed ? "CARD_REMOVED" : ""});
        else if (rest.starts_with("reconnect"))
            channel.m_steps.push_back({'c', {}, failed ? "CARD_REMOVED" : ""});
        return {};
    }
    auto bytes = bytesFromHex(rest);
    if (!bytes || (kind != '>' && kind != '<' && kind != '*'))
        return unreadable("line not understood: " + line.substr(0, 16));
    if (kind == '*')
        channel.m_random.push_back(std::move(*bytes));
    else
        channel.m_steps.push_back({kind, std::move(*bytes), {}});
    return {};
}

Result<Bytes> ReplayChannel::transmit(ByteView commandApdu)
{
    const bool expected =
        m_steps.size() >= 2 && m_steps[0].kind == '>' && std::ranges::equal(m_steps[0].bytes, commandApdu);
    if (!expected)
        return fail(FailureCode::CardAnswerMalformed, "the trace has another command here");
    m_steps.pop_front();
    const Step answer = std::move(m_steps.front());
    m_steps.pop_front();
    if (answer.kind == '<')
        return answer.bytes;
    return fail(codeNamed(answer.failure), "as recorded");
}

Result<void> ReplayChannel::lifecycle(char kind)
{
    if (m_steps.empty() || m_steps.front().kind != kind)
        return fail(FailureCode::CardAnswerMalformed, "the trace has something else here");
    const std::string failure = m_steps.front().failure;
    m_steps.pop_front();
    if (!failure.empty())
        return fail(codeNamed(failure), "as recorded");
    return {};
}

Result<void> ReplayChannel::reset()
{
    return lifecycle('r');
}

Result<void> ReplayChannel::reconnect(int)
{
    return lifecycle('c');
}

RandomSource ReplayChannel::random()
{
    return [this](std::size_t count) -> Result<Bytes> {
        if (m_random.empty() || m_random.front().size() != count)
            return fail(FailureCode::CardAnswerMalformed, "the trace has another random number here");
        Bytes number = std::move(m_random.front());
        m_random.pop_front();
        return number;
    };
}

} // namespace chinhchu::nfc
