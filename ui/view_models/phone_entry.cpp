#include "ui/view_models/phone_entry.h"

#include "app/session/msisdn.h"
#include "ui/view_models/display_text.h"
#include "ui/view_models/operator_prefixes.h"

#include <utility>

namespace chinhchu::ui {

namespace {

constexpr int fullLength = 10;
constexpr int mostNumbers = 5;

} // namespace

PhoneEntry::~PhoneEntry()
{
    wipe();
}

QString PhoneEntry::shown() const
{
    return phoneForDisplay(m_digits);
}

QString PhoneEntry::operatorName() const
{
    return operatorOf(m_digits);
}

QString PhoneEntry::advice() const
{
    if (m_sawCode)
        return tr("That is the code on the card; it is for the next page.");
    if (wrong())
        return tr("A mobile number begins with 03, 05, 07, 08 or 09.");
    if (complete())
        return m_kept.contains(m_digits) ? tr("This number is already on the list.") : tr("The number is complete.");
    if (m_digits.isEmpty())
        return m_kept.isEmpty() ? tr("10 digits, beginning with 0.") : tr("Type one more number, or go on.");
    return tr("%n more digit(s).", nullptr, fullLength - static_cast<int>(m_digits.size()));
}

bool PhoneEntry::wrong() const
{
    return cannotBeMobile(m_digits) || (m_digits.size() == fullLength && !app::toE164(m_digits));
}

bool PhoneEntry::complete() const
{
    return m_digits.size() == fullLength && !wrong();
}

bool PhoneEntry::canGoOn() const
{
    return complete() || (m_digits.isEmpty() && !m_kept.isEmpty());
}

bool PhoneEntry::canAddAnother() const
{
    return complete() && !m_kept.contains(m_digits) && m_kept.size() + 1 < mostNumbers;
}

QStringList PhoneEntry::kept() const
{
    QStringList shownNumbers;
    for (const QString& number : m_kept)
        shownNumbers += phoneForDisplay(number);
    return shownNumbers;
}

QStringList PhoneEntry::numbers() const
{
    QStringList all = m_kept;
    if (complete() && !all.contains(m_digits))
        all += m_digits;
    return all;
}

void PhoneEntry::wipe()
{
    m_digits.fill(u'0');
    m_digits.clear();
    for (QString& number : m_kept)
        number.fill(u'0');
    m_kept.clear();
    m_inCode = false;
    m_sawCode = false;
    emit changed();
}

void PhoneEntry::press(const QString& digit)
{
    if (digit.size() != 1 || !digit[0].isDigit() || m_digits.size() >= fullLength)
        return;
    m_digits += digit;
    m_sawCode = false;
    emit changed();
}

/// The fields of the code are separated by bars, which no person types. What stands before the first one, the card's
/// number, begins with 0 and often looks like a mobile number.
void PhoneEntry::type(const QString& character)
{
    if (character == u"|" && !m_inCode) {
        m_inCode = true;
        m_sawCode = true;
        m_digits.fill(u'0');
        m_digits.clear();
        emit changed();
    }
    if (!m_inCode)
        press(character);
}

bool PhoneEntry::enter()
{
    return std::exchange(m_inCode, false);
}

void PhoneEntry::erase()
{
    m_sawCode = false;
    m_digits.chop(1);
    emit changed();
}

void PhoneEntry::keep()
{
    if (!canAddAnother())
        return;
    m_kept += m_digits;
    m_digits.clear();
    emit changed();
}

void PhoneEntry::remove(int index)
{
    if (index < 0 || index >= m_kept.size())
        return;
    m_kept.removeAt(index);
    emit changed();
}

} // namespace chinhchu::ui
