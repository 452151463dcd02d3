#include "store/signature_requests.h"

#include "http/json_reader.h"
#include "operations/operations.h"
#include "store/bindings.h"

namespace chinhchu::sandbox {

/// A request for a public digital signature, made after the session with a consent of its own.
Answer requestSignature(Carrier& carrier, const Request& request)
{
    JsonReader body = JsonReader::parse(request.body);
    const QString bindingId = body.text("bindingId");
    const QDateTime consent = body.time("consentGivenAt");
    body.finish();

    Connection& connection = carrier.database->here();
    const auto binding = Bindings(connection).find(bindingId);
    if (!binding || binding->deviceId != request.deviceId || binding->state != QLatin1String("verified"))
        throw ApiError{404, QStringLiteral("NOT_FOUND"), QStringLiteral("There is no such verified binding.")};
    const QString requestId = SignatureRequests(connection).add(bindingId, binding->person, consent);
    if (requestId.isEmpty())
        return jsonAnswer(200, {{"bindingId", bindingId}, {"state", "not-eligible"}});
    return jsonAnswer(200, {{"bindingId", bindingId}, {"state", "requested"}, {"requestId", requestId}});
}

} // namespace chinhchu::sandbox
