#pragma once

#include "nfc/chip_reader.h"

#include <QByteArray>

#include <algorithm>

namespace chinhchu::test {

/// What a read came to, for the message of a failing test.
inline QByteArray describe(const Result<nfc::ChipIdentity>& identity)
{
    if (!identity)
        return QByteArray::fromStdString(std::string(codeName(identity.error().code)) + ": " + identity.error().detail);
    std::string text = "access " + std::string(toString(identity->access)) + ' ' + identity->fallbackReason +
                       " passive " + std::string(toString(identity->authenticity.passive)) + " active " +
                       std::string(toString(identity->authenticity.active)) + " chip " +
                       std::string(toString(identity->authenticity.chip)) + " apdus " +
                       std::to_string(identity->timing.apdus);
    for (const auto& reason : identity->authenticity.reasons)
        text += "\n  reason " + std::string(codeName(reason.code)) + ' ' + reason.subject;
    for (const auto& step : identity->authenticity.steps) {
        if (step.outcome != nfc::VerdictStep::Outcome::Passed)
            text += "\n  step " + step.name + ' ' + step.subject + ' ' + step.detail;
    }
    for (const auto& [name, problem] : identity->missing)
        text += "\n  missing " + name + ' ' + problem;
    return QByteArray::fromStdString(text);
}

inline bool hasReason(const nfc::ChipIdentity& identity, FailureCode code, std::string_view subject = {})
{
    return std::ranges::any_of(identity.authenticity.reasons, [&](const nfc::VerdictReason& reason) {
        return reason.code == code && (subject.empty() || reason.subject == subject);
    });
}

/// The step of the checklist with that name and subject, or null.
inline const nfc::VerdictStep* stepOf(const nfc::ChipIdentity& identity, std::string_view name,
                                      std::string_view subject)
{
    const auto& steps = identity.authenticity.steps;
    const auto found = std::ranges::find_if(
        steps, [&](const nfc::VerdictStep& step) { return step.name == name && step.subject == subject; });
    return found == steps.end() ? nullptr : &*found;
}

} // namespace chinhchu::test

/// The read ended with an identity.
#define VERIFY_READ(identity) QVERIFY2((identity).has_value(), chinhchu::test::describe(identity).constData())
/// The verdict on it is: verified, nothing missing.
#define VERIFY_VERIFIED(identity)                                                                                      \
    VERIFY_READ(identity);                                                                                             \
    QVERIFY2(exitStatus((identity)->authenticity) == 0, chinhchu::test::describe(identity).constData())
