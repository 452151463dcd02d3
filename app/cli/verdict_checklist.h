#pragma once

#include "nfc/authenticity/authenticity_verdict.h"

#include <QString>

namespace chinhchu::app::cli {

/// The steps of a verdict as a list that a person can read, one line each: what came of it, what was checked, on what,
/// and how. Signs and words both, because a sign alone is lost on a screen reader.
QString checklistText(const std::vector<nfc::VerdictStep>& steps);

} // namespace chinhchu::app::cli
