#include "checks/check.h"
#include "store/audit_heads.h"

namespace chinhchu::sandbox {

/// A device whose trail became shorter, or another of the same size, hides something: no refusal of the citizen, but a
/// person looks at it.
void checkAuditTrail(const CheckContext& context, Findings& findings)
{
    if (AuditHeads(context.connection).complainedOf(context.idempotencyKey))
        findings.doubt(QStringLiteral("AUDIT_TRAIL_CONTRADICTED"));
}

} // namespace chinhchu::sandbox
