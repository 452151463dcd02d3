#pragma once

#include "app/evidence/evidence.h"
#include "app/evidence/member_reader.h"
#include "app/evidence/wiping_json.h"

namespace chinhchu::app {

// The members of the payload that are there only where the carrier's policy asked the citizen for more: the offer of a
// digital signature, the citizen's own signature, pictures of the card.

void writeAskedMembers(WipingJson& json, const Evidence& evidence);
void readAskedMembers(MemberReader& root, Evidence& claims);

/// What a consent consists of, in whichever object it stands.
void writeConsentMembers(WipingJson& json, const Evidence::Consent& consent);
void readConsentMembers(MemberReader& consent, Evidence::Consent& kept);

} // namespace chinhchu::app
