#pragma once

#include "app/evidence/openssl_handles.h"
#include "app/settings/token_uri.h"

namespace chinhchu::app {

/// A key in a token, for OpenSSL to sign with: the private half stays there. DEVICE_KEY_UNAVAILABLE when the token, the
/// key or OpenSSL's engine "pkcs11" is not there, or when the PIN is wrong.
Result<KeyHandle> tokenKey(const TokenUri& where);

/// Makes an EC P-256 key in the token that it never gives away (CKA_SENSITIVE, not CKA_EXTRACTABLE), or takes the one that
/// is there under this name, if it is such a one: an enrolment may have been broken off. DEVICE_KEY_UNAVAILABLE as above.
Result<void> makeTokenKey(const TokenUri& where);

} // namespace chinhchu::app
