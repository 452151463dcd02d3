#include "http/json_reader.h"
#include "operations/operations.h"
#include "store/population.h"

#include <QRegularExpression>

namespace chinhchu::sandbox {

namespace {

QJsonObject shown(const HeldNumber& number, const QString& registeredUnder)
{
    QJsonObject object{{"msisdn", number.msisdn},
                       {"voiceSmsOut", number.voiceOut},
                       {"voiceSmsIn", number.voiceIn},
                       {"registeredUnder", registeredUnder}};
    if (!number.lockDeadline.isEmpty())
        object.insert("lockDeadline", number.lockDeadline);
    if (!number.deviceChangedAt.isEmpty())
        object.insert("deviceChangedAt", number.deviceChangedAt);
    if (number.postpaid)
        object.insert("payment", "postpaid");
    if (number.organisation)
        object.insert("holder", "organisation");
    return object;
}

} // namespace

/// The numbers held under an identity, and under the 9-digit number the same person had before.
Answer retrieveSubscriptions(Carrier& carrier, const Request& request)
{
    static const QRegularExpression twelveDigits(QStringLiteral("^\\d{12}$"));
    static const QRegularExpression oldDigits(QStringLiteral("^(\\d{9}|\\d{12})$"));
    JsonReader body = JsonReader::parse(request.body);
    const QString personalId = body.text("personalId");
    if (!twelveDigits.match(personalId).hasMatch())
        body.refuse("personalId", "is not 12 digits");
    const QString oldNumber = body.optionalText("oldDocumentNumber");
    if (body.has("oldDocumentNumber") && !oldDigits.match(oldNumber).hasMatch())
        body.refuse("oldDocumentNumber", "is not 9 or 12 digits");
    body.finish();

    Population population(carrier.database->here());
    QJsonArray subscriptions;
    for (const HeldNumber& number : population.numbersUnder(personalId))
        subscriptions.append(shown(number, "personalId"));
    if (!oldNumber.isEmpty() && oldNumber != personalId) {
        for (const HeldNumber& number : population.numbersUnder(oldNumber))
            subscriptions.append(shown(number, "oldDocumentNumber"));
    }
    return jsonAnswer(200, {{"subscriptions", subscriptions}});
}

} // namespace chinhchu::sandbox
