#include "app/session/guardian_rules.h"

#include "app/session/age.h"

namespace chinhchu::app {

namespace {

constexpr int MayHaveNumbers = 6;
constexpr int Adult = 18;

} // namespace

Guardianship guardianship(std::optional<int> age, int below)
{
    if (!age || *age >= below) {
        return Guardianship::NotNeeded;
    }
    return *age < MayHaveNumbers ? Guardianship::Instead : Guardianship::Beside;
}

bool mayStandFor(const nfc::IdentityData& child, const nfc::IdentityData& guardian, QDate day)
{
    const std::optional<int> age = ageOn(guardian.birthDate.view(), day);
    return age && *age >= Adult && guardian.number.view() != child.number.view();
}

} // namespace chinhchu::app
