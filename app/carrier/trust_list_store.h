#pragma once

#include "app/carrier/kept_document.h"

#include <QDateTime>

namespace chinhchu::app {

/// The carrier's list of issuers: country signing certificates and revocation lists (schema TrustList of
/// resources/carrier-api.yaml).
struct TrustList
{
    QString version; ///< changes with the content, and says nothing about what is newer
    QDateTime issuedAt;
    int certificates = 0;
    int revocationLists = 0;
};

/// The carrier's list of issuers as it lies on this device: the signed document, and its certificates and revocation lists
/// as one PEM file in the folder of issuers, where all that reads issuers finds them (nfc/authenticity/trust_store.h). An
/// issuer that the carrier takes from its list is gone with the next one; what staff imported themselves stays. It never goes
/// back to a list that was issued before the one in use.
class TrustListStore
{
public:
    /// @p authorityPem: the carrier's authority, from the enrolment. @p trustFolder: is made if need be.
    TrustListStore(QString file, QByteArray authorityPem, QString trustFolder);

    /// The list in use; nothing where none was ever taken in. CARRIER_UNTRUSTED, TRUST_IMPORT_BROKEN when the file is
    /// damaged; the next list mends it.
    [[nodiscard]] Result<std::optional<TrustList>> load() const;

    /// Takes in what the carrier sent; it counts from the next start of a program, which in self-service is the next person.
    /// CARRIER_UNTRUSTED when the carrier did not sign it, TRUST_IMPORT_BROKEN names what is wrong with it,
    /// TRUST_IMPORT_OLDER; then nothing is changed.
    Result<TrustList> take(const QByteArray& document) const;

private:
    KeptDocument m_document;
    QString m_trustFolder;
};

} // namespace chinhchu::app
