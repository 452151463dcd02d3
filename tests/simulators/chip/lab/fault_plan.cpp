#include "tests/simulators/chip/lab/fault_plan.h"

#include "tests/simulators/chip/wire/bytes.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace chinhchu::chip {

namespace {

int numberIn(std::string_view text, int base, const std::string& whole)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0)
        throw LabError("fault '" + whole + "': '" + std::string(text) + "' is no number");
    return value;
}

Fault parseFault(const std::string& text, int count)
{
    const std::size_t at = text.find('@');
    const std::size_t colon = text.find(':');
    const std::string name = text.substr(0, at);
    const auto& kinds = faultKinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& known) { return known.first == name; });
    if (kind == kinds.end() || at == std::string::npos) {
        std::string all;
        for (const auto& known : kinds)
            all += " " + known.first;
        throw LabError("fault '" + text + "' is not KIND@INDEX[:VALUE]; kinds:" + all);
    }
    Fault fault;
    fault.kind = kind->second;
    std::string index = text.substr(at + 1, colon == std::string::npos ? colon : colon - at - 1);
    const bool relative = index.starts_with('+');
    fault.at = numberIn(std::string_view(index).substr(relative ? 1 : 0), 10, text) + (relative ? count : 0);
    if (colon != std::string::npos)
        fault.value =
            numberIn(std::string_view(text).substr(colon + 1), fault.kind == Fault::Kind::Status ? 16 : 10, text);
    else if (fault.kind == Fault::Kind::Status)
        fault.value = 0x6F00;
    return fault;
}

} // namespace

const std::vector<std::pair<std::string, Fault::Kind>>& faultKinds()
{
    static const std::vector<std::pair<std::string, Fault::Kind>> kinds = {
        {"remove", Fault::Kind::Remove},   {"reset", Fault::Kind::Reset},        {"delay", Fault::Kind::Delay},
        {"silence", Fault::Kind::Silence}, {"empty", Fault::Kind::Empty},        {"status", Fault::Kind::Status},
        {"garbage", Fault::Kind::Garbage}, {"wrong-mac", Fault::Kind::WrongMac}, {"duplicate", Fault::Kind::Duplicate},
    };
    return kinds;
}

void FaultPlan::add(const std::string& specification)
{
    std::istringstream parts(specification);
    for (std::string part; std::getline(parts, part, ',');)
        m_faults.push_back(parseFault(part, m_count));
}

std::vector<Fault> FaultPlan::next()
{
    ++m_count;
    std::vector<Fault> due;
    const auto belongs = [this](const Fault& fault) { return fault.at == m_count; };
    std::copy_if(m_faults.begin(), m_faults.end(), std::back_inserter(due), belongs);
    std::erase_if(m_faults, belongs);
    return due;
}

} // namespace chinhchu::chip
