#pragma once

#include "nfc/chip_reader.h"
#include "nfc/reading/chip_opener.h"

namespace chinhchu::nfc {

/// An opened chip that stays open: when the card is lifted or ends the channel, the session waits, opens it again,
/// makes sure that it is the same chip, and goes on where it was.
class ChipSession
{
public:
    ChipSession(ApduChannel& channel, const ReadRequest& request);
    /// Remembers what this card taught.
    ~ChipSession();
    ChipSession(const ChipSession&) = delete;
    ChipSession& operator=(const ChipSession&) = delete;

    Result<void> open();
    /// Reads a file to its end; lifting the card costs time, never bytes.
    Result<FileOutcome> read(const ElementaryFile& file);
    /// Once more where a read ended with a status word, going on at the byte it had reached. If nobody vouches for that
    /// status word, the channel is opened anew before, because the card may have lost it.
    Result<FileOutcome> retry(const ElementaryFile& file, const FileOutcome& failed);
    /// Again from the first byte: the hash was wrong after an interruption.
    Result<FileOutcome> readAgain(const ElementaryFile& file);
    /// One command that may be repeated after an interruption.
    Result<Response> exchange(const Command& command);

    /// Chip Authentication (ICAO 9303-11, 6.2) and the first command through the channel that it opens, which proves
    /// the chip: the read of @p next, the file that is wanted afterwards anyway. CHIP_AUTHENTICATION_FAILED,
    /// CARD_NOT_SUPPORTED: the chip did not prove itself; the session is open all the same. Any other failure ended the
    /// session.
    Result<void> authenticateChip(const SecurityInfos& dg14, const ElementaryFile& next);

    /// From now on a chip that comes back proves by Active Authentication that it is the same. Both files
    /// authenticated.
    void identifyBy(Bytes dg15, Bytes dg14);
    /// From now on it proves it by Chip Authentication Mapping, when PACE opens it again.
    void identifyBy(Bytes mappingKey) { m_mappingKey = std::move(mappingKey); }

    void report(ReadProgress::Phase phase);

    /// The request's random numbers, else the system's.
    [[nodiscard]] const RandomSource& random() const { return m_random; }

    [[nodiscard]] const ChipOpener& access() const { return m_opener; }
    [[nodiscard]] bool wasInterrupted(const ElementaryFile& file) const { return m_files.wasInterrupted(file); }
    [[nodiscard]] bool extendedLength() const { return m_files.sizing().extended() == ReadSizing::Extended::Works; }
    [[nodiscard]] int exchanges() const { return m_link.exchanges(); }
    [[nodiscard]] std::int64_t bytesRead() const { return m_files.bytesRead(); }

private:
    Result<void> recover(const Failure& failure);
    Result<void> waitForCard();
    Result<void> openAgain();
    Result<void> sameChip();
    Result<void> sameChipByProof();
    Result<void> sameChipBySod();
    Result<void> sameChipByMapping() const;
    Result<void> runChipAuthentication(const SecurityInfos& dg14, const ElementaryFile& next);
    Result<void> proveNewChannel(const ElementaryFile& next);
    [[nodiscard]] ExperienceBook* experienceBook() const;
    void fileProgress(const std::string& file, std::size_t have, std::size_t announced);

    const ReadRequest& m_request;
    RandomSource m_random;
    CardLink m_link;
    FileReader m_files;
    ChipOpener m_opener;
    Bytes m_dg15;
    Bytes m_dg14;
    Bytes m_mappingKey;
    Bytes m_sod;
    ReadProgress m_progress;
    std::map<std::string, std::int64_t> m_announced;
    int m_interruptions = 0;
    int m_closedChannels = 0;
};

/// INTERNAL AUTHENTICATE with @p challenge (ICAO 9303-11, 6.1.2). Extended length where an RSA signature needs it.
Command activeAuthenticationCommand(ByteView challenge, ByteView dg15, bool extendedLength);

} // namespace chinhchu::nfc
