#pragma once

#include "nfc/authenticity/signed_data.h"

namespace chinhchu::nfc {

/// The subject of the signer of a list (master list, deviation list, trust bundle): one whose signature is right, whose
/// certificate has the extended key usage @p purpose (dotted; null: any) and chains, over authorities in the message,
/// to one of @p roots, all of them valid at @p at. The failure's detail says why there is none.
Result<std::string> checkListSigner(const SignedData& message, const char* purpose,
                                    const std::vector<CertificateHandle>& roots, TimePoint at);

} // namespace chinhchu::nfc
