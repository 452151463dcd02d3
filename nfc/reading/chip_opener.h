#pragma once

#include "nfc/access/access_key.h"
#include "nfc/access/pace.h"
#include "nfc/access/random_source.h"
#include "nfc/chip_reader.h"
#include "nfc/reading/file_reader.h"

namespace chinhchu::nfc {

/// Opens the chip: EF.CardAccess, PACE, else BAC, and the eMRTD application. Knows what it learned, so that a chip that
/// was lifted opens again without reading or guessing anything twice.
class ChipOpener
{
public:
    ChipOpener(CardLink& link, FileReader& files, AccessKeys keys, AccessPreference preference, RandomSource random);

    /// At most three wrong keys in a row, over the life of this object: then ACCESS_KEY_WRONG, whatever is left.
    /// ACCESS_NOT_POSSIBLE: the protocols that the chip offers need another kind of key. CARD_NOT_SUPPORTED: no eMRTD.
    Result<void> open();

    [[nodiscard]] AccessProtocol protocol() const { return m_protocol; }
    /// Why BAC was used though PACE was wanted.
    [[nodiscard]] const std::string& fallbackReason() const { return m_fallbackReason; }
    /// What the chip says before it is opened; nothing if it does not say or it cannot be understood.
    [[nodiscard]] const std::optional<SecurityInfos>& cardAccess() const { return m_cardAccess; }
    [[nodiscard]] const FileOutcome& cardAccessFile() const { return m_cardAccessFile; }
    /// What PACE with Chip Authentication Mapping left behind.
    [[nodiscard]] const PaceOutcome& paceOutcome() const { return m_paceOutcome; }

private:
    Result<void> readCardAccess();
    Result<void> openAgain();
    Result<void> tryPace();
    Result<void> tryPaceWith(const AccessKey& key);
    Result<void> tryBac();
    Result<void> startOver();
    Result<void> selectApplication();
    void noteFallback(std::string reason);
    [[nodiscard]] const PaceInfo* bestPace() const;
    [[nodiscard]] bool mayStillTry() const;

    CardLink& m_link;
    FileReader& m_files;
    AccessKeys m_keys;
    AccessPreference m_preference;
    RandomSource m_random;

    AccessProtocol m_protocol = AccessProtocol::None;
    std::string m_fallbackReason;
    bool m_cardAccessDone = false;
    std::optional<SecurityInfos> m_cardAccess;
    FileOutcome m_cardAccessFile;
    PaceOutcome m_paceOutcome;
    int m_wrongKeys = 0;
    std::optional<AccessKey> m_rightKey;
};

} // namespace chinhchu::nfc
