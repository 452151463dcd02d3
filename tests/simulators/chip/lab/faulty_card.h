#pragma once

#include "tests/simulators/chip/lab/fault_plan.h"
#include "tests/simulators/chip/lab/timing_report.h"

#include <optional>

namespace chinhchu::chip {

/// A card on a shaky table: executes commands, and the faults that the plan has for them. Knows no clock: it says how
/// long something takes, and who drives it waits, or lets a virtual clock run.
class FaultyCard
{
public:
    FaultyCard(Card& card, FaultPlan plan)
        : m_card(card)
        , m_plan(std::move(plan))
    {
    }

    struct Outcome
    {
        enum class What
        {
            Answer,
            Silence,
            Removed
        } what = What::Answer;
        Bytes answer;
        double afterMs = 0;  ///< until the answer comes
        double absentMs = 0; ///< Removed: how long the card is away; Silence: how long it says nothing. 0: for ever
    };
    Outcome process(ByteView command);

    /// Charges every command by this model from now on.
    void measure(const TimingModel& model) { m_timing.emplace(model, m_card.image().profile.limits); }
    [[nodiscard]] TimingReport* timing() { return m_timing ? &*m_timing : nullptr; }
    [[nodiscard]] FaultPlan& plan() { return m_plan; }
    [[nodiscard]] Card& card() { return m_card; }
    void reset();

private:
    void apply(const Fault& fault, Outcome& outcome) const;

    Card& m_card;
    FaultPlan m_plan;
    std::optional<TimingReport> m_timing;
    Bytes m_previous;
};

} // namespace chinhchu::chip
