#include "checks/check.h"

namespace chinhchu::sandbox {

/// The citizen's own signature: there where it is asked for, and a picture where it was drawn. Whose hand it was nobody
/// can see here.
void checkSignature(const CheckContext& context, Findings& findings)
{
    const auto& signature = context.evidence.signature;
    if (!signature) {
        if (context.carrier.policy.citizenSignature)
            findings.doubt(QStringLiteral("SIGNATURE_MISSING"));
        return;
    }
    if (signature->drawn && (signature->points == 0 || !signature->picture.startsWith("\x89PNG\r\n\x1a\n")))
        findings.refuse(QStringLiteral("SIGNATURE_UNREADABLE"));
}

} // namespace chinhchu::sandbox
