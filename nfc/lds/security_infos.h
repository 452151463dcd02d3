#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <optional>
#include <string>
#include <vector>

namespace chinhchu::nfc {

/// The ciphers that a SecurityInfo can name for a protected channel.
enum class Cipher
{
    TripleDes,
    Aes128,
    Aes192,
    Aes256
};

/// How the two sides agree on a secret.
enum class Agreement
{
    Dh,
    Ecdh
};

/// How PACE turns the nonce into a new generator (ICAO 9303-11, 4.4.3.3).
enum class Mapping
{
    Generic,
    Integrated,
    ChipAuthentication
};

/// PACEInfo (ICAO 9303-11, 9.2.1): one way to run PACE that the chip offers.
struct PaceInfo
{
    Bytes oid; ///< content bytes of the object identifier, as they go into MSE:Set AT
    Mapping mapping = Mapping::Generic;
    Agreement agreement = Agreement::Ecdh;
    Cipher cipher = Cipher::Aes128;
    int version = 0;
    /// Standardised domain parameters (0..31), or the reference of a PaceDomainParameters.
    std::optional<int> parameterId;
    Bytes whole; ///< as it stands in the file, for comparing two files
};

/// PACEDomainParameterInfo (9.2.2): explicit parameters.
struct PaceDomainParameters
{
    Agreement agreement = Agreement::Ecdh;
    Mapping mapping = Mapping::Generic;
    Bytes algorithmIdentifier;
    std::optional<int> parameterId;
    Bytes whole; ///< as it stands in the file
};

/// ChipAuthenticationInfo (9.2.5).
struct ChipAuthenticationInfo
{
    Bytes oid;
    Agreement agreement = Agreement::Ecdh;
    Cipher cipher = Cipher::TripleDes;
    int version = 0;
    std::optional<int> keyId;
};

/// ChipAuthenticationPublicKeyInfo (9.2.6).
struct ChipAuthenticationKey
{
    Agreement agreement = Agreement::Ecdh;
    Bytes algorithmIdentifier;
    Bytes publicKey; ///< the content of the BIT STRING: a point, or a DER INTEGER for DH
    std::optional<int> keyId;
    Bytes whole;
};

/// What EF.CardAccess, EF.CardSecurity and DG14 say about the protocols of the chip. What is not known is skipped,
/// never an error: the list grows with every edition of the standard.
struct SecurityInfos
{
    std::vector<PaceInfo> pace;
    std::vector<PaceDomainParameters> paceParameters;
    std::vector<ChipAuthenticationInfo> chipAuthentication;
    std::vector<ChipAuthenticationKey> chipAuthenticationKeys;
};

/// @p set the SET OF SecurityInfo with its tag 31. DATA_GROUP_MALFORMED when it is none, or holds more than 64 entries.
Result<SecurityInfos> parseSecurityInfos(ByteView set);

/// DG14 (tag 6E) around the same set. Call it only after the hash of the file was right.
Result<SecurityInfos> parseDg14(ByteView raw);

/// True if everything that @p cardAccess says of PACE, its domain parameters included, is also in @p dg14, byte for
/// byte, and the other way round (ICAO 9303-11, 4.4.2: EF.CardAccess is not signed and must be checked against DG14). A
/// DG14 of an older edition, which lists no PACE at all, does not contradict.
bool paceAgrees(const SecurityInfos& cardAccess, const SecurityInfos& dg14);

/// "0.4.0.127.0.7.2.2.4.2.2" from the content bytes of an object identifier; empty if they are none.
std::string dottedOid(ByteView content);

} // namespace chinhchu::nfc
