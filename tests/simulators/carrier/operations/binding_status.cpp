#include "http/json_reader.h"
#include "operations/binding_answer.h"
#include "operations/operations.h"

namespace chinhchu::sandbox {

QJsonObject shown(const Binding& binding)
{
    QJsonObject object{{"bindingId", binding.bindingId},
                       {"state", binding.state},
                       {"receiptNumber", binding.receiptNumber()},
                       {"receivedAt", toText(binding.receivedAt)},
                       {"reasons", QJsonArray::fromStringList(binding.reasons)}};
    if (!binding.faceCompared.isEmpty())
        object.insert("faceCompared", binding.faceCompared);
    return object;
}

/// What became of a binding; a device sees its own only.
Answer retrieveBindingStatus(Carrier& carrier, const Request& request)
{
    JsonReader body = JsonReader::parse(request.body);
    const QString bindingId = body.text("bindingId");
    body.finish();
    const auto binding = Bindings(carrier.database->here()).find(bindingId);
    if (!binding || binding->deviceId != request.deviceId)
        throw ApiError{404, QStringLiteral("NOT_FOUND"), QStringLiteral("There is no such binding.")};
    return jsonAnswer(200, shown(*binding));
}

} // namespace chinhchu::sandbox
