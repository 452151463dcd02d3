#include "http/json_reader.h"
#include "operations/operations.h"
#include "store/nonces.h"

namespace chinhchu::sandbox {

/// A nonce for one session of one device.
Answer createVerificationSession(Carrier& carrier, const Request& request)
{
    constexpr int longestId = 64;
    JsonReader body = JsonReader::parse(request.body);
    const QString sessionId = body.text("sessionId");
    if (sessionId.isEmpty() || sessionId.size() > longestId)
        body.refuse("sessionId", "is empty or too long");
    body.finish();

    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Nonce nonce =
        Nonces(carrier.database->here()).issue(request.deviceId, sessionId, now, carrier.policy.nonceValidSeconds);
    return jsonAnswer(201, {{"nonceId", nonce.id},
                            {"nonce", QString::fromLatin1(nonce.nonce.toBase64())},
                            {"expiresAt", toText(nonce.expiresAt)},
                            {"carrierTime", toText(now)}});
}

} // namespace chinhchu::sandbox
