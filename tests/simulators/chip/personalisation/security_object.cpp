#include "tests/simulators/chip/personalisation/security_object.h"

#include "tests/simulators/chip/pki/country_pki.h"

#include <cstdio>

namespace chinhchu::chip {

namespace {

/// What the profile asks of a signature.
pki::SodSpec wishes(const Profile& profile, const Issuer& issuer)
{
    const Profile::Attack& attack = profile.attack;
    pki::SodSpec spec;
    spec.signers = {{issuer.documentSigner.certificate, issuer.documentSigner.key}};
    spec.digest = EVP_get_digestbyname(profile.sod.signatureDigest.c_str());
    spec.pss = profile.sod.signer.starts_with("rsa-pss");
    spec.withCertificates = !attack.signerMissing && !attack.signerStrange;
    if (attack.signerStrange)
        spec.more = {issuer.otherSigner.certificate};
    // The day the card was issued: a card outlives its signer, so verifiers ask whether the signer was valid then.
    const Day& day = profile.identity.issue;
    if (day.year != 0) {
        char text[40];
        std::snprintf(text, sizeof text, "%02d%02d%02d080000Z", day.year % 100, day.month, day.day);
        spec.signingTime = text;
    }
    return spec;
}

} // namespace

Bytes makeSignedData(const Profile& profile, const Issuer& issuer, const char* contentType, ByteView content)
{
    return pki::makeSignedData(Bytes(content.begin(), content.end()), contentType, wishes(profile, issuer));
}

Bytes makeSecurityObject(const Profile& profile, const Issuer& issuer, const std::map<int, Bytes>& groups)
{
    pki::SodSpec spec = wishes(profile, issuer);
    spec.groups = groups;
    spec.hashDigest = EVP_get_digestbyname(profile.sod.digest.c_str());
    spec.digestOid = profile.attack.sodDigestOid;
    return pki::makeSod(spec);
}

} // namespace chinhchu::chip
