#pragma once

#include "app/session/face_desk.h"

namespace chinhchu::app {

/// The carrier's nonce, or nothing when the carrier cannot be reached.
using NonceBox = Awaited<std::optional<VerificationSession>>;

/// What the chip said, and the nonce that its answer is bound to (none: a random challenge).
struct ReadOutcome
{
    nfc::ChipIdentity chip;
    std::optional<VerificationSession> freshness;
};

struct CardReadingRequest
{
    nfc::ReadRequest read;
    std::shared_ptr<NonceBox> nonce;
    std::chrono::milliseconds noncePatience{0};
    std::shared_ptr<const CarrierTimeKeeper> carrierTime; ///< a nonce expires by the carrier's clock, not by this machine's; may be null
    std::shared_ptr<const NonceStore> spareNonces; ///< asked when the carrier gave none; may be null
    QString deviceId;
    QString sessionId;
};

/// Whether a nonce can still be used at @p now.
bool isUsable(const VerificationSession& session, const QDateTime& now);

/// Blocks; belongs on a worker thread. Waits for a card and opens it; DEMO_ONLY for a reader made of software under a
/// real enrolment.
Result<std::shared_ptr<nfc::ApduChannel>> awaitCard(const decltype(SessionParts::openCard)& open,
                                                    Enrolment::Kind enrolment, std::chrono::milliseconds patience,
                                                    std::stop_token stop);

/// Blocks; belongs on a worker thread. Reads the chip with a challenge that is bound to the carrier's nonce.
Result<ReadOutcome> readCard(nfc::ApduChannel& card, CardReadingRequest request);

} // namespace chinhchu::app
