#include "tests/simulators/chip/channel/in_process_channel.h"

#include <algorithm>
#include <limits>

namespace chinhchu::chip {

InProcessChannel::InProcessChannel(FaultyCard& card, double timeoutMs)
    : m_card(card)
    , m_timeoutMs(timeoutMs)
{
    m_info.name = "simulated chip in this process";
    m_info.atr = card.card().atr();
    m_info.source = "in-process";
    m_info.isVirtual = true;
    card.reset();
}

Result<Bytes> InProcessChannel::transmit(ByteView commandApdu)
{
    if (m_away)
        return fail(FailureCode::CardRemoved, "the simulated card is away");
    FaultyCard::Outcome outcome = m_card.process(commandApdu);
    switch (outcome.what) {
    case FaultyCard::Outcome::What::Removed:
        m_away = true;
        m_backAtMs = outcome.absentMs > 0 ? m_nowMs + outcome.absentMs : std::numeric_limits<double>::infinity();
        return fail(FailureCode::CardRemoved, "the simulated card was taken away");
    case FaultyCard::Outcome::What::Silence:
        outcome.afterMs = outcome.absentMs > 0 ? outcome.absentMs : std::numeric_limits<double>::infinity();
        m_away = outcome.absentMs > 0;
        m_backAtMs = m_nowMs + outcome.absentMs;
        break;
    case FaultyCard::Outcome::What::Answer:
        break;
    }
    if (const double patience = std::min(m_timeoutMs, m_limitMs); outcome.afterMs > patience) {
        m_nowMs += patience;
        return fail(FailureCode::CardNotAnswering, "no answer from the simulated card");
    }
    m_nowMs += outcome.afterMs;
    if (m_away)
        return fail(FailureCode::CardRemoved, "the simulated card said nothing and left");
    if (outcome.answer.size() < 2) // as PC/SC reports a card that was torn away in the middle of an answer
        return fail(FailureCode::CardRemoved, "an answer of " + std::to_string(outcome.answer.size()) + " bytes");
    return outcome.answer;
}

Result<void> InProcessChannel::reset()
{
    if (m_away)
        return fail(FailureCode::CardRemoved, "the simulated card is away");
    m_card.reset();
    return {};
}

Result<void> InProcessChannel::reconnect(int milliseconds)
{
    if (m_away && m_backAtMs > m_nowMs + milliseconds) {
        m_nowMs += milliseconds;
        return fail(FailureCode::CardRemoved, "the simulated card did not come back");
    }
    if (m_away)
        m_nowMs = std::max(m_nowMs, m_backAtMs);
    m_away = false;
    m_card.reset();
    return {};
}

} // namespace chinhchu::chip
