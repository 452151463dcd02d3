#pragma once

#include "nfc/authenticity/trust_store.h"
#include "nfc/lds/security_infos.h"

#include <chrono>

namespace chinhchu::nfc {

/// EF.CardSecurity after passive authentication (ICAO 9303-11, 9.2.11 and 9303-10, 3.11.4): the public key with which a
/// chip proves itself while PACE runs (Chip Authentication Mapping), signed like EF.SOD.
struct CardSecurity
{
    SecurityInfos infos;
    /// A trusted issuer vouches for the signer, without objection.
    bool issuerTrusted = false;
    Bytes signerCertificate; ///< DER
    std::string scheme;      ///< "ECDSA with SHA-256", for the checklist
};

/// CHIP_AUTHENTICATION_FAILED when @p raw is not rightly signed by anybody, DATA_GROUP_MALFORMED when what was signed
/// cannot be understood. An unknown issuer is no failure: `issuerTrusted` says so.
Result<CardSecurity> authenticateCardSecurity(ByteView raw, const TrustStore& trust,
                                              std::chrono::system_clock::time_point at);

/// True if @p infos holds @p publicKey as a key of chip authentication.
bool holdsChipKey(const SecurityInfos& infos, ByteView publicKey);

} // namespace chinhchu::nfc
