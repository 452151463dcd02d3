#include "nfc/reading/read_sizing.h"

#include <algorithm>
#include <iterator>

namespace chinhchu::nfc {

namespace {

/// What a card is asked for when nothing is known, and the steps down for those that choke.
constexpr std::size_t extendedAnswers[] = {4096, 2048, 1024};
constexpr std::size_t shortAnswers[] = {256, 192, 128, 64};
constexpr std::size_t largestAnswer = 16384; ///< more gains little, and costs more when the card is lifted

template <std::size_t N>
bool nextSmaller(const std::size_t (&sizes)[N], std::size_t& current)
{
    const auto* smaller = std::ranges::find_if(sizes, [&](std::size_t size) { return size < current; });
    if (smaller == std::end(sizes))
        return false;
    current = *smaller;
    return true;
}

} // namespace

ReadSizing::ReadSizing(ChannelInfo::ExtendedLength readerSays, std::size_t readerTakes)
    : m_readerTakes(readerTakes != 0 ? readerTakes : largestAnswer)
    , m_extendedAnswer(extendedAnswers[0])
    , m_shortAnswer(shortAnswers[0])
{
    using Says = ChannelInfo::ExtendedLength;
    if (readerSays != Says::Unknown)
        m_extended = readerSays == Says::Supported ? Extended::Works : Extended::Fails;
    limit(m_extendedAnswer);
}

std::size_t ReadSizing::answerBytes(bool isProtected) const
{
    const bool asksMuch = m_extended == Extended::Works || (m_extended == Extended::Unknown && isProtected);
    return asksMuch ? m_extendedAnswer : m_shortAnswer;
}

void ReadSizing::limit(std::size_t answerBytes)
{
    answerBytes = std::min(answerBytes, m_readerTakes);
    if (answerBytes <= shortAnswers[0]) {
        m_extended = Extended::Fails;
        m_shortAnswer = std::max(answerBytes, *std::rbegin(shortAnswers));
        return;
    }
    m_extendedAnswer = std::min(answerBytes, largestAnswer);
}

void ReadSizing::extendedFails()
{
    m_extended = Extended::Fails;
    m_worked = 0;
}

bool ReadSizing::stepDown()
{
    if (m_extended == Extended::Fails)
        return nextSmaller(shortAnswers, m_shortAnswer);
    if (!nextSmaller(extendedAnswers, m_extendedAnswer))
        extendedFails();
    return true;
}

std::size_t ReadSizing::learnedAnswer() const
{
    if (m_worked == 0)
        return 0;
    return m_extended == Extended::Works ? m_extendedAnswer : m_shortAnswer;
}

} // namespace chinhchu::nfc
