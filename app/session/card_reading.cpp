#include "app/session/card_reading.h"

#include "app/carrier/clock_offset.h"

#include <openssl/rand.h>

namespace chinhchu::app {

namespace {

Result<Bytes> randomChallenge()
{
    // RND.IFD has 8 bytes (ICAO 9303-11, 6.1).
    Bytes challenge(8);
    if (RAND_bytes(challenge.data(), static_cast<int>(challenge.size())) != 1) {
        return fail(FailureCode::SettingsInvalid, "no random numbers");
    }
    return challenge;
}

/// The carrier's nonce for this session, else one that was fetched beforehand, else none.
std::optional<VerificationSession> nonceFor(const CardReadingRequest& request)
{
    const auto online = request.nonce->wait(request.noncePatience, request.read.stop);
    // Asked after the nonce has come: its own answer may have been the first that the carrier was heard with.
    const QDateTime now = trustedNow(request.carrierTime ? request.carrierTime->now() : std::nullopt);
    if (online && *online && isUsable(**online, now)) {
        return *online;
    }
    if (!request.spareNonces) {
        return std::nullopt;
    }
    // A store that cannot be read leaves the session where it would be without one.
    return request.spareNonces->take(now).value_or(std::nullopt);
}

} // namespace

bool isUsable(const VerificationSession& session, const QDateTime& now)
{
    return !session.nonce.empty() && (!session.expiresAt.isValid() || session.expiresAt > now);
}

Result<std::shared_ptr<nfc::ApduChannel>> awaitCard(const decltype(SessionParts::openCard)& open,
                                                    Enrolment::Kind enrolment, std::chrono::milliseconds patience,
                                                    std::stop_token stop)
{
    Result<std::unique_ptr<nfc::ApduChannel>> card = open(patience, std::move(stop));
    if (!card) {
        return tl::unexpected(card.error());
    }
    const nfc::ChannelInfo& info = (*card)->info();
    if (enrolment == Enrolment::Kind::Production && (info.isVirtual || info.source != "pcsc")) {
        return fail(FailureCode::DemoOnly, "reader " + info.name);
    }
    return std::shared_ptr<nfc::ApduChannel>(std::move(*card));
}

Result<ReadOutcome> readCard(nfc::ApduChannel& card, CardReadingRequest request)
{
    ReadOutcome outcome;
    request.read.challenge = [&](ByteView sod) -> Result<Bytes> {
        outcome.freshness = nonceFor(request);
        if (!outcome.freshness) {
            return randomChallenge();
        }
        return activeAuthenticationChallenge(outcome.freshness->nonce, request.deviceId, request.sessionId, sod);
    };
    // The request is lent to the reader whole; its callback above points into this frame, which outlives the call.
    Result<nfc::ChipIdentity> chip = nfc::readChip(card, request.read);
    if (!chip) {
        return tl::unexpected(chip.error());
    }
    outcome.chip = std::move(*chip);
    return outcome;
}

} // namespace chinhchu::app
