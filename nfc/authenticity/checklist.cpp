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
    m_steps.push_back({std::move(name), std::move(subject), VerdictStep::Outcome::Failed, std::move(detail)});
}

void Checklist::leniencies(const std::string& name, const std::string& subject, const std::vector<std::string>& all)
{
    for (const auto& leniency : all)
        warning(name, subject, "accepted although: " + leniency);
}

void Checklist::append(const Checklist& other)
{
    m_steps.insert(m_steps.end(), other.m_steps.begin(), other.m_steps.end());
    m_reasons.insert(m_reasons.end(), other.m_reasons.begin(), other.m_reasons.end());
}

} // namespace chinhchu::nfc
