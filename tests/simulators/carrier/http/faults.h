#pragma once

#include "http/message.h"

#include <QStringList>

#include <mutex>
#include <optional>
#include <random>

namespace chinhchu::sandbox {

/// Failures on demand, so that kiosks learn to live with them.
///
/// A specification is a list of rules with ';' between them: `NAME[=VALUE][@PATH]`. The part after @ limits a rule to
/// paths that end with it. Rules:
///   latency=MS or latency=FROM-TO   answer later
///   error=CHANCE or error=STATUS:CHANCE   answer 5xx (503 if not named) without doing anything
///   timeout-after-commit=CHANCE   do the work, then hang up without an answer
///   hang-up=CHANCE   hang up without doing anything
///   wrong-answer=CHANCE   do the work, answer something that is not what the API promises
///   verification=MS   every binding takes this long to verify
///   expired-certificate   the server's certificate is out of date
///   seed=NUMBER   same chances in every run
/// CHANCE is 0 to 1.
class Faults
{
public:
    /// Nothing if the specification cannot be understood.
    static std::optional<Faults> parse(const QString& specification);

    Faults(Faults&& other) noexcept;

    [[nodiscard]] bool expiredCertificate() const { return m_expiredCertificate; }

    [[nodiscard]] int verificationMs() const { return m_verificationMs; }

    /// An answer instead of the work, or nothing.
    std::optional<Answer> before(const Request& request);
    /// What becomes of the answer after the work.
    void after(const Request& request, Answer& answer);

private:
    struct Rule
    {
        QString name;
        QString path;
        double chance = 1;
        int status = 503;
        int fromMs = 0, toMs = 0;
    };

    Faults() = default;
    static std::optional<Rule> parseRule(const QString& text);
    bool strikes(const Rule& rule, const Request& request);
    int between(int from, int to);

    std::vector<Rule> m_rules;
    bool m_expiredCertificate = false;
    int m_verificationMs = 0;
    std::mutex m_mutex;
    std::mt19937 m_random{std::random_device{}()};
};

} // namespace chinhchu::sandbox
