#pragma once

#include "tests/simulators/chip/profile/profile.h"
#include "tests/simulators/chip/wire/bytes.h"

#include <functional>
#include <memory>
#include <set>

namespace chinhchu::chip {

/// Reads a TOML file key by key and remembers which keys were asked for, so that finish() can name the ones that nobody
/// knows. Paths are written "section.key". Every message begins with file and line.
class StrictTable
{
public:
    StrictTable(const std::string& text, const std::string& name);
    ~StrictTable();

    void text(const std::string& path, std::string& into);
    /// One of the given words.
    void choice(const std::string& path, std::string& into, const std::vector<std::string>& words);
    /// The value goes through @p accept, whose LabError gets file and line in front.
    void text(const std::string& path, const std::function<void(const std::string&)>& accept);
    void flag(const std::string& path, bool& into);
    void number(const std::string& path, int& into, int least, int most);
    void day(const std::string& path, Day& into);
    void texts(const std::string& path, std::vector<std::string>& into);
    /// A list of texts with a meaning; what was in the list before is gone.
    template <class T>
    void parsed(const std::string& path, std::vector<T>& into, T (*parse)(const std::string&))
    {
        std::vector<std::string> lines;
        m_known.insert(path);
        if (!has(path))
            return;
        texts(path, lines);
        into.clear();
        for (const std::string& line : lines)
            into.push_back(attempt(path, [&] { return parse(line); }));
    }
    void numbers(const std::string& path, const std::function<void(const std::vector<int>&)>& accept);

    /// Complains about a value that was read, at its line.
    [[noreturn]] void refuse(const std::string& path, const std::string& why) const;
    /// Throws when the file holds a key that none of the calls above asked for.
    void finish() const;

private:
    [[nodiscard]] bool has(const std::string& path) const;
    /// Runs @p work; its LabError gets file and line in front.
    template <class Work>
    auto attempt(const std::string& path, Work work) const
    {
        try {
            return work();
        } catch (const LabError& error) {
            refuse(path, error.what());
        }
    }

    struct Document;
    std::unique_ptr<Document> m_document;
    std::string m_name;
    std::set<std::string> m_known;
};

/// The word among @p words that is closest to @p word, if it is close enough to have been meant.
std::string suggestion(const std::string& word, const std::set<std::string>& words);

} // namespace chinhchu::chip
