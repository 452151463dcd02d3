#pragma once

#include "tests/simulators/chip/personalisation/certificate.h"
#include "tests/simulators/chip/profile/profile.h"

namespace chinhchu::chip {

/// The state that issues a card: a CSCA and a document signer, as the profile's [pki] and [sod] describe them.
struct Issuer
{
    Identified csca;
    Identified documentSigner;
    /// Another signer of the same CSCA: whose certificate is shown where the profile's SOD carries a strange one.
    Identified otherSigner;
};

/// Takes the issuer from @p folder or makes it there, so that a CSCA stays the same from one run to the next; several
/// processes may do so at once. Writes what a reader may know into `folder`/csca: `name`.cer (DER), `name`.crl.
Issuer takeIssuer(const Profile& profile, const std::string& folder);

} // namespace chinhchu::chip
