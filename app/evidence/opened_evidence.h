#pragma once

#include "app/evidence/evidence.h"

namespace chinhchu::app {

/// A piece of evidence as its reader sees it: what it claims, nothing of it checked but the device's signature.
struct OpenedEvidence
{
    Evidence claims; ///< `chip.identity` holds the kept fields only, `chip.files` the enclosed files
    QDateTime createdAt;
    QString deviceId;
    QString software;
    Enrolment::Kind enrolment = Enrolment::Kind::Production;
    Enrolment::Point point = Enrolment::Point::Authorised; ///< as claimed; absent is authorised
    QString place;
    QString freshnessKind; ///< "online", "batch" or "device-only"

    QString signerName;                                          ///< common name of the certificate that signed
    Enrolment::Point signerPoint = Enrolment::Point::Authorised; ///< as the certificate says
    /// What kind of device the certificate is for; none: it is no device's.
    std::optional<Enrolment::Kind> signerKind;
    bool signerTrusted = false; ///< its chain ends at the authority that was given; false when none was
};

/// What the reader of evidence has.
struct EvidenceKeys
{
    QByteArray sealKeyPem;         ///< the carrier's private key
    QByteArray deviceAuthorityPem; ///< who certifies devices; may be empty
};

/// Opens a sealed piece of evidence (DER). EVIDENCE_UNREADABLE: wrong key or changed bytes; EVIDENCE_SIGNATURE_INVALID;
/// EVIDENCE_MALFORMED names the member.
Result<OpenedEvidence> openEvidence(ByteView sealed, const EvidenceKeys& keys);

/// The payload of FORMAT.md, every member checked for presence and type; an unknown one is an error.
Result<OpenedEvidence> readPayload(Bytes payload);

} // namespace chinhchu::app
