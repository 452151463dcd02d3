#include "ui/view_models/password_entry.h"

#include "ui/view_models/display_text.h"

#include <utility>

namespace chinhchu::ui {

namespace {

constexpr std::size_t fullLength = 6;
constexpr std::size_t groupLength = 3;

using Stage = app::SessionFacts::Password::Stage;
using Trouble = app::SessionFacts::Password::Trouble;

} // namespace

PasswordEntry::PasswordEntry(const app::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
}

const std::optional<app::SessionFacts::Password>& PasswordEntry::password() const
{
    return m_session.facts().password;
}

QString PasswordEntry::shown() const
{
    QString text;
    for (std::size_t i = 0; i < m_digits.size(); ++i) {
        if (i == groupLength)
            text += QChar::Nbsp;
        text += QLatin1Char(static_cast<char>(m_digits[i]));
    }
    return text;
}

QString PasswordEntry::phone() const
{
    return password() ? maskedPhone(password()->msisdn) : QString();
}

QString PasswordEntry::advice() const
{
    if (!password())
        return {};
    if (password()->stage == Stage::Sending)
        return tr("A message with 6 digits is on its way to your phone.");
    if (password()->stage == Stage::Checking)
        return tr("The digits are being checked.");
    if (wrong())
        return tr("These digits are not right. %n more try/tries.", nullptr, password()->triesLeft);
    if (complete())
        return tr("All 6 digits are there.");
    if (!m_digits.empty())
        return tr("%n more digit(s).", nullptr, static_cast<int>(fullLength - m_digits.size()));
    if (tooOld())
        return tr("The digits were too old. A new message was sent.");
    if (notSent())
        return tr("No new message can be sent now. Use the last one.");
    return tr("6 digits.");
}

bool PasswordEntry::wrong() const
{
    return awaited() && password()->trouble == Trouble::Wrong && m_digits.empty();
}

bool PasswordEntry::tooOld() const
{
    return awaited() && password()->trouble == Trouble::TooOld && m_digits.empty();
}

bool PasswordEntry::notSent() const
{
    return awaited() && password()->trouble == Trouble::NotSent && m_digits.empty();
}

bool PasswordEntry::complete() const
{
    return awaited() && m_digits.size() == fullLength;
}

bool PasswordEntry::awaited() const
{
    return password() && password()->stage == Stage::Awaited;
}

bool PasswordEntry::waiting() const
{
    return password() && !awaited();
}

SecretText PasswordEntry::take()
{
    const Bytes digits = std::exchange(m_digits, {});
    emit changed();
    return {std::string_view(reinterpret_cast<const char*>(digits.data()), digits.size())};
}

void PasswordEntry::wipe()
{
    m_digits = {};
    m_sentTo.fill(u'0');
    m_sentTo.clear();
    emit changed();
}

void PasswordEntry::press(const QString& digit)
{
    if (!awaited() || digit.size() != 1 || !digit[0].isDigit() || m_digits.size() >= fullLength)
        return;
    m_digits.push_back(static_cast<std::uint8_t>('0' + digit[0].digitValue()));
    emit changed();
}

void PasswordEntry::erase()
{
    if (!m_digits.empty())
        m_digits.pop_back();
    emit changed();
}

void PasswordEntry::refresh()
{
    const QString sentTo = password() ? password()->msisdn : QString();
    if (m_sentTo != sentTo)
        m_digits = {};
    m_sentTo = sentTo;
    emit changed();
}

} // namespace chinhchu::ui
