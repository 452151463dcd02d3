#pragma once

#include "nfc/authenticity/authenticity_verdict.h"

namespace chinhchu::nfc {

/// Collects the steps of a verdict; a failed step brings its reason with it.
class Checklist
{
public:
    void passed(std::string name, std::string subject, std::string detail);
    void warning(std::string name, std::string subject, std::string detail);
    void notPerformed(std::string name, std::string subject, std::string detail);
    /// The code's exit status says whether the whole verdict fails (5) or the issuer stays unconfirmed (6).
    void failed(FailureCode code, std::string name, std::string subject, std::string detail);
    /// One warning for each.
    void leniencies(const std::string& name, const std::string& subject, const std::vector<std::string>& all);

    void append(const Checklist& other);

    /// Takes the reasons with this code away; their steps become warnings that end with @p why. How many there were.
    int tolerate(FailureCode code, const std::string& why);

    [[nodiscard]] const std::vector<VerdictStep>& steps() const { return m_steps; }
    [[nodiscard]] const std::vector<VerdictReason>& reasons() const { return m_reasons; }

private:
    std::vector<VerdictStep> m_steps;
    std::vector<VerdictReason> m_reasons;
    std::vector<std::size_t> m_stepOfReason;
};

} // namespace chinhchu::nfc
