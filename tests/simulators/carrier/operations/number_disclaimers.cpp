#include "http/json_reader.h"
#include "operations/operations.h"
#include "store/bindings.h"
#include "store/population.h"

namespace chinhchu::sandbox {

/// "Not mine", said after the session: the binding proves who says it.
Answer disclaimNumber(Carrier& carrier, const Request& request)
{
    JsonReader body = JsonReader::parse(request.body);
    const QString bindingId = body.text("bindingId");
    const QString msisdn = body.text("msisdn");
    body.finish();

    Connection& connection = carrier.database->here();
    const auto binding = Bindings(connection).find(bindingId);
    if (!binding || binding->deviceId != request.deviceId || binding->state != QLatin1String("verified"))
        throw ApiError{404, QStringLiteral("NOT_FOUND"), QStringLiteral("There is no such verified binding.")};

    Population population(connection);
    const auto held = population.number(msisdn);
    const auto person = population.person(binding->person);
    const bool theirs = held && person && (held->document == person->number || held->document == person->oldNumber);
    if (!theirs)
        throw ApiError{422, QStringLiteral("NUMBER_DISCLAIMERS.NOT_HELD"),
                       QStringLiteral("The number is not registered under this person.")};
    population.markDisclaimed(msisdn, bindingId);
    return jsonAnswer(
        201, {{"msisdn", msisdn}, {"state", "received"}, {"receivedAt", toText(QDateTime::currentDateTimeUtc())}});
}

} // namespace chinhchu::sandbox
