#include "app/evidence/evidence_checks.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace chinhchu::app {

namespace {

/// How far two readings of one device's clock may lie apart in the wrong order: it can be put right during a session.
constexpr int ClockTolerance = 15 * 60;

bool isWithin(const QDateTime& time, const QDateTime& from, const QDateTime& until)
{
    return time >= from.addSecs(-ClockTolerance) && time <= until.addSecs(ClockTolerance);
}

void checkTimes(EvidenceReport& report, const EvidenceRules& rules)
{
    const OpenedEvidence& opened = report.opened;
    const Evidence& claims = opened.claims;
    record(report, "time", "createdAt", opened.createdAt <= rules.at.addSecs(ClockTolerance),
           FailureCode::EvidenceDisagrees, "not in the future");
    const auto duringSession = [&](const PersonProof& person) {
        return std::ranges::all_of(person.frames, [&](const PersonProof::Frame& frame) {
            return isWithin(frame.capturedAt, claims.consent.givenAt, opened.createdAt);
        });
    };
    record(report, "time", "frames", duringSession(claims) && (!claims.guardian || duringSession(*claims.guardian)),
           FailureCode::EvidenceDisagrees, "between consent and sealing");
}

/// Law 91/2025: without consent there is no right to any of it. A wish for a signature has a consent of its own.
void checkConsents(EvidenceReport& report)
{
    const Evidence& claims = report.opened.claims;
    const QDateTime& sealed = report.opened.createdAt;
    const auto given = [&](const Evidence::Consent& consent) {
        return !consent.text.trimmed().isEmpty() && consent.givenAt <= sealed;
    };
    record(report, "consent", "subject", given(claims.consent), FailureCode::EvidenceDisagrees);
    if (const auto& wish = claims.signatureWish; wish && wish->wanted)
        record(report, "consent", "signatureRequest",
               given(wish->consent) && isWithin(wish->consent.givenAt, claims.consent.givenAt, sealed),
               FailureCode::EvidenceDisagrees);
}

void checkNumbers(EvidenceReport& report)
{
    static const QRegularExpression e164(QStringLiteral(R"(\A\+[1-9]\d{6,14}\z)"));
    QSet<QString> seen;
    bool right = true;
    for (const Evidence::Number& number : report.opened.claims.numbers) {
        right = right && e164.match(number.msisdn).hasMatch() && !seen.contains(number.msisdn);
        seen.insert(number.msisdn);
    }
    record(report, "numbers", "msisdn", right && !seen.isEmpty(), FailureCode::EvidenceMalformed,
           "some, E.164, each once");
}

void checkSignature(EvidenceReport& report)
{
    const auto& signature = report.opened.claims.signature;
    if (!signature || !signature->isDrawn())
        return;
    constexpr std::uint8_t png[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}; // ISO/IEC 15948, 5.2
    const Bytes& picture = signature->picture;
    record(report, "signature", "picture",
           picture.size() > std::size(png) && std::equal(std::begin(png), std::end(png), picture.begin()) &&
               picture.size() <= Evidence::Signature::LargestPicture,
           FailureCode::EvidenceMalformed, "PNG");
}

/// Not decoded here, and by nobody before the photograph is authentic.
void checkFrames(EvidenceReport& report, const PersonProof& person, const std::string& who)
{
    record(report, "frames", who + "enclosed", !person.frames.empty(), FailureCode::FaceNotFound);
    constexpr std::uint8_t jpeg[] = {0xFF, 0xD8, 0xFF}; // SOI and the first byte of the next marker (ITU-T T.81, B.1)
    const bool all = std::ranges::all_of(person.frames, [&](const PersonProof::Frame& frame) {
        return frame.jpeg.size() > std::size(jpeg) && std::equal(std::begin(jpeg), std::end(jpeg), frame.jpeg.begin());
    });
    record(report, "frames", who + "JPEG", all, FailureCode::EvidenceMalformed);
}

} // namespace

void checkSession(EvidenceReport& report, const EvidenceRules& rules)
{
    const Evidence& claims = report.opened.claims;
    checkTimes(report, rules);
    checkConsents(report);
    checkNumbers(report);
    checkSignature(report);
    checkFrames(report, claims, "");
    if (claims.guardian)
        checkFrames(report, *claims.guardian, "guardian ");
}

} // namespace chinhchu::app
