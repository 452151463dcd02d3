#pragma once

#include "resources/base/wiping_memory.h"

#include <QDateTime>
#include <QString>

#include <rapidjson/document.h>

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace chinhchu::app {

/// One JSON object whose members are all known. The first thing that is wrong is remembered in `error`, shared by all
/// readers of a document; from then on every value is empty.
class MemberReader
{
public:
    MemberReader(const rapidjson::Value& value, std::string path, std::string& error);

    [[nodiscard]] bool has(const char* name) const;
    std::string_view text(const char* name);
    QString string(const char* name);
    SecretText secret(const char* name) { return SecretText(text(name)); }
    /// The index of the text in @p choices.
    int oneOf(const char* name, std::initializer_list<std::string_view> choices);
    double number(const char* name);
    bool boolean(const char* name);
    QDateTime time(const char* name);
    Bytes binary(const char* name);
    MemberReader object(const char* name);
    std::vector<MemberReader> objects(const char* name, std::size_t most);
    /// A list of whole numbers, at most @p most.
    std::vector<int> integers(const char* name, std::size_t most);
    /// An object of any names with numbers.
    std::vector<std::pair<std::string, double>> numbers(const char* name);
    /// A member that was never asked for is an error.
    void finish();
    /// The caller found something wrong with @p name.
    void refuse(const std::string& name, const char* why);

private:
    const rapidjson::Value& take(const char* name);

    const rapidjson::Value& m_value;
    std::string m_path;
    std::string& m_error;
    std::set<std::string_view> m_taken; ///< the callers' literals
};

} // namespace chinhchu::app
