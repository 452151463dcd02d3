#include "verification/binding_verification.h"

#include "checks/check.h"
#include "evidence/envelope.h"
#include "http/json_reader.h"
#include "store/frames.h"
#include "store/nonces.h"
#include "store/population.h"
#include "store/signature_requests.h"

#include <QDebug>
#include <QThread>

namespace chinhchu::sandbox {

namespace {

Findings examine(Carrier& carrier, const QByteArray& sealed, Verification& verification)
{
    Findings findings;
    try {
        const OpenedEnvelope envelope = openEnvelope(sealed, *carrier.authority);
        verification.evidence = readEvidence(envelope.payload);
        const CheckContext context{*verification.evidence,
                                   carrier,
                                   carrier.database->here(),
                                   verification.binding.bindingId,
                                   verification.binding.deviceId,
                                   envelope.signer,
                                   envelope.point,
                                   verification.binding.receivedAt,
                                   SecurityObject::parse(verification.evidence->chip.sod)};
        runChecks(context, findings);
    } catch (const EnvelopeError& error) {
        qInfo().noquote() << "  " << error.code << error.detail;
        findings.refuse(error.code);
    } catch (const JsonError& error) {
        qInfo().noquote() << "   EVIDENCE_MALFORMED" << error.message;
        findings.refuse(QStringLiteral("EVIDENCE_MALFORMED"));
    }
    return findings;
}

/// Each person's chip answered to a nonce of its own. False if one was used before, also by the other person.
bool useNonces(Connection& connection, const EvidenceDocument& evidence, const QString& bindingId)
{
    Nonces nonces(connection);
    const auto use = [&](const PersonInEvidence& person) {
        const QString& id = person.freshness.nonceId;
        return id.isEmpty() || nonces.use(id, bindingId);
    };
    return use(evidence) && (!evidence.guardian || use(*evidence.guardian));
}

/// So that the same pictures are noticed when they come again.
void keepFrames(Connection& connection, const Verification& verification)
{
    Frames frames(connection);
    const auto keep = [&](const PersonInEvidence& person) {
        for (const QByteArray& frame : person.face.frames)
            frames.add(frame, verification.binding.bindingId);
    };
    keep(*verification.evidence);
    if (verification.evidence->guardian)
        keep(*verification.evidence->guardian);
}

/// A verified binding frees its numbers.
void applyToNumbers(Connection& connection, const Verification& verification)
{
    Population population(connection);
    for (const EvidenceDocument::Number& number : verification.evidence->numbers) {
        if (number.mine)
            population.markAuthenticated(number.msisdn, verification.evidence->subject.number,
                                         verification.binding.bindingId);
        else
            population.markDisclaimed(number.msisdn, verification.binding.bindingId);
    }
}

} // namespace

Verification verifyBinding(Carrier& carrier, const Binding& binding, const QByteArray& sealed)
{
    QThread::msleep(static_cast<unsigned long>(carrier.verificationMs));
    Verification verification{binding, {}, carrier.authority->kind() == Authority::Kind::Production};
    const Findings findings = examine(carrier, sealed, verification);
    verification.binding.state = findings.state();
    verification.binding.reasons = findings.codes();
    if (verification.evidence) {
        verification.binding.faceCompared = findings.faceCompared();
        verification.binding.sessionId = verification.evidence->sessionId;
        verification.binding.person = verification.evidence->subject.number;
    }
    return verification;
}

void applyDecision(Connection& connection, Verification& verification)
{
    Binding& binding = verification.binding;
    const bool refused = binding.state == QLatin1String("refused");
    if (!refused && !useNonces(connection, *verification.evidence, binding.bindingId)) {
        binding.state = QStringLiteral("refused");
        binding.reasons.append(QStringLiteral("NONCE_ALREADY_USED"));
    }
    if (verification.realWork && binding.state != QLatin1String("refused"))
        keepFrames(connection, verification);
    // One that a person has to decide changes nothing yet.
    if (binding.state != QLatin1String("verified"))
        return;
    applyToNumbers(connection, verification);
    if (verification.evidence->signatureWantedAt.isValid())
        SignatureRequests(connection).add(binding.bindingId, binding.person, verification.evidence->signatureWantedAt);
}

} // namespace chinhchu::sandbox
