#include "tests/simulators/chip/lab/timing_report.h"

#include <algorithm>
#include <cstdio>

namespace chinhchu::chip {

namespace {

/// The size of one data object whose tag is one byte.
std::size_t objectSize(std::size_t content)
{
    return content + (content < 0x80 ? 2 : content < 0x100 ? 3 : 4);
}

constexpr std::size_t macObject = 10;   // DO 8E
constexpr std::size_t statusObject = 4; // DO 99
constexpr std::size_t statusWord = 2;

std::size_t encryptedObject(std::size_t content, std::size_t block)
{
    return content == 0 ? 0 : objectSize(1 + (content / block + 1) * block); // DO 87 with its padding indicator
}

std::size_t protectedResponse(std::size_t content, std::size_t block)
{
    return encryptedObject(content, block) + statusObject + macObject + statusWord;
}

} // namespace

double TimingReport::add(ByteView command, ByteView response, const Work& work)
{
    const Cost cost{1, m_model.commandMs(command.size(), response.size(), work)};
    m_total += cost;
    switch (work.step) {
    case Work::Step::Other:
        break;
    case Work::Step::Select:
        if (work.completes)
            m_done[work.step] = cost;
        break;
    case Work::Step::Read: {
        FileRead& file = m_files[work.file];
        file.taken.resize(std::max(file.taken.size(), work.offset + work.bytes));
        std::fill_n(file.taken.begin() + static_cast<std::ptrdiff_t>(work.offset), work.bytes, true);
        file.cipherBlock = work.cipherBlock;
        break;
    }
    case Work::Step::Access:
    case Work::Step::ChipAuthentication:
    case Work::Step::ActiveAuthentication:
        if (work.begins)
            m_run = {};
        m_run += cost;
        if (work.completes)
            m_done[work.step] = m_run; // a run after this one, on a card that was lifted, takes its place
        break;
    }
    return cost.ms;
}

std::size_t TimingReport::fileBytes() const
{
    std::size_t bytes = 0;
    for (const auto& [id, file] : m_files)
        bytes += static_cast<std::size_t>(std::count(file.taken.begin(), file.taken.end(), true));
    return bytes;
}

std::size_t TimingReport::mostAtOnce(std::size_t cipherBlock) const
{
    const auto most = static_cast<std::size_t>(m_limits.maxRead);
    if (m_limits.extendedLength)
        return most;
    // In 256 bytes there is room for DO 87 with its header of three bytes and indicator, DO 99 and DO 8E.
    const std::size_t room =
        cipherBlock == 0 ? 256 : (256 - 4 - statusObject - macObject) / cipherBlock * cipherBlock - 1;
    return std::min(most, room);
}

TimingReport::Cost TimingReport::one(std::size_t sent, std::size_t received, bool secured) const
{
    Work work;
    work.cipherBytes = secured ? sent + received : 0;
    return {1, m_model.commandMs(sent, received, work)};
}

TimingReport::Cost TimingReport::idealFile(const FileRead& file) const
{
    const std::size_t block = file.cipherBlock;
    const bool secured = block != 0;
    Cost cost;
    // Header, Lc, DO 87 with the identifier, DO 8E, Le; or header, Lc, identifier.
    if (!m_limits.shortFileIds)
        cost += secured ? one(5 + encryptedObject(2, block) + macObject + 1, protectedResponse(0, block), true)
                        : one(7, statusWord, false);
    auto left = static_cast<std::size_t>(std::count(file.taken.begin(), file.taken.end(), true));
    while (left > 0) {
        const std::size_t content = std::min(left, mostAtOnce(block));
        const bool extended = content > 256;
        // Header, Lc, DO 97, DO 8E, Le; or header and Le.
        const std::size_t sent =
            secured ? (extended ? 4 + 3 + 4 + macObject + 2 : 5 + 3 + macObject + 1) : (extended ? 7 : 5);
        cost += one(sent, secured ? protectedResponse(content, block) : content + statusWord, secured);
        left -= content;
    }
    return cost;
}

TimingReport::Cost TimingReport::ideal() const
{
    Cost cost;
    for (const auto& [step, done] : m_done)
        cost += done;
    for (const auto& [id, file] : m_files)
        cost += idealFile(file);
    return cost;
}

std::string TimingReport::text() const
{
    char line[200];
    std::snprintf(
        line, sizeof line,
        "%d commands, %zu bytes of files, %.0f ms on a card of %d kbit/s; an ideal reader: %d commands, %.0f ms",
        commands(), fileBytes(), totalMs(), m_model.kbitPerSecond, idealCommands(), idealMs());
    return line;
}

} // namespace chinhchu::chip
