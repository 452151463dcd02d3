#pragma once

#include "app/cli/command.h"
#include "nfc/authenticity/trust_store.h"

namespace chinhchu::app::cli {

void addTrustOption(QCommandLineParser& parser);

/// The issuers in --trust, else in the home's folder. No folder there: nobody is trusted, and an intact chip ends as
/// issuer-unknown. FILE_UNREADABLE for a --trust that does not exist.
Result<nfc::TrustStore> trustFromOptions(const CommandContext& context);

} // namespace chinhchu::app::cli
