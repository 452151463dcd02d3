#pragma once

#include "nfc/access/access_key.h"
#include "nfc/access/pace.h"
#include "nfc/access/random_source.h"
#include "nfc/chip_reader.h"
#include "nfc/reading/file_reader.h"

#include <map>

namespace chinhchu::nfc {

/// How a chip is to be opened.
struct OpeningWish
{
    AccessKeys keys;
    AccessPreference access = AccessPreference::Auto;
    /// Ask the card for its limits first (EF.ATR/INFO): one command that saves several on a card of an unknown kind.
    bool askForLimits = true;
    /// Read EF.DIR too, which a session does not need.
    bool readDirectory = false;
};

/// Opens the chip: EF.CardAccess, PACE, else BAC, and the eMRTD application. Knows what it learned, so that a chip that
/// was lifted opens again without reading or guessing anything twice.
class ChipOpener
{
public:
    ChipOpener(CardLink& link, FileReader& files, OpeningWish wish, RandomSource random);

    /// At most three wrong keys in a row, over the life of this object: then ACCESS_KEY_WRONG, whatever is left.
    /// ACCESS_NOT_POSSIBLE: the protocols that the chip offers need another kind of key. CARD_NOT_SUPPORTED: no eMRTD.
    Result<void> open();

    /// The card need not be asked for them.
    void limitsAreKnown() { m_wish.askForLimits = false; }

    [[nodiscard]] AccessProtocol protocol() const { return m_protocol; }
    /// Why BAC was used though PACE was wanted.
    [[nodiscard]] const std::string& fallbackReason() const { return m_fallbackReason; }
    /// What the chip says before it is opened; nothing if it does not say or it cannot be understood.
    [[nodiscard]] const std::optional<SecurityInfos>& cardAccess() const { return m_cardAccess; }
    /// The files of the master file that were asked for, by name: EF.CardAccess, EF.ATR, EF.DIR, EF.CardSecurity.
    [[nodiscard]] const std::map<std::string, FileOutcome>& masterFiles() const { return m_masterFiles; }
    /// True if PACE ran with Chip Authentication Mapping and the chip sent its proof.
    [[nodiscard]] bool mapped() const { return !m_paceOutcome.chipAuthenticationData.empty(); }
    /// True if that proof was made with the private key to @p chipPublicKey.
    [[nodiscard]] bool mappedWith(ByteView chipPublicKey) const;

private:
    Result<void> readCardAccess();
    Result<void> understandCardAccess(const FileOutcome& file);
    Result<void> readCardLimits();
    Result<void> readDirectoryFile();
    Result<void> readCardSecurity();
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
    OpeningWish m_wish;
    RandomSource m_random;

    AccessProtocol m_protocol = AccessProtocol::None;
    std::string m_fallbackReason;
    bool m_cardAccessDone = false;
    std::optional<SecurityInfos> m_cardAccess;
    std::map<std::string, FileOutcome> m_masterFiles;
    PaceOutcome m_paceOutcome;
    int m_wrongKeys = 0;
    std::optional<AccessKey> m_rightKey;
};

} // namespace chinhchu::nfc
