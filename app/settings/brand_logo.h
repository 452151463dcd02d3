#pragma once

#include "app/settings/brand.h"
#include "biometrics/image.h"

namespace chinhchu::app {

/// The logo's pixels; empty where there is no logo. Decoded in the confined child process, like every picture that comes
/// from elsewhere: blocks some tens of milliseconds. POLICY_INVALID when it is no PNG, larger than 1024 x 512 or broken.
Result<biometrics::Image> decodeLogo(const Brand& brand);

} // namespace chinhchu::app
