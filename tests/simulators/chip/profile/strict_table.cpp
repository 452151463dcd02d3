#include "tests/simulators/chip/profile/strict_table.h"

#include <algorithm>

#include <toml++/toml.h>

namespace chinhchu::chip {

struct StrictTable::Document
{
    toml::table root;
};

namespace {

std::string place(const std::string& name, std::size_t line)
{
    return name + ":" + std::to_string(line) + ": ";
}

std::size_t distance(const std::string& a, const std::string& b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

} // namespace

std::string suggestion(const std::string& word, const std::set<std::string>& words)
{
    std::string best;
    std::size_t nearest = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string& candidate : words) {
        const std::size_t apart = distance(word, candidate);
        if (apart < nearest) {
            nearest = apart;
            best = candidate;
        }
    }
    return best;
}

StrictTable::StrictTable(const std::string& text, const std::string& name)
    : m_document(std::make_unique<Document>())
    , m_name(name)
{
    try {
        m_document->root = toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        throw LabError(place(name, error.source().begin.line) + std::string(error.description()));
    }
}

StrictTable::~StrictTable() = default;

void StrictTable::refuse(const std::string& path, const std::string& why) const
{
    const auto node = m_document->root.at_path(path);
    throw LabError(place(m_name, node ? node.node()->source().begin.line : 1) + path + ": " + why);
}

void StrictTable::text(const std::string& path, const std::function<void(const std::string&)>& accept)
{
    m_known.insert(path);
    const auto node = m_document->root.at_path(path);
    if (!node)
        return;
    if (!node.is_string())
        refuse(path, "a text in quotation marks is needed");
    attempt(path, [&] { accept(node.ref<std::string>()); });
}

void StrictTable::text(const std::string& path, std::string& into)
{
    text(path, [&](const std::string& value) { into = value; });
}

void StrictTable::choice(const std::string& path, std::string& into, const std::vector<std::string>& words)
{
    text(path, [&](const std::string& value) {
        if (std::find(words.begin(), words.end(), value) == words.end()) {
            std::string all;
            for (const std::string& word : words)
                all += (all.empty() ? "" : ", ") + word;
            throw LabError("'" + value + "' is none of: " + all);
        }
        into = value;
    });
}

void StrictTable::flag(const std::string& path, bool& into)
{
    m_known.insert(path);
    const auto node = m_document->root.at_path(path);
    if (!node)
        return;
    if (!node.is_boolean())
        refuse(path, "true or false is needed");
    into = node.ref<bool>();
}

void StrictTable::number(const std::string& path, int& into, int least, int most)
{
    m_known.insert(path);
    const auto node = m_document->root.at_path(path);
    if (!node)
        return;
    if (!node.is_integer() || node.ref<std::int64_t>() < least || node.ref<std::int64_t>() > most)
        refuse(path, "a number from " + std::to_string(least) + " to " + std::to_string(most) + " is needed");
    into = static_cast<int>(node.ref<std::int64_t>());
}

void StrictTable::day(const std::string& path, Day& into)
{
    m_known.insert(path);
    const auto node = m_document->root.at_path(path);
    if (!node)
        return;
    if (!node.is_date())
        refuse(path, "a day like 1999-01-15 is needed, without quotation marks");
    const toml::date& date = node.ref<toml::date>();
    into = {date.year, date.month, date.day};
}

bool StrictTable::has(const std::string& path) const
{
    return static_cast<bool>(m_document->root.at_path(path));
}

void StrictTable::texts(const std::string& path, std::vector<std::string>& into)
{
    m_known.insert(path);
    const auto node = m_document->root.at_path(path);
    if (!node)
        return;
    if (!node.is_array())
        refuse(path, "a list like [\"...\"] is needed");
    into.clear();
    for (const toml::node& element : *node.as_array()) {
        if (!element.is_string())
            refuse(path, "the list holds texts only");
        into.push_back(element.ref<std::string>());
    }
}

void StrictTable::numbers(const std::string& path, const std::function<void(const std::vector<int>&)>& accept)
{
    m_known.insert(path);
    const auto node = m_document->root.at_path(path);
    if (!node)
        return;
    std::vector<int> values;
    if (const toml::array* list = node.as_array())
        for (const toml::node& element : *list)
            if (element.is_integer())
                values.push_back(static_cast<int>(element.ref<std::int64_t>()));
    attempt(path, [&] { accept(values); });
}

void StrictTable::finish() const
{
    std::set<std::string> sections;
    for (const std::string& known : m_known)
        if (const std::size_t dot = known.find('.'); dot != std::string::npos)
            sections.insert(known.substr(0, dot));
    const std::function<void(const toml::table&, const std::string&)> walk = [&](const toml::table& table,
                                                                                 const std::string& prefix) {
        for (const auto& [key, value] : table) {
            const std::string path = prefix + std::string(key.str());
            const bool section = std::any_of(m_known.begin(), m_known.end(),
                                             [&](const std::string& known) { return known.starts_with(path + "."); });
            if (value.is_table() && section) {
                walk(*value.as_table(), path + ".");
            } else if (!m_known.contains(path)) {
                const std::string meant = suggestion(path, value.is_table() ? sections : m_known);
                throw LabError(place(m_name, key.source().begin.line) + "unknown key '" + path + "'" +
                               (meant.empty() ? "" : "; did you mean '" + meant + "'?"));
            }
        }
    };
    walk(m_document->root, "");
}

} // namespace chinhchu::chip
