#include "operations/binding_answer.h"
#include "operations/operations.h"
#include "operations/running_keys.h"
#include "store/audit_heads.h"
#include "store/pending_bindings.h"
#include "verification/binding_verification.h"
#include "verification/citizen_message.h"

#include <QDebug>
#include <QRegularExpression>

#include <openssl/sha.h>

#include <cstdio>

namespace chinhchu::sandbox {

namespace {

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

/// By OpenSSL: Qt's own takes ten times as long for the same bytes.
QByteArray sha256(const QByteArray& data)
{
    QByteArray hash(SHA256_DIGEST_LENGTH, '\0');
    SHA256(reinterpret_cast<const unsigned char*>(data.constData()), std::size_t(data.size()),
           reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

/// Same key, same payload: the same answer as before. Another payload under a known key is a mistake or an attack.
Answer answerAgain(const Binding& known, const Request& request, const QByteArray& hash)
{
    if (known.payloadSha256 != hash || known.deviceId != request.deviceId)
        throw ApiError{422, QStringLiteral("IDENTITY_BINDINGS.KEY_REUSED"),
                       QStringLiteral("This Idempotency-Key belongs to another payload.")};
    return jsonAnswer(202, shown(known));
}

/// One transaction: the binding and what it does, or the binding and the note that its checks are to be made. False if
/// another request brought the same binding first.
bool store(Connection& connection, Verification& verification, const QByteArray& sealed, bool later)
{
    bool mine = false;
    connection.transaction([&] {
        Bindings bindings(connection);
        mine = bindings.insert(verification.binding, sealed);
        if (!mine)
            return;
        if (later) {
            PendingBindings(connection).add(verification.binding.bindingId);
            return;
        }
        const QString found = verification.binding.state;
        applyDecision(connection, verification);
        if (verification.binding.state != found)
            bindings.decide(verification.binding);
    });
    return mine;
}

/// The head of the device's audit trail. A mistake in it must not cost a binding; one that contradicts an earlier head
/// is looked at by a person.
void noteAuditHead(Carrier& carrier, const Request& request, const QString& bindingId)
{
    static const QRegularExpression head(QStringLiteral("^[0-9]{1,18}:[0-9a-f]{64}$"));
    const QByteArray given = request.header("x-audit-head");
    if (!head.match(QString::fromLatin1(given)).hasMatch())
        return;
    AuditHeads heads(carrier.database->here());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const AuditHeads::Finding found = heads.report(request.deviceId, given, now);
    if (found == AuditHeads::Finding::Continues)
        return;
    heads.complain(bindingId, request.deviceId, now);
    const bool shorter = found == AuditHeads::Finding::Shorter;
    std::printf("audit trail of %s: %s\n", qPrintable(request.deviceId),
                shorter ? "shorter than it was" : "two of one size");
    std::fflush(stdout);
}

} // namespace

/// Receives evidence, opens it, repeats every check, keeps it, and answers with the receipt; or keeps it at once and
/// leaves the checks to the verifier (--verify later): before the answer are then the device's certificate, the key,
/// the size and that the bytes are safe on disk; everything else after it, with the state received until then.
Answer submitIdentityBinding(Carrier& carrier, const Request& request)
{
    const QString key = idempotencyKey(request);
    demandSealedBody(request);
    const QByteArray hash = sha256(request.body);
    Connection& connection = carrier.database->here();

    const RunningKey running(key);
    if (!running.mine())
        throw ApiError{409, QStringLiteral("IDENTITY_BINDINGS.STILL_RUNNING"),
                       QStringLiteral("This binding is being worked on. Ask again.")};
    if (const auto known = Bindings(connection).find(key))
        return answerAgain(*known, request, hash);

    noteAuditHead(carrier, request, key);
    const Binding binding{
        0, key, request.deviceId, {}, {}, hash, QStringLiteral("received"), {}, QDateTime::currentDateTimeUtc()};
    Verification verification =
        carrier.verifyLater ? Verification{binding, {}, false} : verifyBinding(carrier, binding, request.body);
    if (!store(connection, verification, request.body, bool(carrier.verifyLater))) {
        const auto known = Bindings(connection).find(key);
        if (!known)
            throw StoreError("a binding vanished");
        return answerAgain(*known, request, hash);
    }
    if (carrier.verifyLater)
        carrier.verifyLater();
    else
        tellCitizen(connection, verification);
    qInfo().noquote() << "  " << verification.binding.receiptNumber() << verification.binding.state
                      << verification.binding.reasons.join(QLatin1Char(' '));
    return jsonAnswer(202, shown(verification.binding));
}

} // namespace chinhchu::sandbox
