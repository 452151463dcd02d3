#include "app/session/signature_consent.h"

#include <QCoreApplication>

namespace chinhchu::app {

SignatureConsent signatureConsent()
{
    const auto words = [](const char* text) { return QCoreApplication::translate("SignatureConsent", text); };
    return {{words(QT_TRANSLATE_NOOP("SignatureConsent",
                                     "Your carrier gives your name, birth date and card number to the issuer of the "
                                     "signature.")),
             words(QT_TRANSLATE_NOOP("SignatureConsent", "Only to make a digital signature in your name.")),
             words(QT_TRANSLATE_NOOP("SignatureConsent", "Your phone number is confirmed without it too."))},
            words(QT_TRANSLATE_NOOP("SignatureConsent", "I ask for a digital signature and I agree."))};
}

} // namespace chinhchu::app
