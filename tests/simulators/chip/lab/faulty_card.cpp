#include "tests/simulators/chip/lab/faulty_card.h"

#include <algorithm>
#include <utility>

namespace chinhchu::chip {

namespace {

using Kind = Fault::Kind;

bool preventsExecution(const Fault& fault)
{
    return fault.kind == Kind::Remove || fault.kind == Kind::Status || fault.kind == Kind::Silence;
}

} // namespace

void FaultyCard::reset()
{
    m_card.reset();
    if (m_timing)
        m_timing->activation();
}

void FaultyCard::apply(const Fault& fault, Outcome& outcome) const
{
    switch (fault.kind) {
    case Kind::Remove:
        outcome.what = Outcome::What::Removed;
        outcome.absentMs = fault.value;
        break;
    case Kind::Silence:
        outcome.what = Outcome::What::Silence;
        outcome.absentMs = fault.value;
        break;
    case Kind::Delay:
        outcome.afterMs += fault.value;
        break;
    case Kind::Empty:
        outcome.answer.clear();
        break;
    case Kind::Status:
        outcome.answer = bigEndian(static_cast<std::uint64_t>(fault.value), 2);
        break;
    case Kind::Garbage:
        outcome.answer = systemRandom(std::max<std::size_t>(2, outcome.answer.size()));
        break;
    case Kind::WrongMac:
        if (outcome.answer.size() > 2) // the last byte of DO 8E stands before the status word
            outcome.answer[outcome.answer.size() - 3] ^= 1;
        break;
    case Kind::Duplicate:
        outcome.answer = m_previous;
        break;
    case Kind::Reset:
        break;
    }
}

FaultyCard::Outcome FaultyCard::process(ByteView command)
{
    const std::vector<Fault> faults = m_plan.next();
    const auto any = [&](auto condition) { return std::any_of(faults.begin(), faults.end(), condition); };
    Outcome outcome;
    if (any([](const Fault& fault) { return fault.kind == Kind::Reset; }))
        reset();
    if (!any(preventsExecution)) {
        outcome.answer = m_card.process(command);
        if (m_timing)
            outcome.afterMs = m_timing->add(command, outcome.answer, m_card.work());
    }
    const Bytes honest = outcome.answer;
    for (const Fault& fault : faults)
        apply(fault, outcome);
    if (outcome.what == Outcome::What::Removed)
        m_card.reset();
    m_previous = honest.empty() ? outcome.answer : honest;
    return outcome;
}

} // namespace chinhchu::chip
