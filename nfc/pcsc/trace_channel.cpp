#include "nfc/pcsc/trace.h"

#include "nfc/pcsc/hex_text.h"

#include <chrono>
#include <filesystem>

namespace chinhchu::nfc {

namespace {

namespace fs = std::filesystem;

/// SELECT and MANAGE SECURITY ENVIRONMENT before protection say which file and protocol, and nothing of the holder.
bool isHarmless(ByteView command)
{
    return command.size() >= 4 && (command[0] & 0x0C) == 0 && (command[1] == 0xA4 || command[1] == 0x22);
}

std::string counted(std::size_t bytes)
{
    return "[" + std::to_string(bytes) + "]";
}

std::string commandText(ByteView command, TraceContent content)
{
    if (content == TraceContent::Complete || command.size() < 4 || isHarmless(command))
        return hexText(command);
    return hexText(command.first(4)) + ' ' + counted(command.size() - 4);
}

std::string answerText(ByteView answer, TraceContent content)
{
    if (content == TraceContent::Complete || answer.size() <= 2)
        return hexText(answer);
    return counted(answer.size() - 2) + ' ' + hexText(answer.last(2));
}

class Stopwatch
{
public:
    [[nodiscard]] std::string text() const
    {
        const auto passed = std::chrono::steady_clock::now() - m_start;
        return "\t" + std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(passed).count()) + " ms\n";
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace

TraceChannel::TraceChannel(ApduChannel& channel, std::ofstream stream, TraceContent content)
    : m_channel(channel)
    , m_stream(std::move(stream))
    , m_content(content)
{
    const bool complete = content == TraceContent::Complete;
    m_stream << "# chinhchu-trace 1 " << (complete ? "complete" : "masked") << "\n= reader " << channel.info().name
             << "\n= atr " << hexText(channel.info().atr) << "\n";
}

Result<std::unique_ptr<TraceChannel>> TraceChannel::open(ApduChannel& channel, const std::string& file,
                                                         TraceContent content)
{
    std::ofstream stream(file, std::ios::trunc);
    std::error_code error;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, error);
    if (!stream || error)
        return fail(FailureCode::StorageFailed, "trace file " + file);
    return std::unique_ptr<TraceChannel>(new TraceChannel(channel, std::move(stream), content));
}

Result<Bytes> TraceChannel::transmit(ByteView commandApdu)
{
    m_stream << "> " << commandText(commandApdu, m_content) << "\n";
    const Stopwatch watch;
    auto answer = m_channel.transmit(commandApdu);
    if (answer)
        m_stream << "< " << answerText(*answer, m_content) << watch.text();
    else
        m_stream << "! " << codeName(answer.error().code) << watch.text();
    m_stream.flush(); // what led to a crash must be in the file
    return answer;
}

Result<void> TraceChannel::reset()
{
    auto done = m_channel.reset();
    m_stream << "= reset" << (done ? "" : " failed") << std::endl;
    return done;
}

Result<void> TraceChannel::reconnect(int milliseconds)
{
    auto done = m_channel.reconnect(milliseconds);
    m_stream << "= reconnect" << (done ? "" : " failed") << std::endl;
    return done;
}

void TraceChannel::recordRandom(ByteView number)
{
    if (m_content == TraceContent::Complete)
        m_stream << "* " << hexText(number) << std::endl;
}

RandomSource TraceChannel::recording(RandomSource source)
{
    return [this, source = std::move(source)](std::size_t count) {
        auto bytes = source(count);
        if (bytes)
            recordRandom(*bytes);
        return bytes;
    };
}

} // namespace chinhchu::nfc
