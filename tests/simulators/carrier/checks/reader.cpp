#include "checks/check.h"

namespace chinhchu::sandbox {

namespace {

/// Readers made of software, by their drivers' names (vsmartcard and the like).
bool isVirtual(const QString& reader)
{
    for (const char* name : {"virtual", "vpcd", "vsmartcard", "simulat", "emulat"}) {
        if (reader.contains(QLatin1String(name), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

/// Real work takes cards from real readers only: what a demonstration may use, an attacker would use to inject a card.
/// The reader's name is the device's word.
void checkReader(const CheckContext& context, Findings& findings)
{
    const PersonInEvidence::Chip& chip = context.evidence.chip;
    if (context.carrier.authority->kind() == Authority::Kind::Production &&
        (chip.source != QLatin1String("pcsc") || isVirtual(chip.reader)))
        findings.refuse(QStringLiteral("READER_NOT_ACCEPTED"));
}

} // namespace chinhchu::sandbox
