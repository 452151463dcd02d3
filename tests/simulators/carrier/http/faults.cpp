#include "http/faults.h"

namespace chinhchu::sandbox {

Faults::Faults(Faults&& other) noexcept
    : m_rules(std::move(other.m_rules))
    , m_expiredCertificate(other.m_expiredCertificate)
    , m_verificationMs(other.m_verificationMs)
    , m_random(other.m_random)
{
}

std::optional<Faults> Faults::parse(const QString& specification)
{
    Faults faults;
    for (const QString& part : specification.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString text = part.trimmed();
        if (text == QLatin1String("expired-certificate")) {
            faults.m_expiredCertificate = true;
        } else if (text.startsWith(QLatin1String("verification="))) {
            faults.m_verificationMs = text.mid(13).toInt();
        } else if (text.startsWith(QLatin1String("seed="))) {
            faults.m_random.seed(text.mid(5).toUInt());
        } else if (const auto rule = parseRule(text)) {
            faults.m_rules.push_back(*rule);
        } else {
            return {};
        }
    }
    return faults;
}

std::optional<Faults::Rule> Faults::parseRule(const QString& text)
{
    Rule rule;
    rule.path = text.section(QLatin1Char('@'), 1);
    const QString head = text.section(QLatin1Char('@'), 0, 0);
    rule.name = head.section(QLatin1Char('='), 0, 0);
    QString value = head.section(QLatin1Char('='), 1);
    bool fine = true;
    if (rule.name == QLatin1String("latency")) {
        rule.fromMs = value.section(QLatin1Char('-'), 0, 0).toInt(&fine);
        rule.toMs = value.contains(QLatin1Char('-')) ? value.section(QLatin1Char('-'), 1).toInt() : rule.fromMs;
        return fine && rule.fromMs >= 0 && rule.toMs >= rule.fromMs ? std::optional(rule) : std::nullopt;
    }
    static const QStringList names{"error", "timeout-after-commit", "hang-up", "wrong-answer"};
    if (!names.contains(rule.name))
        return {};
    if (value.contains(QLatin1Char(':'))) {
        rule.status = value.section(QLatin1Char(':'), 0, 0).toInt();
        value = value.section(QLatin1Char(':'), 1);
    }
    rule.chance = value.toDouble(&fine);
    const bool sensible = fine && rule.chance >= 0 && rule.chance <= 1 && rule.status >= 400 && rule.status <= 599;
    return sensible ? std::optional(rule) : std::nullopt;
}

bool Faults::strikes(const Rule& rule, const Request& request)
{
    if (!request.path.endsWith(rule.path))
        return false;
    const std::lock_guard lock(m_mutex);
    return std::uniform_real_distribution<double>(0, 1)(m_random) < rule.chance;
}

int Faults::between(int from, int to)
{
    const std::lock_guard lock(m_mutex);
    return std::uniform_int_distribution<int>(from, to)(m_random);
}

std::optional<Answer> Faults::before(const Request& request)
{
    for (const Rule& rule : m_rules) {
        if (rule.name == QLatin1String("error") && strikes(rule, request)) {
            Answer answer =
                errorAnswer(rule.status, QStringLiteral("UNAVAILABLE"), QStringLiteral("A fault on demand."));
            after(request, answer);
            return answer;
        }
        if (rule.name == QLatin1String("hang-up") && strikes(rule, request)) {
            Answer answer;
            answer.hangUp = true;
            return answer;
        }
    }
    return {};
}

void Faults::after(const Request& request, Answer& answer)
{
    for (const Rule& rule : m_rules) {
        if (rule.name == QLatin1String("latency") && strikes(rule, request))
            answer.delayMs += between(rule.fromMs, rule.toMs);
        else if (rule.name == QLatin1String("timeout-after-commit") && strikes(rule, request))
            answer.hangUp = true;
        else if (rule.name == QLatin1String("wrong-answer") && strikes(rule, request))
            answer.body = "{\"bindingId\":17,\"state\":\"perhaps\"";
    }
}

} // namespace chinhchu::sandbox
