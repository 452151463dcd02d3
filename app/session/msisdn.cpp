#include "app/session/msisdn.h"

#include <QRegularExpression>

namespace chinhchu::app {

std::optional<QString> toE164(const QString& typed)
{
    static const QRegularExpression separators(QStringLiteral("[\\s.()\\-]"));
    // The numbering plan for land mobile stations: nine digits after the 0, the first of them 3, 5, 7, 8 or 9.
    static const QRegularExpression shape(QStringLiteral("^(?:\\+84|84|0)([35789][0-9]{8})$"));
    QString digits = typed;
    digits.remove(separators);
    const QRegularExpressionMatch match = shape.match(digits);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return QStringLiteral("+84") + match.captured(1);
}

QString toNationalForm(const QString& e164)
{
    const std::optional<QString> number = toE164(e164);
    if (!number) {
        return e164;
    }
    return QStringLiteral("0%1 %2 %3").arg(number->mid(3, 3), number->mid(6, 3), number->mid(9, 3));
}

} // namespace chinhchu::app
