#include "checks/check.h"

namespace chinhchu::sandbox {

/// A distance means something only for the way in which it was measured, so each way has a bound of its own. A kiosk
/// that chose its threshold would choose who matches.
void checkThreshold(const CheckContext& context, Findings& findings)
{
    const QMap<QString, double>& recipes = context.carrier.policy.recipes;
    const PersonInEvidence::Face& face = context.evidence.face;
    if (recipes.isEmpty())
        return;
    constexpr double rounding = 1e-9;
    if (!recipes.contains(face.recipe))
        findings.refuse(QStringLiteral("MODEL_NOT_ALLOWED"));
    else if (face.threshold > recipes.value(face.recipe) + rounding)
        findings.refuse(QStringLiteral("THRESHOLD_TOO_LOOSE"));
}

} // namespace chinhchu::sandbox
