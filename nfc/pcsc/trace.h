#pragma once

#include "nfc/access/random_source.h"
#include "nfc/pcsc/apdu_channel.h"

#include <deque>
#include <fstream>
#include <memory>

namespace chinhchu::nfc {

/// How much of an exchange a trace holds.
///
/// Masked: the headers of commands, status words, lengths, times, and the data of those commands that say nothing about
/// the holder; safe to send in. Complete: every byte and the reader's random numbers, so that the exchange can be
/// replayed; whoever has it can read the chip's files.
enum class TraceContent
{
    Masked,
    Complete
};

/// Writes what goes over a channel, line by line, into a file that only its owner can read:
///
///     # chinhchu-trace 1 masked
///     = reader Virtual PCD 00 00
///     = atr 3B8880...
///     > 00A4020C 02 011C
///     < 9000                    12 ms
///     > 0CB09D00 [13]
///     < [223] 9000              31 ms
///     ! CARD_REMOVED            4 ms
///     = reset | = reconnect
///     * 7F4EF07B...             a random number of the reader (complete traces only)
class TraceChannel final : public ApduChannel
{
public:
    /// STORAGE_FAILED when the file cannot be made. @p channel must live longer.
    static Result<std::unique_ptr<TraceChannel>> open(ApduChannel& channel, const std::string& file,
                                                      TraceContent content);

    Result<Bytes> transmit(ByteView commandApdu) override;
    Result<void> reset() override;
    Result<void> reconnect(int milliseconds) override;
    void limitWaiting(std::chrono::milliseconds limit) override { m_channel.limitWaiting(limit); }
    [[nodiscard]] const ChannelInfo& info() const override { return m_channel.info(); }

    /// The same source, written along in a complete trace.
    RandomSource recording(RandomSource source);
    /// A number that came from elsewhere, such as a carrier's challenge.
    void recordRandom(ByteView number);

private:
    TraceChannel(ApduChannel& channel, std::ofstream stream, TraceContent content);

    ApduChannel& m_channel;
    std::ofstream m_stream;
    TraceContent m_content;
};

/// A complete trace instead of a card: answers as the card did as long as the commands are the same, and says so by the
/// source "replay".
class ReplayChannel final : public ApduChannel
{
public:
    /// FILE_UNREADABLE: no trace, a masked one, or one that was cut.
    static Result<std::unique_ptr<ReplayChannel>> open(const std::string& file);

    /// CARD_ANSWER_MALFORMED when the command is not the one that the trace has next.
    Result<Bytes> transmit(ByteView commandApdu) override;
    Result<void> reset() override;
    Result<void> reconnect(int milliseconds) override;
    [[nodiscard]] const ChannelInfo& info() const override { return m_info; }

    /// The random numbers of the recorded read. Use them for the replayed one, or its keys will be others. Holds a
    /// pointer to this channel.
    RandomSource random();

private:
    struct Step
    {
        char kind = '\0'; ///< '>', '<', '!', 'r' (reset), 'c' (reconnect)
        Bytes bytes;
        std::string failure;
    };
    static Result<void> parseLine(const std::string& line, ReplayChannel& channel);
    Result<void> lifecycle(char kind);

    ChannelInfo m_info;
    std::deque<Step> m_steps;
    std::deque<Bytes> m_random;
};

} // namespace chinhchu::nfc
