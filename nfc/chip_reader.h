#pragma once

#include "nfc/access/access_key.h"
#include "nfc/apdu/time_limits.h"
#include "nfc/authenticity/active_authentication.h"
#include "nfc/authenticity/authenticity_verdict.h"
#include "nfc/authenticity/trust_store.h"
#include "nfc/cccd/cross_check.h"
#include "nfc/lds/data_groups.h"
#include "nfc/pcsc/apdu_channel.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace chinhchu::nfc {

enum class AccessProtocol
{
    None,
    Bac,
    Pace
};
constexpr std::string_view toString(AccessProtocol protocol)
{
    constexpr std::string_view names[] = {"none", "BAC", "PACE"};
    return names[static_cast<int>(protocol)];
}

/// Who the card belongs to, in the terms of the command line's JSON. Dates are ISO 8601; empty where the card is
/// silent.
struct IdentityData
{
    SecretText number;         ///< 12 digits
    SecretText documentNumber; ///< 9 digits, as in the MRZ
    SecretText fullName;       ///< with diacritics, from DG13 (Unicode NFC)
    SecretText fullNameLatin;  ///< from the MRZ
    SecretText birthDate;
    SecretText sex; ///< "male", "female", "unspecified"
    SecretText nationality;
    SecretText issueDate;
    SecretText expiryDate; ///< empty for a card without expiry
    SecretText origin;
    SecretText residence;
    SecretText oldNumber;
};

/// One file of the chip as it was read, with its tag.
struct ChipFile
{
    Bytes raw;
    std::string sha256; ///< hexadecimal, lower case
};

struct ReadTiming
{
    std::int64_t totalMs = 0;
    int apdus = 0;
    std::int64_t bytes = 0; ///< file bytes taken from the card
};

/// Everything a read gives. A chip that failed a check is still a ChipIdentity: the verdict says so, and only data
/// groups whose hash was right have been parsed.
struct ChipIdentity
{
    AccessProtocol access = AccessProtocol::None;
    /// Why BAC was used though PACE was asked first; empty otherwise.
    std::string fallbackReason;
    std::string source; ///< "pcsc", "in-process", "replay"
    std::string reader;
    bool virtualReader = false;
    /// "EF.COM", "EF.SOD", "DG1", ...
    std::map<std::string, ChipFile> files;
    /// Files that the chip refused or does not have, with the status word.
    std::map<std::string, std::string> missing;
    IdentityData identity;
    /// Fields in which two sources say different things: never their content.
    std::vector<cccd::Disagreement> disagreements;
    /// The first face in DG2, the one that is printed on the document.
    std::optional<ChipPhoto> photo;
    /// Further faces in DG2.
    std::vector<ChipPhoto> morePhotos;
    AuthenticityVerdict authenticity;
    Bytes documentSigner; ///< the certificate whose key signed EF.SOD, DER; empty if EF.SOD holds none
    std::optional<ActiveAuthenticationTranscript> activeAuthentication;
    ReadTiming timing;
};

/// How far a read is. `bytesTotal` grows while lengths become known and is 0 before the first.
struct ReadProgress
{
    enum class Phase
    {
        Connecting,
        OpeningChannel,
        ReadingFiles,
        Authenticating,
        WaitingForCard,
        Done
    } phase = Phase::Connecting;
    std::string file;
    std::int64_t bytesRead = 0;
    std::int64_t bytesTotal = 0;
};

enum class AccessPreference
{
    Auto,
    PaceOnly,
    BacOnly
};

/// Which files are read. Session: what a session needs. Everything: every file that EF.SOD lists, and EF.DIR; what the
/// chip refuses (fingerprints in DG3) is recorded in `missing`.
enum class ReadContent
{
    Session,
    Everything
};

class ExperienceBook;

struct ReadRequest
{
    AccessKeys keys;
    AccessPreference access = AccessPreference::Auto;
    ReadContent content = ReadContent::Session;
    TrustStore trust;
    /// What the QR code on the card says, to be held against the chip.
    std::optional<cccd::QrCode> printed;
    /// The Active Authentication challenge (8 bytes), asked for once EF.SOD is known so that it can be bound to it.
    /// Empty function: a random challenge.
    std::function<Result<Bytes>(ByteView sod)> challenge;
    /// Called from the reading thread.
    std::function<void(const ReadProgress&)> progress;
    /// Called from the reading thread as soon as the photograph is authenticated, so that its embedding can be made
    /// early.
    std::function<void(const ChipPhoto&)> photoReady;
    /// Cancels between two commands; a command that is under way is waited for, at most limits.oneCommand.
    std::stop_token stop;
    TimeLimits limits;
    /// The clock of the limits; empty: std::chrono::steady_clock.
    MonotonicClock clock;
    /// The moment at which certificates and the card itself must be valid.
    std::chrono::system_clock::time_point at = std::chrono::system_clock::now();
    /// Where lengths that work are remembered for the next card of this kind; must live longer than the read. Null: the
    /// memory of this process for real readers, none for others.
    ExperienceBook* experience = nullptr;
    /// Where the exchange is written, personal data masked; empty: nowhere.
    std::string traceFile;
    /// Writes everything into the trace, so that it can be replayed. Whoever has such a file can read the chip's files:
    /// for test cards, and only on request.
    bool traceEverything = false;
    /// Where random numbers come from; empty: the operating system. A replay needs those of the recorded read
    /// (ReplayChannel::random()), and no `challenge`.
    std::function<Result<Bytes>(std::size_t count)> random;
};

/// The one way in. Opens the chip, reads in the order the session needs (EF.COM, EF.SOD, DG14, DG15, DG1, DG13, DG2),
/// authenticates before it parses, proves that the chip is no copy, and gives back what it found.
///
/// Blocks until done; run it on a thread of its own, which then owns @p channel. When the card is lifted the read waits
/// for it (limits.cardAway), opens it again, makes sure that it is the same chip and goes on at the byte it had
/// reached.
///
/// Errors, each with its own code: CARD_REMOVED (not back in time), CARD_NOT_ANSWERING, CARD_TOO_SLOW
/// (limits.wholeRead), CARD_ANSWER_MALFORMED, CARD_REFUSED, CARD_NOT_SUPPORTED, SECURE_MESSAGING_BROKEN,
/// SECURE_CHANNEL_CLOSED, DIFFERENT_CARD, CARD_IN_USE, READER_*, CANCELLED; ACCESS_KEY_INVALID, ACCESS_KEY_WRONG (after
/// at most three keys), ACCESS_NOT_POSSIBLE; STORAGE_FAILED for the trace. A problem of authenticity is no error here
/// but a verdict.
Result<ChipIdentity> readChip(ApduChannel& channel, const ReadRequest& request);

} // namespace chinhchu::nfc
