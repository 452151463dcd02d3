#include "nfc/authenticity/revocation.h"

namespace chinhchu::nfc {
namespace {

bool isRevoked(X509_CRL* crl, X509* certificate)
{
    X509_REVOKED* entry = nullptr;
    return X509_CRL_get0_by_serial(crl, &entry, X509_get0_serialNumber(certificate)) == 1;
}

bool isFresh(X509_CRL* crl, TimePoint at)
{
    const auto from = timeOf(X509_CRL_get0_lastUpdate(crl));
    const auto next = timeOf(X509_CRL_get0_nextUpdate(crl));
    return from && *from <= at && next && at <= *next;
}

std::string span(X509_CRL* crl)
{
    const auto from = timeOf(X509_CRL_get0_lastUpdate(crl));
    const auto next = timeOf(X509_CRL_get0_nextUpdate(crl));
    return "list of " + (from ? dateText(*from) : "an unreadable date") + ", next " +
           (next ? dateText(*next) : "never");
}

/// A country keeps one list across key changes, signed with its newest key: any trusted issuer of that name may have.
bool isSignedByIssuer(X509_CRL* crl, X509* issuer, const TrustStore::Content& trust)
{
    if (verifyIssuedBy(crl, issuer))
        return true;
    for (const Anchor& anchor : trust.withSubjectOf(issuer)) {
        X509* other = anchor.certificate.get();
        if (X509_NAME_cmp(X509_get_subject_name(other), X509_get_subject_name(issuer)) == 0 && isAuthority(other) &&
            verifyIssuedBy(crl, other))
            return true;
    }
    return false;
}

} // namespace

RevocationState checkRevocation(X509* signer, X509* issuer, const TrustStore::Content& trust, TimePoint at,
                                Checklist& list)
{
    RevocationState state = RevocationState::Missing;
    std::string detail = "no revocation list of this issuer";
    for (const RevocationList& entry : trust.revocationLists) {
        X509_CRL* crl = entry.list.get();
        if (X509_NAME_cmp(X509_CRL_get_issuer(crl), X509_get_subject_name(issuer)) != 0)
            continue;
        if (!isSignedByIssuer(crl, issuer, trust)) {
            list.warning("revocation", entry.source, "the list is not signed by the issuer that it names");
            continue;
        }
        if (isRevoked(crl, signer)) {
            list.failed(FailureCode::SignerRevoked, "revocation", subjectOf(signer), span(crl));
            return RevocationState::Revoked;
        }
        if (isRevoked(crl, issuer)) {
            list.failed(FailureCode::IssuerRevoked, "revocation", subjectOf(issuer), span(crl));
            return RevocationState::Revoked;
        }
        if (state != RevocationState::Fresh) {
            state = isFresh(crl, at) ? RevocationState::Fresh : RevocationState::Stale;
            detail = span(crl);
        }
    }
    if (state == RevocationState::Fresh)
        list.passed("revocation", subjectOf(issuer), detail);
    else
        list.warning("revocation", subjectOf(issuer), (state == RevocationState::Stale ? "stale: " : "") + detail);
    return state;
}

} // namespace chinhchu::nfc
