#pragma once

#include "nfc/apdu/card_link.h"
#include "nfc/reading/elementary_file.h"

#include <functional>
#include <map>

namespace chinhchu::nfc {

/// A file as far as the chip gave it.
struct FileOutcome
{
    Bytes raw;           ///< empty if there is a problem
    std::string problem; ///< "6A82", "6982", "announces 300000 bytes"; empty if the file is complete

    [[nodiscard]] bool readable() const { return problem.empty(); }
};

/// Reads transparent files with as few and as large commands as card and reader allow, and remembers how far it came: a
/// read that was interrupted goes on at the byte it had reached.
///
/// Transport errors are failures; a file that the chip refuses or lacks is an outcome. SECURE_CHANNEL_CLOSED: the card
/// ended the channel, which must be opened again; the next attempt asks for less.
class FileReader
{
public:
    using Progress = std::function<void(const std::string& file, std::size_t have, std::size_t announced)>;

    FileReader(CardLink& link, Progress progress);

    /// Reads on, or from the start.
    Result<FileOutcome> read(const ElementaryFile& file);

    /// Another directory was entered, or the card was powered: no file is selected any more.
    void directoryChanged();

    /// Drops what was read of @p file.
    void forget(const ElementaryFile& file) { m_partial.erase(file.name); }

    /// True if part of @p file was read before the directory changed the last time.
    [[nodiscard]] bool wasInterrupted(const ElementaryFile& file) const;

    /// Whether extended length works between here and the card, as far as it is known.
    enum class Extended
    {
        Unknown,
        Works,
        Fails
    };
    [[nodiscard]] Extended extended() const { return m_extended; }
    void setExtended(Extended extended) { m_extended = extended; }
    /// The largest answer APDU of the card (EF.ATR/INFO, DO 7F66), in bytes.
    void limitAnswer(std::size_t bytes);

    [[nodiscard]] std::int64_t bytesRead() const { return m_bytesRead; }

private:
    struct Partial
    {
        Bytes content;
        std::size_t announced = 0; ///< 0: header not seen yet
        bool interrupted = false;
    };

    Result<FileOutcome> readOn(const ElementaryFile& file, Partial& partial);
    Result<Response> readChunk(const ElementaryFile& file, const Partial& partial, std::size_t wanted);
    Result<Response> readFirst(const ElementaryFile& file, std::size_t wanted);
    Result<Response> readSelected(std::size_t offset, std::size_t wanted);
    Result<Response> readFar(std::size_t offset, std::size_t wanted);
    Result<std::uint16_t> select(const ElementaryFile& file);
    Result<Response> exchange(const Command& command);
    Result<Response> afterFailedProbe(const Command& command, Result<Response> response);

    [[nodiscard]] std::size_t chunkSize() const;
    /// False when there is no smaller size left.
    bool stepDown();
    [[nodiscard]] std::string take(Partial& partial, const Response& response, std::size_t wanted);

    CardLink& m_link;
    Progress m_progress;
    std::map<std::string, Partial> m_partial;
    std::string m_selected;
    enum class ShortIds
    {
        Unknown,
        Work,
        Fail
    } m_shortIds = ShortIds::Unknown;
    Extended m_extended = Extended::Unknown;
    std::size_t m_extendedAnswer;
    std::size_t m_shortAnswer = 256;
    std::int64_t m_bytesRead = 0;
};

} // namespace chinhchu::nfc
