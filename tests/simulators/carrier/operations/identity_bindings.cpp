#include "checks/check.h"
#include "evidence/envelope.h"
#include "http/json_reader.h"
#include "operations/binding_answer.h"
#include "operations/operations.h"
#include "operations/running_keys.h"
#include "store/nonces.h"
#include "store/population.h"

#include <QCryptographicHash>
#include <QDebug>
#include <QRegularExpression>
#include <QThread>

namespace chinhchu::sandbox {

namespace {

/// What verification found out, before anything is stored.
struct Verification
{
    Binding binding;
    std::optional<EvidenceDocument> evidence;
};

/// The header is a quoted string (draft-ietf-httpapi-idempotency-key-header-07, 2.1).
QString idempotencyKey(const Request& request)
{
    static const QRegularExpression quoted(QStringLiteral("^\"([A-Za-z0-9_-]{1,64})\"$"));
    const auto match = quoted.match(QString::fromLatin1(request.header("idempotency-key")));
    if (!match.hasMatch())
        throw ApiError{400, QStringLiteral("IDENTITY_BINDINGS.IDEMPOTENCY_KEY_MISSING"),
                       QStringLiteral("The header Idempotency-Key must hold the binding's id in quotes.")};
    return match.captured(1);
}

void demandSealedBody(const Request& request)
{
    if (request.header("content-type").split(';').first().trimmed().toLower() != "application/cms")
        throw ApiError{415, QStringLiteral("UNSUPPORTED_MEDIA_TYPE"), QStringLiteral("Evidence is application/cms.")};
    if (request.body.isEmpty())
        throw ApiError{400, QStringLiteral("INVALID_ARGUMENT"), QStringLiteral("The body is empty.")};
}

/// Same key, same payload: the same answer as before. Another payload under a known key is a mistake or an attack.
Answer answerAgain(const Binding& known, const Request& request, const QByteArray& hash)
{
    if (known.payloadSha256 != hash || known.deviceId != request.deviceId)
        throw ApiError{422, QStringLiteral("IDENTITY_BINDINGS.KEY_REUSED"),
                       QStringLiteral("This Idempotency-Key belongs to another payload.")};
    return jsonAnswer(202, shown(known));
}

Findings examine(Carrier& carrier, const Request& request, Verification& verification)
{
    Findings findings;
    try {
        const OpenedEnvelope envelope = openEnvelope(request.body, *carrier.authority);
        verification.evidence = readEvidence(envelope.payload);
        const CheckContext context{*verification.evidence,
                                   carrier,
                                   carrier.database->here(),
                                   verification.binding.bindingId,
                                   request.deviceId,
                                   envelope.signer,
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

Verification verify(Carrier& carrier, const Request& request, const QString& key, const QByteArray& hash)
{
    Verification verification;
    Binding& binding = verification.binding;
    binding.bindingId = key;
    binding.deviceId = request.deviceId;
    binding.payloadSha256 = hash;
    binding.receivedAt = QDateTime::currentDateTimeUtc();
    const Findings findings = examine(carrier, request, verification);
    binding.state = findings.state();
    binding.reasons = findings.codes();
    if (verification.evidence) {
        binding.sessionId = verification.evidence->sessionId;
        binding.person = verification.evidence->subject.number;
    }
    return verification;
}

/// A verified binding frees its numbers; one that a person has to decide changes nothing yet.
void applyToNumbers(Connection& connection, const Verification& verification)
{
    if (verification.binding.state != QLatin1String("verified"))
        return;
    Population population(connection);
    for (const EvidenceDocument::Number& number : verification.evidence->numbers) {
        if (number.mine)
            population.markAuthenticated(number.msisdn, verification.evidence->subject.number,
                                         verification.binding.bindingId);
        else
            population.markDisclaimed(number.msisdn, verification.binding.bindingId);
    }
}

/// One transaction: the binding, its nonce and its numbers. False if another request brought the same binding first.
bool store(Connection& connection, Verification& verification, const QByteArray& sealed)
{
    bool mine = false;
    connection.transaction([&] {
        Bindings bindings(connection);
        mine = bindings.insert(verification.binding, sealed);
        if (!mine)
            return;
        const bool refused = verification.binding.state == QLatin1String("refused");
        if (!refused && !verification.evidence->freshness.nonceId.isEmpty() &&
            !Nonces(connection).use(verification.evidence->freshness.nonceId, verification.binding.bindingId))
            bindings.refuse(verification.binding, QStringLiteral("NONCE_ALREADY_USED"));
        applyToNumbers(connection, verification);
    });
    return mine;
}

} // namespace

/// Receives evidence, opens it, repeats every check, keeps it, and answers with the receipt.
Answer submitIdentityBinding(Carrier& carrier, const Request& request)
{
    const QString key = idempotencyKey(request);
    demandSealedBody(request);
    const QByteArray hash = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256);
    Connection& connection = carrier.database->here();

    const RunningKey running(key);
    if (!running.mine())
        throw ApiError{409, QStringLiteral("IDENTITY_BINDINGS.STILL_RUNNING"),
                       QStringLiteral("This binding is being worked on. Ask again.")};
    if (const auto known = Bindings(connection).find(key))
        return answerAgain(*known, request, hash);

    QThread::msleep(static_cast<unsigned long>(carrier.verificationMs));
    Verification verification = verify(carrier, request, key, hash);
    if (!store(connection, verification, request.body)) {
        const auto known = Bindings(connection).find(key);
        if (!known)
            throw StoreError("a binding vanished");
        return answerAgain(*known, request, hash);
    }
    qInfo().noquote() << "  " << verification.binding.receiptNumber() << verification.binding.state
                      << verification.binding.reasons.join(QLatin1Char(' '));
    return jsonAnswer(202, shown(verification.binding));
}

} // namespace chinhchu::sandbox
