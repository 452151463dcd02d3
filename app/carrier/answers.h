#pragma once

#include "app/carrier/carrier_client.h"

#include <QByteArray>

namespace chinhchu::app::answers {

// The bodies of the carrier's answers (resources/carrier-api.yaml). Members that are not known are skipped, so that the
// carrier may add some; a member that is missing or of the wrong type is CARRIER_ANSWER_MALFORMED.

Result<VerificationSession> verificationSession(const QByteArray& json);
/// The carrier's own time in the answer to createVerificationSession; invalid when it is not there.
QDateTime carrierTime(const QByteArray& json);
Result<std::vector<Subscription>> subscriptions(const QByteArray& json);
Result<SignerDecision> signerDecision(const QByteArray& json);
Result<OtpChallenge> otpChallenge(const QByteArray& json);
Result<OtpResult> otpResult(const QByteArray& json);
Result<BindingReceipt> bindingReceipt(const QByteArray& json);
Result<CarrierCounts> carrierCounts(const QByteArray& json);

/// "409 CONFLICT" from an error body, or the status alone.
std::string errorName(int status, const QByteArray& json);

/// Whether an error body is of the API (schema Error): its own status, a code, a message. A gateway's page is not.
bool isApiError(int status, const QByteArray& json);

/// Whether an error body carries a code of one operation, "API_NAME.CODE", and not a general one or none.
bool isOperationsOwn(const QByteArray& json);

} // namespace chinhchu::app::answers
