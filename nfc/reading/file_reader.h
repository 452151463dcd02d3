#pragma once

#include "nfc/apdu/card_link.h"
#include "nfc/reading/card_experience.h"
#include "nfc/reading/elementary_file.h"
#include "nfc/reading/read_sizing.h"

#include <functional>
#include <map>

namespace chinhchu::nfc {

/// A file as far as the chip gave it.
struct FileOutcome
{
    Bytes raw;           ///< empty if there is a problem
    std::string problem; ///< "6A82", "6982", "announces 300000 bytes"; empty if the file is complete
    /// The problem is a status word that nobody protected, though a secure channel is open: the card may have lost it.
    bool unproven = false;

    [[nodiscard]] bool readable() const { return problem.empty(); }
};

/// Where files are selected (ICAO 9303-10, 3.11).
enum class Directory
{
    MasterFile,
    Application
};

/// Reads transparent files with as few and as large commands as card and reader allow, and remembers how far it came: a
/// read that was interrupted goes on at the byte it had reached.
///
/// Transport errors are failures; a file that the chip refuses or lacks is an outcome. SECURE_CHANNEL_CLOSED: the card
/// ended the channel, which must be opened again; the next attempt asks for less if the size was why.
class FileReader
{
public:
    using Progress = std::function<void(const std::string& file, std::size_t have, std::size_t announced)>;

    FileReader(CardLink& link, Progress progress);

    /// Reads on, or from the start.
    Result<FileOutcome> read(const ElementaryFile& file);

    /// One command for a file that is no single data object (EF.ATR/INFO, EF.DIR): what it gives at once.
    Result<FileOutcome> readAtOnce(const ElementaryFile& file);

    /// Another directory was entered, or the card was powered (the master file): no file is selected any more.
    void directoryChanged(Directory directory);

    /// Drops what was read of @p file.
    void forget(const ElementaryFile& file) { m_partial.erase(file.name); }

    /// True if part of @p file was read before the directory changed the last time.
    [[nodiscard]] bool wasInterrupted(const ElementaryFile& file) const;

    [[nodiscard]] ReadSizing& sizing() { return m_sizing; }
    [[nodiscard]] const ReadSizing& sizing() const { return m_sizing; }

    /// What an earlier read of this kind of card found out, and what this one did.
    void use(const CardExperience& experience);
    [[nodiscard]] CardExperience learned() const;

    [[nodiscard]] std::int64_t bytesRead() const { return m_bytesRead; }

private:
    struct Partial
    {
        Bytes content;
        std::size_t announced = 0; ///< 0: header not seen yet
        bool interrupted = false;
    };
    enum class ShortIds
    {
        Unknown,
        Work,
        Fail
    };

    Result<FileOutcome> readOn(const ElementaryFile& file, Partial& partial);
    Result<Response> readChunk(const ElementaryFile& file, const Partial& partial, std::size_t wanted);
    Result<Response> readFirst(const ElementaryFile& file, std::size_t wanted);
    Result<Response> readSelected(std::size_t offset, std::size_t wanted);
    Result<Response> readFar(std::size_t offset, std::size_t wanted);
    Result<Response> select(const ElementaryFile& file);
    Result<Response> exchange(const Command& command);
    Result<Response> afterFailedProbe(const Command& command, Result<Response> response);
    Result<Response> afterLostAnswer(const Command& command, Result<Response> response);

    [[nodiscard]] std::size_t chunkSize() const;
    [[nodiscard]] std::size_t wantedNow(const Partial& partial) const;
    /// True if asking for less may help, and from now on less is asked for.
    bool askForLess(std::uint16_t sw, std::size_t wanted, bool atStart);
    [[nodiscard]] std::string take(Partial& partial, const Response& response, std::size_t wanted);

    CardLink& m_link;
    Progress m_progress;
    ReadSizing m_sizing;
    std::map<std::string, Partial> m_partial;
    std::string m_selected;
    Directory m_directory = Directory::MasterFile;
    std::map<Directory, ShortIds> m_shortIds;
    bool m_headerFirst = false;
    int m_lostProbes = 0;
    std::int64_t m_bytesRead = 0;
};

} // namespace chinhchu::nfc
