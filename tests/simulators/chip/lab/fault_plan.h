#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace chinhchu::chip {

/// One thing that goes wrong at one command. Commands are counted from 1, over resets and removals.
struct Fault
{
    enum class Kind
    {
        Remove,   ///< the card is gone before it answers, for `value` ms (0: for good)
        Reset,    ///< the card loses power for a moment: it has forgotten everything
        Delay,    ///< the answer comes `value` ms later
        Silence,  ///< no answer, for `value` ms, then the card leaves the field for a moment (0: for ever)
        Empty,    ///< an answer of 0 bytes; behind pcscd the card is also out of the field for a moment
        Status,   ///< the status word `value` instead of an answer; the command is not executed
        Garbage,  ///< random bytes instead of the answer
        WrongMac, ///< the answer with one bit changed near its end
        Duplicate ///< the answer to the command before, once more
    } kind = Kind::Remove;
    int at = 1;
    int value = 0;
};

/// Faults in the order in which they will happen, written like "remove@12:300,status@20:6f00,garbage@31".
class FaultPlan
{
public:
    /// Throws LabError. A "+" before the index counts from the command that comes next: "remove@+1:300".
    void add(const std::string& specification);
    void add(const Fault& fault) { m_faults.push_back(fault); }
    void clear() { m_faults.clear(); }

    /// The number of the next command; takes and returns the faults that belong to it.
    std::vector<Fault> next();
    /// How many commands there were.
    [[nodiscard]] int count() const { return m_count; }

private:
    std::vector<Fault> m_faults;
    int m_count = 0;
};

/// Every kind, by the name that a specification uses.
const std::vector<std::pair<std::string, Fault::Kind>>& faultKinds();

} // namespace chinhchu::chip
