#pragma once

#include "tests/simulators/chip/card/card.h"

#include <map>

namespace chinhchu::chip {

/// How long a contactless card takes for a command: the way there and back (ISO/IEC 14443) and the work inside.
///
/// The figures are those of an ordinary travel document chip; they make a read take as long as people report, not to
/// the millisecond.
struct TimingModel
{
    int kbitPerSecond = 106;      ///< 106, 212, 424 or 848
    int frameBytes = 256;         ///< FSC and FSD
    double perFrameMs = 0.6;      ///< frame delay times and the acknowledgement of a chained block
    double perCommandMs = 2.5;    ///< the chip's operating system
    double perAgreementMs = 55;   ///< one multiplication on a curve of 256 bits
    double perSignatureMs = 180;  ///< Active Authentication
    double perCipherByteUs = 2.5; ///< secure messaging
    double activationMs = 25;     ///< from the field to the ATR

    [[nodiscard]] double transferMs(std::size_t bytes) const;
    [[nodiscard]] double commandMs(std::size_t sent, std::size_t received, const Work& work) const;
};

/// Adds up what a read cost, and what it would have cost a reader that asks for nothing twice and always for as much as
/// the chip gives at once.
class TimingReport
{
public:
    TimingReport(const TimingModel& model, const Profile::Limits& limits)
        : m_model(model)
        , m_limits(limits)
    {
    }

    /// The time of this command by the model, in ms.
    double add(ByteView command, ByteView response, const Work& work);
    void activation() { m_totalMs += m_model.activationMs; }
    void reset();

    [[nodiscard]] int commands() const { return m_commands; }
    [[nodiscard]] double totalMs() const { return m_totalMs; }
    [[nodiscard]] double idealMs() const;
    [[nodiscard]] std::string text() const;

private:
    TimingModel m_model;
    Profile::Limits m_limits;
    int m_commands = 0;
    double m_totalMs = 0;
    std::map<std::uint32_t, double> m_authentication;
    std::size_t m_fileBytes = 0; ///< that came out of READ BINARY
    int m_selections = 0;
};

} // namespace chinhchu::chip
