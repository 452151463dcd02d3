#pragma once

#include "nfc/authenticity/passive_authentication.h"
#include "nfc/lds/ef_com.h"
#include "nfc/reading/chip_session.h"
#include "nfc/reading/identity_assembly.h"

#include <set>

namespace chinhchu::nfc {

/// One read from the first command to the verdict, step by step in the order that the session needs. Holds to two
/// rules: nothing is parsed before its hash in a rightly signed EF.SOD is right, and EF.SOD decides what the chip must
/// have.
class ReadPlan
{
public:
    ReadPlan(ApduChannel& channel, const ReadRequest& request);

    Result<ChipIdentity> run();

private:
    Result<void> readDirectory();
    Result<void> readSecurityObject();
    Result<void> readChipKeys();
    Result<void> proveChip();
    Result<void> performActiveAuthentication();
    Result<void> repeatActiveAuthentication();
    Result<void> askChallenge();
    Result<void> performChipAuthentication();
    Result<void> readPerson();
    Result<void> readPhoto();
    Result<void> readDetails();
    Result<void> readEverythingElse();
    Result<bool> proveByMapping();
    void judgeAccess();
    void judgeIdentity();
    ChipIdentity conclude();

    /// The file if the chip has it; recorded in `files` or `missing`.
    Result<FileOutcome> take(const ElementaryFile& file);
    /// Once more, if a data group that EF.SOD lists could not be read, or is wrong after the card was lifted.
    Result<FileOutcome> takeOnceMore(int dataGroup, FileOutcome first);
    /// True if the data group was read and its hash is right; then it may be parsed.
    Result<bool> takeAuthenticated(int dataGroup);
    [[nodiscard]] bool isExpected(int dataGroup) const;
    [[nodiscard]] const Bytes& raw(int dataGroup) const;
    void record(const std::string& file, const FileOutcome& outcome);
    [[nodiscard]] std::optional<std::chrono::year_month_day> issueDate() const;
    void addReason(FailureCode code, std::string subject);
    void addStep(std::string name, std::string subject, VerdictStep::Outcome outcome, std::string detail);
    template <class Parsed>
    std::optional<Parsed> accept(Result<Parsed> parsed, int dataGroup);

    const ReadRequest& m_request;
    ApduChannel& m_channel;
    ChipSession m_session;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();

    ChipIdentity m_identity;
    std::optional<PassiveAuthentication> m_passive;
    std::set<int> m_announced; ///< by EF.COM
    std::set<int> m_authenticated;
    Bytes m_challenge;
    bool m_activeRefused = false; ///< Active Authentication ended with a status word instead of an answer
    std::optional<SecurityInfos> m_dg14;
    IdentitySources m_person;
};

} // namespace chinhchu::nfc
