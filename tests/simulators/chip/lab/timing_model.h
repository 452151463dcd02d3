#pragma once

#include "tests/simulators/chip/card/card.h"

namespace chinhchu::chip {

/// How long a contactless card takes for a command: the way there and back, and the work inside.
///
/// The way is that of ISO/IEC 14443 type B, which the ATR of the shipped cards announces (PC/SC part 3, 3.1.3.2.3.2),
/// with the shortest times that the standard allows: characters of ten bits, blocks of at most 256 bytes (FSDI = FSCI =
/// 8) with three bytes around their content, each block of a chain acknowledged. The work inside is that of an ordinary
/// travel document chip, not of one that was measured: `cccd-simulator --timing 106,agreement=80` changes it.
struct TimingModel
{
    int kbitPerSecond = 106;      ///< 106, 212, 424 or 848, in both directions
    int frameBytes = 256;         ///< FSC and FSD
    double perCommandMs = 2.5;    ///< the chip's operating system
    double perAgreementMs = 55;   ///< one multiplication on a curve
    double perSignatureMs = 180;  ///< Active Authentication
    double perCipherByteUs = 2.5; ///< secure messaging, over both APDUs
    double activationMs = 25;     ///< from the field to the ATR

    /// One bit on the way: 128 / fc at 106 kbit/s (ISO/IEC 14443-2), half as long at each higher rate.
    [[nodiscard]] double elementaryTimeUs() const;
    /// A command APDU and its response on their way, turnarounds included.
    [[nodiscard]] double exchangeMs(std::size_t sent, std::size_t received) const;
    [[nodiscard]] double workMs(const Work& work) const;
    [[nodiscard]] double commandMs(std::size_t sent, std::size_t received, const Work& work) const
    {
        return exchangeMs(sent, received) + workMs(work);
    }

    /// "106" or "106,command=3,agreement=80,signature=200,cipher=1,activation=30". Throws LabError.
    static TimingModel parse(const std::string& text);
};

} // namespace chinhchu::chip
