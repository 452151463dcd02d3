#include "nfc/authenticity/signer_chain.h"
#include "nfc/authenticity/revocation.h"
#include "nfc/authenticity/signer_profile.h"

#include <algorithm>

namespace chinhchu::nfc {
namespace {

constexpr int maxLinks = 3;

/// How an issuer's certificate is named by the one it may have made.
struct Naming
{
    bool byName = false;
    std::optional<bool> byKey;

    [[nodiscard]] bool possible() const { return byName || byKey.value_or(false); }
    [[nodiscard]] bool certain() const { return byName && byKey.value_or(false); }
};

Naming naming(X509* certificate, X509* issuer)
{
    return {X509_NAME_cmp(X509_get_issuer_name(certificate), X509_get_subject_name(issuer)) == 0,
            keyIdentifiersMatch(certificate, issuer)};
}

/// The certificate names its issuer in other words but by the right key: said aloud, and only within one country.
bool namedDifferently(X509* certificate, const Naming& how, X509* issuer, std::vector<std::string>& leniencies)
{
    if (how.byName)
        return false;
    leniencies.push_back("the signer names its issuer differently: " + nameText(X509_get_issuer_name(certificate)) +
                         " for " + subjectOf(issuer));
    return true;
}

/// Anchors that made @p certificate. @p named becomes true if one was named for certain, whether or not it made it.
std::vector<Anchor> makersOf(X509* certificate, const TrustStore::Content& trust, bool& named, Checklist& list)
{
    std::vector<Anchor> makers;
    std::vector<std::string> leniencies;
    std::string scheme;
    for (const Anchor& anchor : trust.namedBy(certificate)) {
        X509* issuer = anchor.certificate.get();
        const Naming how = naming(certificate, issuer);
        if (!how.possible() || sameCertificate(certificate, issuer))
            continue;
        named = named || how.certain();
        const auto made = verifyIssuedBy(certificate, issuer);
        if (!made)
            continue;
        if (makers.empty()) {
            leniencies = made->leniencies;
            namedDifferently(certificate, how, issuer, leniencies);
            if (how.byName && how.byKey == false)
                leniencies.emplace_back("the authority key identifier is not that of the issuer");
            scheme = made->name;
        }
        makers.push_back(anchor);
    }
    if (!makers.empty()) {
        list.passed("signer-chain", subjectOf(certificate),
                    scheme + ", made by " + subjectOf(makers.front().certificate.get()));
        list.leniencies("signer-chain", subjectOf(certificate), leniencies);
    }
    return makers;
}

/// A certificate authority among those that came with the document, which made @p certificate.
CertificateHandle bundledMaker(X509* certificate, const std::vector<CertificateHandle>& bundled)
{
    for (const auto& candidate : bundled) {
        if (isAuthority(candidate.get()) && !isSelfIssued(candidate.get()) &&
            naming(certificate, candidate.get()).possible() && verifyIssuedBy(certificate, candidate.get()))
            return candidate;
    }
    return {};
}

bool isAnchored(X509* signer, const TrustStore::Content& trust, std::vector<Anchor>& anchors)
{
    for (const Anchor& anchor : trust.withSubjectOf(signer)) {
        if (sameCertificate(anchor.certificate.get(), signer))
            anchors.push_back(anchor);
    }
    return !anchors.empty();
}

/// Of several anchors with the right key, those that may sign. If none may, every fault is told.
std::vector<Anchor> fitAnchors(const std::vector<Anchor>& makers, Checklist& list)
{
    std::vector<Anchor> good;
    Checklist faults;
    Checklist notes;
    for (const Anchor& maker : makers) {
        Checklist profile;
        if (checkIssuerProfile(maker.certificate.get(), profile)) {
            good.push_back(maker);
            notes = good.size() == 1 ? profile : notes;
        } else {
            faults.append(profile);
        }
    }
    list.append(good.empty() ? faults : notes);
    return good;
}

/// 9303-12, 7.1.1: a CSCA allows a path of length 0. RFC 5280, 6.1.4 counts a link certificate as a step of the path
/// where it changes the name, so real links exceed it: tolerated and named. So is a CSCA that allows more.
void checkPathLength(X509* issuer, int links, Checklist& list)
{
    const long allowed = X509_get_pathlen(issuer);
    if (allowed >= 0 && links > allowed)
        list.warning("path-length", subjectOf(issuer),
                     "accepted although: " + std::to_string(links) + " link certificates where the issuer allows " +
                         std::to_string(allowed));
    else if (allowed != 0 && isAuthority(issuer))
        list.warning("path-length", subjectOf(issuer),
                     allowed < 0 ? "accepted although: the issuer does not limit the path"
                                 : "accepted although: the issuer allows a path of " + std::to_string(allowed));
}

/// From the certificate that is to be vouched for, over link certificates in the document, to the store.
std::vector<Anchor> climb(X509* signer, const std::vector<CertificateHandle>& bundled, const TrustStore::Content& trust,
                          bool& named, Checklist& list)
{
    CertificateHandle link;
    X509* current = signer;
    for (int links = 0; links <= maxLinks; ++links) {
        auto makers = makersOf(current, trust, named, list);
        if (!makers.empty()) {
            checkPathLength(makers.front().certificate.get(), links, list);
            return makers;
        }
        CertificateHandle next = bundledMaker(current, bundled);
        if (!next || countryOf(next.get()) != countryOf(signer))
            return {};
        list.warning("link-certificate", subjectOf(next.get()),
                     "came with the document and carries on to the next key");
        link = next;
        current = link.get();
    }
    return {};
}

void checkCountry(X509* signer, X509* issuer, Checklist& list)
{
    const std::string signerCountry = countryOf(signer);
    const std::string issuerCountry = countryOf(issuer);
    if (signerCountry == issuerCountry && !signerCountry.empty())
        list.passed("issuer-country", issuerCountry, "signer and issuer");
    else
        list.failed(FailureCode::SignerCountryDisagrees, "issuer-country", issuerCountry,
                    "signer " + signerCountry + ", issuer " + issuerCountry);
}

} // namespace

namespace {

SignerChain chainToAnchors(X509* signer, const std::vector<CertificateHandle>& bundled,
                           const TrustStore::Content& trust, TimePoint at, Checklist& list)
{
    SignerChain chain;
    chain.revocation = RevocationState::NotChecked;
    if (isAnchored(signer, trust, chain.anchors)) {
        list.passed("signer-chain", subjectOf(signer), "the signer's own certificate is in the store");
        chain.trust = ChainTrust::Trusted;
        return chain;
    }
    bool named = false;
    const auto makers = climb(signer, bundled, trust, named, list);
    if (makers.empty() && named && !algorithmsAgree(signer)) { // the certificate's own fault, told already
        list.notPerformed("signer-chain", subjectOf(signer), "its signature says two things about itself");
        chain.trust = ChainTrust::Broken;
        return chain;
    }
    if (makers.empty() && named) {
        list.failed(FailureCode::SignerChainInvalid, "signer-chain", subjectOf(signer),
                    "not signed by the issuer that it names");
        chain.trust = ChainTrust::Broken;
        return chain;
    }
    if (makers.empty() && trust.confirmedScopes(signer).empty())
        list.failed(FailureCode::IssuerUnknown, "signer-chain", subjectOf(signer),
                    "no trusted issuer " + nameText(X509_get_issuer_name(signer)));
    if (makers.empty())
        return chain;
    chain.anchors = fitAnchors(makers, list);
    if (chain.anchors.empty()) {
        chain.trust = ChainTrust::Broken;
        return chain;
    }
    chain.trust = ChainTrust::Trusted;
    // A self-signed certificate and its link certificates share the key: the one that fits best speaks for all.
    const auto made = notBefore(signer);
    std::stable_partition(chain.anchors.begin(), chain.anchors.end(), [&](const Anchor& anchor) {
        return countryOf(anchor.certificate.get()) == countryOf(signer) && made &&
               isValidAt(anchor.certificate.get(), *made);
    });
    X509* issuer = chain.anchors.front().certificate.get();
    checkCountry(signer, issuer, list);
    checkIssuerValidity(issuer, signer, at, list);
    chain.revocation = checkRevocation(signer, issuer, trust, at, list);
    return chain;
}

} // namespace

SignerChain checkSignerChain(X509* signer, const std::vector<CertificateHandle>& bundled,
                             const TrustStore::Content& trust, TimePoint at, Checklist& list)
{
    SignerChain chain = chainToAnchors(signer, bundled, trust, at, list);
    for (const Anchor& anchor : chain.anchors)
        chain.scopes.push_back(anchor.scope);
    const auto confirmed = trust.confirmedScopes(signer);
    if (confirmed.empty() || chain.trust == ChainTrust::Broken)
        return chain;
    list.passed("signer-confirmed", subjectOf(signer), "SHA-256 " + sha256Of(derOf(signer)) + " in the carrier's list");
    chain.scopes.insert(chain.scopes.end(), confirmed.begin(), confirmed.end());
    chain.trust = ChainTrust::Trusted;
    return chain;
}

} // namespace chinhchu::nfc
