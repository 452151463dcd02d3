#include "nfc/reading/card_experience.h"

namespace chinhchu::nfc {

namespace {

/// Whoever lays a thousand different cards on a reader must not fill the memory.
constexpr std::size_t mostPages = 256;
constexpr int readsOfOnePage = 20;

std::string key(const std::string& reader, const std::string& atr)
{
    return reader + '\n' + atr;
}

} // namespace

ExperienceBook& ExperienceBook::ofThisProcess()
{
    static ExperienceBook book;
    return book;
}

std::optional<CardExperience> ExperienceBook::find(const std::string& reader, const std::string& atr) const
{
    const std::lock_guard lock(m_mutex);
    const auto page = m_pages.find(key(reader, atr));
    if (page == m_pages.end())
        return std::nullopt;
    if (++page->second.reads > readsOfOnePage) {
        m_pages.erase(page);
        return std::nullopt;
    }
    return page->second.experience;
}

void ExperienceBook::keep(const std::string& reader, const std::string& atr, const CardExperience& experience)
{
    const std::lock_guard lock(m_mutex);
    if (m_pages.size() >= mostPages)
        m_pages.clear();
    m_pages[key(reader, atr)].experience = experience;
}

} // namespace chinhchu::nfc
