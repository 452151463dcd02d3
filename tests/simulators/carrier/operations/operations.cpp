#include "operations/operations.h"

namespace chinhchu::sandbox {

void addOperations(Router& router, const std::shared_ptr<Carrier>& carrier)
{
    using Operation = Answer (*)(Carrier&, const Request&);
    const auto bound = [carrier](Operation operation) {
        return [carrier, operation](const Request& request) { return operation(*carrier, request); };
    };
    const auto post = [&](const char* path, Operation operation) {
        router.add("POST", QStringLiteral("/chinhchu/v1") + QString::fromLatin1(path), bound(operation));
    };
    post("/verification-sessions", createVerificationSession);
    post("/retrieve-subscriptions", retrieveSubscriptions);
    post("/identity-bindings", submitIdentityBinding);
    post("/retrieve-binding-status", retrieveBindingStatus);
    router.add("GET", QStringLiteral("/chinhchu/v1/health"), bound(reportHealth), Router::Caller::Anybody);
    router.add("GET", QStringLiteral("/health"), bound(reportHealth), Router::Caller::Anybody);
}

Answer reportHealth(Carrier& carrier, const Request&)
{
    carrier.database->here().run(QStringLiteral("SELECT 1"));
    return jsonAnswer(200, {{"state", "up"}});
}

} // namespace chinhchu::sandbox
