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

    [[nodiscard]] const std::vector<VerdictStep>& steps() const { return m_steps; }
    [[nodiscard]] const std::vector<VerdictReason>& reasons() const { return m_reasons; }

private:
    std::vector<VerdictStep> m_steps;
    std::vector<VerdictReason> m_reasons;
};

} // namespace chinhchu::nfc
