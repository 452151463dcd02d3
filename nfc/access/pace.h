#pragma once

#include "nfc/access/access_key.h"
#include "nfc/access/agreement_group.h"
#include "nfc/apdu/card_link.h"

#include <optional>

namespace chinhchu::nfc {

/// What a chip proved while PACE ran, for those variants in which it proves something.
struct PaceOutcome
{
    /// Chip Authentication Mapping (ICAO 9303-11, 4.4.3.5): the decrypted answer, still to be checked against the key
    /// in EF.CardSecurity. Empty for the other mappings.
    Bytes chipAuthenticationData;
    /// The public key that the chip used for mapping.
    Bytes chipMappingKey;
};

/// Password Authenticated Connection Establishment (ICAO 9303-11, 4.4) by @p info: both sides prove that they know the
/// password without showing it, and a new channel is opened on @p link. To be run in the master file, before the
/// application is selected.
///
/// ACCESS_KEY_WRONG: the chip and we do not share the password. CARD_REFUSED with the step and status word: the chip
/// did not let the protocol run. CARD_NOT_SUPPORTED: parameters that this program does not know.
Result<PaceOutcome> openWithPace(CardLink& link, const PaceInfo& info, const SecurityInfos& cardAccess,
                                 const AccessKey& key, const RandomSource& random);

/// True if the chip that ran PACE with Chip Authentication Mapping holds the private key to @p chipPublicKey (ICAO
/// 9303-11, 4.4.3.5.2), which must come from an authenticated EF.CardSecurity. @p group as paceGroup() gave it.
bool provesChip(const PaceOutcome& outcome, const AgreementGroup& group, ByteView chipPublicKey);

/// The group that @p info runs in; CARD_NOT_SUPPORTED if it is unknown here.
Result<std::unique_ptr<AgreementGroup>> paceGroup(const PaceInfo& info, const SecurityInfos& cardAccess);

} // namespace chinhchu::nfc
