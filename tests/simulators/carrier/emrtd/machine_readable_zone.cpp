#include "emrtd/machine_readable_zone.h"

#include "emrtd/der.h"

namespace chinhchu::sandbox {

namespace {
constexpr quint32 dg1Tag = 0x61;
constexpr quint32 zoneTag = 0x5F1F;
constexpr int lineLength = 30;
} // namespace

std::optional<MachineReadableZone> readZone(const QByteArray& dg1)
{
    const auto content = contentOf(dg1, dg1Tag);
    const auto zone = content ? contentOf(*content, zoneTag) : std::nullopt;
    if (!zone || zone->size() != 3 * lineLength)
        return {};
    const QString text = QString::fromLatin1(*zone);
    const QString expiry = text.mid(lineLength + 8, 6);
    // Citizen cards with chips expire in this century; 991231 is how one without end is written.
    const QDate last = expiry == QLatin1String("991231")
                           ? QDate()
                           : QDate::fromString(QStringLiteral("20") + expiry, QStringLiteral("yyyyMMdd"));
    return MachineReadableZone{text.mid(15, 12), text.mid(lineLength, 6), last,
                               text.mid(2 * lineLength).replace(QLatin1Char('<'), QLatin1Char(' ')).simplified()};
}

QString zoneSpelling(const QString& name)
{
    QString spelt;
    for (const QChar character : name.normalized(QString::NormalizationForm_D).toUpper()) {
        if (character == QChar(0x0110)) // Đ does not decompose
            spelt += QLatin1Char('D');
        else if (character.isSpace() || character == QLatin1Char('-'))
            spelt += QLatin1Char(' ');
        else if (character >= QLatin1Char('A') && character <= QLatin1Char('Z'))
            spelt += character;
    }
    return spelt.simplified();
}

} // namespace chinhchu::sandbox
