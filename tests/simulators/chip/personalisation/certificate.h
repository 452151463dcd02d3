#pragma once

#include "tests/simulators/chip/wire/crypto.h"

#include <vector>

#include <openssl/x509.h>

namespace chinhchu::chip {

using Certificate = std::shared_ptr<X509>;

/// A certificate with its private key.
struct Identified
{
    Key key;
    Certificate certificate;
};

struct CertificateWish
{
    std::string country, commonName;
    enum class Role
    {
        Csca,
        Link,
        DocumentSigner
    } role = Role::DocumentSigner;
    std::string notBefore = "20200101000000Z", notAfter = "20441231235959Z";
    long serial = 1;
};

/// A certificate after the profiles of ICAO 9303-12, 7.1. @p issuer is null for a self-signed one.
Certificate makeCertificate(const CertificateWish& wish, const Key& subject, const Identified* issuer);

/// A revocation list of @p issuer with these serial numbers on it.
Bytes makeRevocationList(const Identified& issuer, const std::vector<long>& serials);

Bytes encoded(const Certificate& certificate);

} // namespace chinhchu::chip
