#include "nfc/pcsc/reader_names.h"

#include <algorithm>
#include <cctype>

namespace chinhchu::nfc {

namespace {

std::string lowered(std::string_view name)
{
    std::string text(name);
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// @p word between characters that are no letters: "ICC" is in "Reader ICC 0", not in "PICC".
bool hasWord(const std::string& text, std::string_view word)
{
    const auto isLetter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !isLetter(text[at - 1])) && (end == text.size() || !isLetter(text[end])))
            return true;
    }
    return false;
}

/// "OMNIKEY 5422CL": the name of a product, then its contactless half.
bool endsInCl(const std::string& text)
{
    for (auto at = text.find("cl"); at != std::string::npos; at = text.find("cl", at + 1)) {
        const bool afterDigit = at > 0 && std::isdigit(static_cast<unsigned char>(text[at - 1])) != 0;
        const bool ends = at + 2 == text.size() || std::isalpha(static_cast<unsigned char>(text[at + 2])) == 0;
        if (afterDigit && ends)
            return true;
    }
    return false;
}

int rank(const std::string& name)
{
    if (isContactlessSlot(name))
        return 0;
    return isContactSlot(name) ? 2 : 1;
}

} // namespace

bool isVirtualReader(std::string_view name)
{
    const std::string text = lowered(name);
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"virtual", "vpcd", "vicc", "simulat", "emulat", "remote smartphone"},
        [&](std::string_view mark) { return text.find(mark) != std::string::npos; });
}

bool isContactlessSlot(std::string_view name)
{
    const std::string text = lowered(name);
    return hasWord(text, "picc") || hasWord(text, "nfc") || endsInCl(text) || hasWord(text, "rfid") ||
           text.find("contactless") != std::string::npos;
}

bool isContactSlot(std::string_view name)
{
    const std::string text = lowered(name);
    return !isContactlessSlot(name) && (hasWord(text, "icc") || hasWord(text, "sam") || hasWord(text, "contact"));
}

std::vector<std::string> inOrderOfPreference(std::vector<std::string> names)
{
    std::ranges::stable_sort(names, {}, rank);
    return names;
}

} // namespace chinhchu::nfc
