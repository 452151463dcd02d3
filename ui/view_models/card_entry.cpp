#include "ui/view_models/card_entry.h"

#include "nfc/cccd/candidate_keys.h"
#include "ui/view_models/card_number.h"
#include "ui/view_models/display_text.h"

#include <utility>

namespace chinhchu::ui {

namespace {

constexpr qsizetype codeLength = 6;
constexpr qsizetype numberLength = 12;
constexpr qsizetype longestScan = 1024;

} // namespace

QString CardEntry::text() const
{
    return QString::fromLatin1(reinterpret_cast<const char*>(m_digits.data()), static_cast<qsizetype>(m_digits.size()));
}

QString CardEntry::shown() const
{
    return cardNumberForDisplay(text());
}

QString CardEntry::advice() const
{
    const auto length = static_cast<qsizetype>(m_digits.size());
    if (scanned())
        return tr("The code on the card was read.");
    if (m_scanFailed)
        return tr("That code is not from a citizen card.");
    if (length == 0)
        return tr("6 or 12 digits.");
    if (length == codeLength)
        return tr("The last 6 digits are complete.");
    if (length < codeLength)
        return tr("%n more digit(s).", nullptr, static_cast<int>(codeLength - length));
    if (doubtful())
        return tr("Please compare with the card: is every digit right?");
    if (length < numberLength)
        return tr("%n more digit(s).", nullptr, static_cast<int>(numberLength - length));
    const CardNumberParts parts = cardNumberParts(text());
    return tr("Complete: %1, born in %2.").arg(parts.place).arg(parts.birthYear);
}

bool CardEntry::doubtful() const
{
    return static_cast<qsizetype>(m_digits.size()) > codeLength && cardNumberParts(text()).doubtful;
}

bool CardEntry::canGoOn() const
{
    const auto length = static_cast<qsizetype>(m_digits.size());
    return scanned() || length == codeLength || length == numberLength;
}

Result<nfc::AccessKeys> CardEntry::keys() const
{
    if (scanned())
        return m_scannedKeys;
    return nfc::cccd::keysFromCan({reinterpret_cast<const char*>(m_digits.data()), m_digits.size()});
}

void CardEntry::wipe()
{
    m_digits = {};
    m_scannedKeys = {};
    m_scanFailed = false;
    m_looking = false;
    m_line.fill(u' ');
    m_line.clear();
    emit changed();
}

void CardEntry::press(const QString& digit)
{
    if (digit.size() != 1 || !digit[0].isDigit() || static_cast<qsizetype>(m_digits.size()) >= numberLength)
        return;
    m_digits.push_back(static_cast<std::uint8_t>('0' + digit[0].digitValue()));
    putCodeAway();
    emit changed();
}

void CardEntry::erase()
{
    if (!m_digits.empty())
        m_digits.pop_back();
    putCodeAway();
    emit changed();
}

void CardEntry::putCodeAway()
{
    const bool was = scanned();
    m_scannedKeys = {};
    m_scanFailed = false;
    if (was)
        emit putAway();
}

void CardEntry::scan(const QString& line)
{
    if (line.size() > longestScan)
        return;
    const QByteArray utf8 = line.toUtf8();
    take(nfc::cccd::keysFromQr({utf8.constData(), static_cast<std::size_t>(utf8.size())}));
}

void CardEntry::take(const Result<nfc::AccessKeys>& keys)
{
    m_digits = {};
    m_scanFailed = !keys;
    m_scannedKeys = keys ? *keys : nfc::AccessKeys{};
    emit changed();
}

void CardEntry::expectCamera()
{
    m_looking = true;
    emit changed();
}

void CardEntry::see(const app::CardCode& code)
{
    using enum app::CardCode::State;
    m_looking = code.state == Looking || code.state == Foreign;
    if (code.state == Read)
        take(code.keys);
    // Whoever types already is not told about a code that happens to be in the picture.
    else if (code.state == Foreign && empty())
        m_scanFailed = true;
    emit changed();
}

void CardEntry::type(const QString& character)
{
    if (m_line.size() < longestScan)
        m_line += character;
    // The fields of the QR code are separated by bars, which no person types.
    if (!m_line.contains(u'|'))
        press(character);
}

bool CardEntry::enter()
{
    const QString line = std::exchange(m_line, {});
    const qsizetype bar = line.indexOf(u'|');
    if (bar < 0)
        return false;
    // The code begins with the card's number: what stands before it was typed by hand until the scanner was at hand.
    scan(bar > numberLength ? line.sliced(bar - numberLength) : line);
    return true;
}

} // namespace chinhchu::ui
