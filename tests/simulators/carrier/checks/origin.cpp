#include "checks/check.h"

namespace chinhchu::sandbox {

/// Who sent it, who signed it and whom it names must be one device, and it must be the binding that the key speaks of.
void checkOrigin(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument& evidence = context.evidence;
    if (context.signerDevice != context.callerDevice || evidence.deviceId != context.signerDevice)
        findings.refuse(QStringLiteral("DEVICE_MISMATCH"));
    // The certificate says the same as the authority that made it: a device of the other kind never comes this far.
    const bool demo = context.carrier.authority->kind() == Authority::Kind::Demo;
    if ((evidence.enrolment == QLatin1String("demo")) != demo)
        findings.refuse(QStringLiteral("ENROLMENT_MISMATCH"));
    if (evidence.ownPoint != (context.point == Authority::Point::CarrierOwn))
        findings.refuse(QStringLiteral("POINT_MISMATCH"));
    if (evidence.bindingId != context.idempotencyKey)
        findings.refuse(QStringLiteral("BINDING_ID_MISMATCH"));
    // Late is normal (villages without network); from the future is not.
    if (evidence.createdAt > context.receivedAt.addSecs(context.carrier.policy.clockToleranceSeconds))
        findings.refuse(QStringLiteral("TIME_IMPLAUSIBLE"));
}

} // namespace chinhchu::sandbox
