#include "nfc/authenticity/checklist.h"

namespace chinhchu::nfc {

void Checklist::passed(std::string name, std::string subject, std::string detail)
{
    m_steps.push_back({std::move(name), std::move(subject), VerdictStep::Outcome::Passed, std::move(detail)});
}

void Checklist::warning(std::string name, std::string subject, std::string detail)
{
    m_steps.push_back({std::move(name), std::move(subject), VerdictStep::Outcome::Warning, std::move(detail)});
}

void Checklist::notPerformed(std::string name, std::string subject, std::string detail)
{
    m_steps.push_back({std::move(name), std::move(subject), VerdictStep::Outcome::NotPerformed, std::move(detail)});
}

void Checklist::failed(FailureCode code, std::string name, std::string subject, std::string detail)
{
    m_reasons.push_back({code, subject});
    m_stepOfReason.push_back(m_steps.size());
    m_steps.push_back({std::move(name), std::move(subject), VerdictStep::Outcome::Failed, std::move(detail)});
}

void Checklist::leniencies(const std::string& name, const std::string& subject, const std::vector<std::string>& all)
{
    for (const auto& leniency : all)
        warning(name, subject, "accepted although: " + leniency);
}

void Checklist::append(const Checklist& other)
{
    for (std::size_t step : other.m_stepOfReason)
        m_stepOfReason.push_back(m_steps.size() + step);
    m_steps.insert(m_steps.end(), other.m_steps.begin(), other.m_steps.end());
    m_reasons.insert(m_reasons.end(), other.m_reasons.begin(), other.m_reasons.end());
}

int Checklist::tolerate(FailureCode code, const std::string& why)
{
    int found = 0;
    for (std::size_t i = m_reasons.size(); i-- > 0;) {
        if (m_reasons[i].code != code)
            continue;
        VerdictStep& step = m_steps[m_stepOfReason[i]];
        step.outcome = VerdictStep::Outcome::Warning;
        step.detail = "accepted although: " + step.detail + "; " + why;
        m_reasons.erase(m_reasons.begin() + static_cast<std::ptrdiff_t>(i));
        m_stepOfReason.erase(m_stepOfReason.begin() + static_cast<std::ptrdiff_t>(i));
        ++found;
    }
    return found;
}

} // namespace chinhchu::nfc
