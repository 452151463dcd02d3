#include "app/staff/pin.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace chinhchu::app {

namespace {

constexpr std::size_t shortestPin = 6;
constexpr std::size_t longestPin = 64;

bool isRow(std::string_view digits, int step)
{
    return std::ranges::adjacent_find(digits, [step](char one, char next) { return next - one != step; }) ==
           digits.end();
}

} // namespace

bool isGoodPin(const SecretText& pin)
{
    const std::string_view digits = pin.view();
    const bool plain =
        std::ranges::all_of(digits, [](char each) { return each >= '0' && each <= '9'; });
    return plain && digits.size() >= shortestPin && digits.size() <= longestPin && !isRow(digits, 0) &&
           !isRow(digits, 1) && !isRow(digits, -1);
}

Result<QString> hashPin(const SecretText& pin)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (sodium_init() < 0 ||
        crypto_pwhash_str_alg(text.data(), pin.view().data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(FailureCode::StorageFailed, "no memory to hash a PIN");
    return QString::fromLatin1(text.data());
}

bool matchesPin(const SecretText& pin, const QString& hash)
{
    const QByteArray text = hash.toLatin1();
    return sodium_init() >= 0 && crypto_pwhash_str_verify(text.constData(), pin.view().data(), pin.size()) == 0;
}

} // namespace chinhchu::app
