#include "ui/view_models/display_text.h"

#include "app/session/msisdn.h"

#include <QDate>
#include <QTimeZone>

namespace chinhchu::ui {

namespace {

QString grouped(const QString& digits, const QList<int>& sizes)
{
    QString result;
    qsizetype at = 0;
    for (const int size : sizes) {
        if (at >= digits.size())
            break;
        if (!result.isEmpty())
            result += QChar::Nbsp;
        result += digits.mid(at, size);
        at += size;
    }
    return result + digits.mid(at);
}

QString nationalDigits(const QString& text)
{
    QString digits = app::toNationalForm(app::toE164(text).value_or(text));
    digits.removeIf([](QChar c) { return !c.isDigit(); });
    return digits;
}

} // namespace

QString phoneForDisplay(const QString& typedOrE164)
{
    return grouped(nationalDigits(typedOrE164), {4, 3, 3});
}

QString maskedPhone(const QString& typedOrE164)
{
    QString digits = nationalDigits(typedOrE164);
    for (qsizetype i = 4; i < digits.size() - 3; ++i)
        digits[i] = QChar(0x2022); // bullet
    return grouped(digits, {4, 3, 3});
}

QString dateForDisplay(const QString& iso)
{
    const QDate date = QDate::fromString(iso, Qt::ISODate);
    return date.isValid() ? date.toString(QStringLiteral("dd/MM/yyyy")) : iso;
}

QString momentForDisplay(const QDateTime& moment)
{
    constexpr int hanoi = 7 * 3600; // all year
    return moment.isValid() ? moment.toOffsetFromUtc(hanoi).toString(QStringLiteral("HH:mm, dd/MM/yyyy")) : QString();
}

QString cardNumberForDisplay(const QString& digits)
{
    return grouped(digits, {3, 3, 3, 3});
}

QString toText(const SecretText& secret)
{
    return QString::fromUtf8(secret.view().data(), static_cast<qsizetype>(secret.view().size()));
}

} // namespace chinhchu::ui
