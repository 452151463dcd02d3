#include "http/json_reader.h"
#include "operations/operations.h"
#include "store/bindings.h"
#include "store/population.h"

#include <QDate>
#include <QUuid>

namespace chinhchu::sandbox {

/// A request for a public digital signature: from 14 years, with a consent of its own, once for each binding.
Answer requestSignature(Carrier& carrier, const Request& request)
{
    constexpr int minimumAge = 14;
    JsonReader body = JsonReader::parse(request.body);
    const QString bindingId = body.text("bindingId");
    const QString consent = toText(body.time("consentGivenAt"));
    body.finish();

    Connection& connection = carrier.database->here();
    const auto binding = Bindings(connection).find(bindingId);
    if (!binding || binding->deviceId != request.deviceId || binding->state != QLatin1String("verified"))
        throw ApiError{404, QStringLiteral("NOT_FOUND"), QStringLiteral("There is no such verified binding.")};
    const auto person = Population(connection).person(binding->person);
    const QDate birth = person ? QDate::fromString(person->birthDate, Qt::ISODate) : QDate();
    if (!birth.isValid() || birth.addYears(minimumAge) > QDate::currentDate())
        return jsonAnswer(200, {{"bindingId", bindingId}, {"state", "not-eligible"}});

    connection.change(
        QStringLiteral("INSERT INTO signature_requests (binding_id, request_id, consent_at) VALUES (?, ?, ?) "
                       "ON CONFLICT (binding_id) DO NOTHING"),
        {bindingId, QUuid::createUuid().toString(QUuid::WithoutBraces), consent});
    const Rows rows =
        connection.run(QStringLiteral("SELECT request_id FROM signature_requests WHERE binding_id = ?"), {bindingId});
    return jsonAnswer(
        200, {{"bindingId", bindingId}, {"state", "requested"}, {"requestId", rows.first().first().toString()}});
}

} // namespace chinhchu::sandbox
