#include "operations/operations.h"

namespace chinhchu::sandbox {

void addOperations(Router& router, const std::shared_ptr<Carrier>& carrier)
{
    using Operation = Answer (*)(Carrier&, const Request&);
    const auto bound = [carrier](Operation operation) {
        return [carrier, operation](const Request& request) { return operation(*carrier, request); };
    };
    const auto add = [&](const char* method, const char* path, Operation operation,
                         Router::Caller caller = Router::Caller::EnrolledDevice) {
        router.add(QString::fromLatin1(method), QStringLiteral("/chinhchu/v1/") + QString::fromLatin1(path),
                   bound(operation), caller);
    };
    add("POST", "verification-sessions", createVerificationSession);
    add("POST", "retrieve-subscriptions", retrieveSubscriptions);
    add("POST", "identity-bindings", submitIdentityBinding);
    add("POST", "retrieve-binding-status", retrieveBindingStatus);
    add("POST", "number-disclaimers", disclaimNumber);
    add("POST", "otp-challenges", createOtpChallenge);
    add("POST", "otp-verifications", verifyOtp);
    add("POST", "signature-requests", requestSignature);
    add("POST", "verify-document-signer", verifyDocumentSigner);
    add("POST", "nonce-batches", createNonceBatch);
    add("POST", "device-enrolments", enrolDevice, Router::Caller::Anybody);
    add("POST", "retrieve-counts", retrieveCounts);
    add("GET", "trust-list", getTrustList);
    add("GET", "policy", getPolicy);
    add("GET", "health", reportHealth, Router::Caller::Anybody);
    router.add("GET", QStringLiteral("/health"), bound(reportHealth), Router::Caller::Anybody);
}

Answer reportHealth(Carrier& carrier, const Request&)
{
    carrier.database->here().run(QStringLiteral("SELECT 1"));
    return jsonAnswer(200, {{"state", "up"}});
}

} // namespace chinhchu::sandbox
