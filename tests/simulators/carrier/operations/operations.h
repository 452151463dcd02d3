#pragma once

#include "carrier.h"
#include "http/router.h"

namespace chinhchu::sandbox {

/// Every operation of resources/carrier-api.yaml.
void addOperations(Router& router, const std::shared_ptr<Carrier>& carrier);

// One file each. They may throw ApiError, JsonError and StoreError: the router answers for them.
Answer createVerificationSession(Carrier& carrier, const Request& request);
Answer retrieveSubscriptions(Carrier& carrier, const Request& request);
Answer submitIdentityBinding(Carrier& carrier, const Request& request);
Answer retrieveBindingStatus(Carrier& carrier, const Request& request);
Answer disclaimNumber(Carrier& carrier, const Request& request);
Answer createOtpChallenge(Carrier& carrier, const Request& request);
Answer verifyOtp(Carrier& carrier, const Request& request);
Answer requestSignature(Carrier& carrier, const Request& request);
Answer verifyDocumentSigner(Carrier& carrier, const Request& request);
Answer createNonceBatch(Carrier& carrier, const Request& request);
Answer enrolDevice(Carrier& carrier, const Request& request);
Answer retrieveCounts(Carrier& carrier, const Request& request);
Answer getTrustList(Carrier& carrier, const Request& request);
Answer getPolicy(Carrier& carrier, const Request& request);
Answer reportHealth(Carrier& carrier, const Request& request);

} // namespace chinhchu::sandbox
