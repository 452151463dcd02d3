#include "app/session/consent_text.h"

#include <QCoreApplication>

namespace chinhchu::app {

QString consentText(const SessionPolicy& policy, const QString& language)
{
    QStringList carriers;
    for (const ConsentSection& each : policy.consent.value(language)) {
        carriers.append(each.title + QStringLiteral(": ") + each.body);
    }
    if (!carriers.isEmpty()) {
        return carriers.join(u'\n');
    }
    return QCoreApplication::translate(
        "Consent",
        "I agree that my mobile carrier reads the chip of my citizen card, takes pictures of my face and compares them "
        "with the photograph in the chip, in order to confirm that my phone numbers are mine. Name, date of birth, "
        "personal number, photograph, pictures of my face and phone numbers are sent to the carrier, who is "
        "responsible "
        "for them and keeps them as long as the law demands. I may see them, have them corrected, and withdraw this "
        "agreement at the carrier.");
}

QString guardianConsentText()
{
    return QCoreApplication::translate(
        "Consent",
        "I am this child's parent or guardian. I agree that these numbers are registered for the child, and that "
        "my card and face are checked and sent to the carrier too.");
}

} // namespace chinhchu::app
