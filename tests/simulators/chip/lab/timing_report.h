#pragma once

#include "tests/simulators/chip/lab/timing_model.h"

#include <map>
#include <vector>

namespace chinhchu::chip {

/// Adds up what a read cost, and what the same read would have cost an ideal reader.
///
/// The ideal reader is put on the card once, selects the application once, runs the access protocol, Chip and Active
/// Authentication that succeeded once each, and takes every byte that was taken, once: each file in as few commands as
/// the card allows, by its short identifier where the card knows those. It needs no look at a file's length before.
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

    [[nodiscard]] int commands() const { return m_total.commands; }
    [[nodiscard]] double totalMs() const { return m_totalMs + m_total.ms; }
    /// Of different bytes; what was read twice counts once.
    [[nodiscard]] std::size_t fileBytes() const;
    [[nodiscard]] int idealCommands() const { return ideal().commands; }
    [[nodiscard]] double idealMs() const { return m_model.activationMs + ideal().ms; }
    [[nodiscard]] std::string text() const;

private:
    struct Cost
    {
        int commands = 0;
        double ms = 0;
        void operator+=(const Cost& other)
        {
            commands += other.commands;
            ms += other.ms;
        }
    };
    struct FileRead
    {
        std::vector<bool> taken; ///< which bytes
        std::size_t cipherBlock = 0;
    };
    [[nodiscard]] Cost ideal() const;
    [[nodiscard]] Cost idealFile(const FileRead& file) const;
    [[nodiscard]] Cost one(std::size_t sent, std::size_t received, bool secured) const;
    [[nodiscard]] std::size_t mostAtOnce(std::size_t cipherBlock) const;

    TimingModel m_model;
    Profile::Limits m_limits;
    Cost m_total;
    double m_totalMs = 0; ///< outside of commands
    Cost m_run;           ///< the protocol that is under way
    std::map<Work::Step, Cost> m_done;
    std::map<std::uint32_t, FileRead> m_files;
};

} // namespace chinhchu::chip
