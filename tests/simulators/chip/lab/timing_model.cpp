#include "tests/simulators/chip/lab/timing_model.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace chinhchu::chip {

double TimingModel::transferMs(std::size_t bytes) const
{
    // A byte is eight bits, parity and, on average, half a bit of guard time; a frame has a block header and a
    // checksum.
    const double bitsPerByte = 9.5;
    const double frames = std::max(1.0, std::ceil(static_cast<double>(bytes) / (frameBytes - 3)));
    const double onWire = static_cast<double>(bytes) + frames * 3;
    return onWire * bitsPerByte / kbitPerSecond + frames * perFrameMs;
}

double TimingModel::commandMs(std::size_t sent, std::size_t received, const Work& work) const
{
    return transferMs(sent) + transferMs(received) + perCommandMs + work.agreements * perAgreementMs +
           work.signatures * perSignatureMs + static_cast<double>(work.cipherBytes) * perCipherByteUs / 1000;
}

void TimingReport::reset()
{
    *this = TimingReport(m_model, m_limits);
}

double TimingReport::add(ByteView command, ByteView response, const Work& work)
{
    const double spent = m_model.commandMs(command.size(), response.size(), work);
    ++m_commands;
    m_totalMs += spent;
    const std::uint8_t instruction = command.size() > 1 ? command[1] : 0;
    if (instruction == 0xB0 || instruction == 0xB1)
        m_fileBytes += response.size() - std::min<std::size_t>(response.size(), 2);
    else if (instruction == 0xA4)
        ++m_selections;
    else if (command.size() > 4) // one entry for each step of each protocol: a second try counts once
        m_authentication[static_cast<std::uint32_t>(instruction << 16 | command[2] << 8 | command[4])] = spent;
    return spent;
}

double TimingReport::idealMs() const
{
    double total = m_model.activationMs;
    for (const auto& [step, spent] : m_authentication)
        total += spent;
    const std::size_t atOnce = m_limits.extendedLength ? static_cast<std::size_t>(std::min(m_limits.maxRead, 65535))
                                                       : static_cast<std::size_t>(std::min(m_limits.maxRead, 223));
    // One selection of the application; every file is at least one command, addressed by its short identifier.
    const std::size_t reads =
        std::max<std::size_t>(m_fileBytes / atOnce + 1, static_cast<std::size_t>(std::max(1, m_selections - 1)));
    constexpr std::size_t protectedRead = 19;
    constexpr std::size_t protectedAnswer = 22;
    total += m_model.commandMs(12, 2, {});
    total += static_cast<double>(reads) * m_model.commandMs(protectedRead, protectedAnswer + m_fileBytes / reads,
                                                            {0, 0, protectedRead + m_fileBytes / reads});
    return std::min(total, m_totalMs);
}

std::string TimingReport::text() const
{
    char line[160];
    std::snprintf(line, sizeof line,
                  "%d commands, %zu bytes of files, %.0f ms on a card of %d kbit/s; an ideal reader: %.0f ms",
                  m_commands, m_fileBytes, m_totalMs, m_model.kbitPerSecond, idealMs());
    return line;
}

} // namespace chinhchu::chip
