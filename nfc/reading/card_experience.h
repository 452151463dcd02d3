#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace chinhchu::nfc {

/// What reading a kind of card on a kind of reader taught: lengths and addressing, nothing of a holder. It saves the
/// probing of the next read; a card that behaves otherwise is found out all the same.
struct CardExperience
{
    enum class Extended
    {
        Unknown,
        Works,
        Fails
    } extended = Extended::Unknown;
    std::size_t largestAnswer = 0; ///< bytes of an answer APDU that worked; 0: not known
    bool needsSelect = false;      ///< short file identifiers do not work in the application
};

/// Experience by reader and kind of card (its ATR). May be shared by threads.
class ExperienceBook
{
public:
    /// The one of this process.
    static ExperienceBook& ofThisProcess();

    /// Forgotten after twenty reads, so that one bad moment does not make a reader slow for ever.
    [[nodiscard]] std::optional<CardExperience> find(const std::string& reader, const std::string& atr) const;
    void keep(const std::string& reader, const std::string& atr, const CardExperience& experience);

private:
    mutable std::mutex m_mutex;
    struct Page
    {
        CardExperience experience;
        int reads = 0;
    };
    mutable std::map<std::string, Page> m_pages;
};

} // namespace chinhchu::nfc
