#pragma once

#include <QStringList>

namespace chinhchu::app {

/// What the citizen agrees to when asking for a public digital signature, in the language of the program: which data,
/// what for, your rights. A consent of its own, beside the one that every session begins with (Law 91/2025).
struct SignatureConsent
{
    QStringList sentences;
    QString statement; ///< beside the box to tick

    /// All of it as it goes into the evidence.
    [[nodiscard]] QString recorded() const { return (sentences + QStringList(statement)).join(u'\n'); }
};

SignatureConsent signatureConsent();

} // namespace chinhchu::app
