#pragma once

#include "tests/simulators/chip/pki/country_pki.h"

/// What a carrier and a state publish besides certificates.
namespace chinhchu::chip::pki {

/// What a carrier's trust bundle says; nfc/authenticity/trust_bundle.h describes the format.
struct BundleSpec
{
    int format = 1;
    std::uint32_t version = 1;
    std::vector<std::pair<int, Certificate>> anchors; ///< scope: 0 any, 1 citizen cards, 2 passports
    std::vector<Bytes> revocationLists;
    std::vector<std::pair<int, Bytes>> confirmedSigners; ///< scope, SHA-256 of the certificate
};

Bytes makeBundle(const BundleSpec& spec, const Certificate& signer, const Key& key,
                 const std::vector<Certificate>& more = {});

/// One entry of a deviation list (ICAO 9303-3), by the DER of its parts.
struct DeviationSpec
{
    Bytes signer;                   ///< DocumentSignerIdentifier with its tag [1], [2] or [3]; empty: none
    std::vector<std::string> types; ///< dotted
    std::string description;
    std::string documentType; ///< two characters; empty: all
    Bytes issued;             ///< [4] with two GeneralizedTimes; empty: always
};

Bytes makeDeviationList(const std::vector<DeviationSpec>& deviations, const Certificate& signer, const Key& key);

/// DocumentSignerIdentifier in its three forms.
Bytes byIssuerAndSerial(const Certificate& signer);
Bytes byKeyIdentifier(const Certificate& signer);
Bytes byDigest(const Certificate& signer, const EVP_MD* digest);

Bytes sha256Of(const Certificate& certificate);

} // namespace chinhchu::chip::pki
