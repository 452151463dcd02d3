#include "http/json_reader.h"
#include "operations/operations.h"
#include "pki/signed_document.h"
#include "store/nonces.h"

#include <QJsonDocument>

namespace chinhchu::sandbox {

/// Nonces for work without network: signed, so that nobody between carrier and device can plant known ones.
Answer createNonceBatch(Carrier& carrier, const Request& request)
{
    constexpr int most = 200;
    JsonReader body = JsonReader::parse(request.body);
    const double count = body.number("count");
    if (count < 1 || count > most || count != int(count))
        body.refuse("count", QStringLiteral("is not a whole number from 1 to %1").arg(most));
    body.finish();

    const QDateTime now = QDateTime::currentDateTimeUtc();
    QJsonArray nonces;
    QDateTime expires;
    Connection& connection = carrier.database->here();
    connection.transaction([&] {
        for (int i = 0; i < int(count); ++i) {
            const Nonce nonce = Nonces(connection).issue(request.deviceId, {}, now, carrier.policy.batchValidSeconds);
            expires = nonce.expiresAt;
            nonces.append(QJsonObject{{"nonceId", nonce.id}, {"nonce", QString::fromLatin1(nonce.nonce.toBase64())}});
        }
    });
    const QJsonObject document{{"format", "chinhchu-nonces"},  {"version", 1},
                               {"deviceId", request.deviceId}, {"issuedAt", toText(now)},
                               {"expiresAt", toText(expires)}, {"nonces", nonces}};
    Answer answer;
    answer.status = 201;
    answer.contentType = "application/cms";
    answer.body = signDocument(*carrier.authority, QJsonDocument(document).toJson(QJsonDocument::Compact));
    return answer;
}

} // namespace chinhchu::sandbox
