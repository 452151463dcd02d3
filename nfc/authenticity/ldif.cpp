#include "nfc/authenticity/ldif.h"
#include "nfc/authenticity/openssl_handles.h"

#include <algorithm>

namespace chinhchu::nfc {
namespace {

std::string_view nextLine(std::string_view& rest)
{
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

std::string attributeName(std::string_view description)
{
    std::string name(description.substr(0, description.find(';')));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return name;
}

bool decodeBase64(const std::string& text, Bytes& out)
{
    if (text.empty() || text.size() % 4 != 0)
        return false;
    out.resize(text.size() / 4 * 3);
    const int size =
        EVP_DecodeBlock(out.data(), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    if (size < 0)
        return false;
    const auto padding = static_cast<std::size_t>(std::count(text.end() - 2, text.end(), '='));
    out.resize(static_cast<std::size_t>(size) - padding);
    return true;
}

} // namespace

bool looksLikeLdif(std::string_view text)
{
    for (int lines = 0; lines < 50 && !text.empty(); ++lines) {
        const std::string_view line = nextLine(text);
        if (line.starts_with("dn:") || line.starts_with("version:"))
            return true;
        if (!line.empty() && line[0] != '#')
            return false;
    }
    return false;
}

Result<std::vector<LdifValue>> readLdif(std::string_view text)
{
    std::vector<LdifValue> values;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::string_view line = nextLine(text);
        const std::size_t begins = ++number;
        const std::size_t colons = line.find("::");
        const bool binary = colons != std::string_view::npos && line.find(':') == colons && line[0] != ' ';
        std::string encoded(binary ? line.substr(colons + 2) : std::string_view());
        while (text.starts_with(' ')) { // a line that begins with a blank goes on with the one before
            ++number;
            encoded += nextLine(text).substr(1);
        }
        if (!binary)
            continue;
        encoded.erase(std::remove(encoded.begin(), encoded.end(), ' '), encoded.end());
        LdifValue value{begins, attributeName(line.substr(0, colons)), {}};
        if (!decodeBase64(encoded, value.value))
            return fail(FailureCode::TrustImportBroken, "line " + std::to_string(begins) + " is no base64 value");
        values.push_back(std::move(value));
    }
    return values;
}

} // namespace chinhchu::nfc
