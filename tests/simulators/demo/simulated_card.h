#pragma once

#include "nfc/pcsc/apdu_channel.h"

#include <memory>
#include <string>
#include <vector>

namespace chinhchu::demo {

/// Makes the chip that a profile describes and puts it behind a channel. @p pki as --pki of cccd-simulator; empty: its
/// default. FILE_UNREADABLE says what is wrong with the profile.
Result<std::unique_ptr<nfc::ApduChannel>> openSimulatedCard(const std::string& profile, const std::string& pki);

/// Takes `NAME VALUE` out of the arguments and gives the value; empty when it is not there.
std::string takeOption(std::vector<char*>& arguments, const std::string& name);

} // namespace chinhchu::demo
