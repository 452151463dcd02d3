#pragma once

#include "nfc/pcsc/apdu_channel.h"

#include <algorithm>
#include <cstdint>

namespace chinhchu::nfc {

/// How many bytes one READ BINARY asks for. Starts with what reader and card are known to give, steps down when a size
/// that never worked is refused, and never doubts one that did: the same status word then means something else.
class ReadSizing
{
public:
    /// Whether extended length works between here and the card.
    enum class Extended
    {
        Unknown,
        Works,
        Fails
    };

    ReadSizing(ChannelInfo::ExtendedLength readerSays, std::size_t readerTakes);

    [[nodiscard]] Extended extended() const { return m_extended; }
    /// The answer APDU to ask for, in bytes. Where nothing is known a protected read is the probe at full size; an
    /// unprotected one probes by its form alone.
    [[nodiscard]] std::size_t answerBytes(bool isProtected) const;

    /// The largest answer APDU that the card or an earlier read allows (EF.ATR/INFO, DO 7F66).
    void limit(std::size_t answerBytes);
    /// What the probe found out: reader and card know extended length, or one of them does not.
    void extendedWorks() { m_extended = Extended::Works; }
    void extendedFails();

    /// So many bytes of a file came with one protected answer.
    void worked(std::size_t given) { m_worked = std::max(m_worked, given); }
    /// That many have come before: neither the card nor the reader can find them too many.
    [[nodiscard]] bool hasWorked(std::size_t bytes) const { return bytes <= m_worked; }
    /// False when there is no smaller size left.
    bool stepDown();

    /// What another read of the same kind of card may start with; 0 if nothing was learned.
    [[nodiscard]] std::size_t learnedAnswer() const;

private:
    Extended m_extended = Extended::Unknown;
    std::size_t m_readerTakes;
    std::size_t m_extendedAnswer;
    std::size_t m_shortAnswer;
    std::size_t m_worked = 0;
};

} // namespace chinhchu::nfc
