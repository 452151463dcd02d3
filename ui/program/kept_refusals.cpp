#include "ui/program/kept_refusals.h"

#include <openssl/sha.h>

#include <array>
#include <cstring>

namespace chinhchu::ui {

namespace {

constexpr std::string_view Digits = "0123456789abcdef";

constexpr std::string_view Card = "card ";
constexpr std::string_view Caught = "caught ";
constexpr std::string_view Living = "living ";

/// A word and the card's digest; in wiping memory.
SecretText lineOf(std::string_view word, const SecretText& documentNumber)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    const std::string_view number = documentNumber.view();
    SHA256(reinterpret_cast<const unsigned char*>(number.data()), number.size(), digest.data());
    Bytes line(word.begin(), word.end());
    for (const unsigned char byte : digest) {
        line.push_back(static_cast<std::uint8_t>(Digits[byte >> 4]));
        line.push_back(static_cast<std::uint8_t>(Digits[byte & 15]));
    }
    ::explicit_bzero(digest.data(), digest.size());
    return {std::string_view(reinterpret_cast<const char*>(line.data()), line.size())};
}

/// The digest behind @p word; nothing where the line is another.
std::optional<SecretText> cardIn(std::string_view line, std::string_view word)
{
    if (!line.starts_with(word) || line.size() != word.size() + 2 * SHA256_DIGEST_LENGTH)
        return std::nullopt;
    const std::string_view digest = line.substr(word.size());
    if (digest.find_first_not_of(Digits) != std::string_view::npos)
        return std::nullopt;
    return SecretText(digest);
}

} // namespace

std::optional<QByteArray> KeepersRefusals::take(std::string_view line)
{
    if (const auto card = cardIn(line, Card))
        return "caught " + QByteArray::number(m_refusals.timesCaught(*card)) + '\n';
    if (const auto card = cardIn(line, Caught))
        m_refusals.count(*card);
    else if (const auto living = cardIn(line, Living))
        m_refusals.forget(*living);
    return std::nullopt;
}

KeptFaceRefusals::KeptFaceRefusals(KeptLine& keeper)
    : m_keeper(keeper)
{
    connect(&m_keeper, &KeptLine::heard, this, &KeptFaceRefusals::hear);
}

void KeptFaceRefusals::meet(const SecretText& documentNumber)
{
    m_asked.push_back(documentNumber);
    m_keeper.say(lineOf(Card, documentNumber).view());
}

void KeptFaceRefusals::count(const SecretText& documentNumber)
{
    FaceRefusals::count(documentNumber);
    m_keeper.say(lineOf(Caught, documentNumber).view());
}

void KeptFaceRefusals::forget(const SecretText& documentNumber)
{
    FaceRefusals::forget(documentNumber);
    m_keeper.say(lineOf(Living, documentNumber).view());
}

void KeptFaceRefusals::hear(const QByteArray& line)
{
    if (m_asked.empty() || !line.startsWith("caught "))
        return;
    rememberAtLeast(m_asked.front(), line.mid(7).toInt());
    m_asked.pop_front();
}

} // namespace chinhchu::ui
