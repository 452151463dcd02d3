#include "app/session/mode_rules.h"

#include <algorithm>

namespace chinhchu::app {

namespace {

constexpr ModeRules table[] = {
    // name           who stands beside the citizen       staff   parent  idles
    {"self-service", nfc::ServiceMode::SelfService, false, false, true},
    {"assisted", nfc::ServiceMode::Assisted, true, true, false},
    {"mobile", nfc::ServiceMode::Mobile, true, true, true},
};

const ModeRules* find(const QString& mode)
{
    const auto* const found = std::ranges::find_if(table, [&](const ModeRules& each) {
        return mode == QLatin1String(each.name.data(), static_cast<qsizetype>(each.name.size()));
    });
    return found == std::end(table) ? nullptr : found;
}

} // namespace

const ModeRules& modeRules(const QString& mode)
{
    const ModeRules* const found = find(mode);
    return found != nullptr ? *found : table[0];
}

bool isMode(const QString& mode)
{
    return find(mode) != nullptr;
}

Result<void> mayServe(const SessionParts& parts)
{
    const bool demonstration = parts.enrolment.kind == Enrolment::Kind::Demo;
    if (demonstration || !modeRules(parts.mode).staffServes ||
        (parts.staff && parts.staff->may(StaffRight::ServeSession))) {
        return {};
    }
    return fail(FailureCode::StaffNotAllowed, parts.mode.toStdString());
}

biometrics::ChallengeStyle challengeFor(const SessionParts& parts)
{
    const bool watched = parts.staff && parts.staff->may(StaffRight::WatchChallenge);
    return watched ? parts.policy.challenge : biometrics::ChallengeStyle::Full;
}

} // namespace chinhchu::app
