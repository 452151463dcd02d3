#include "app/cli/guardian_options.h"

#include "app/cli/secret_input.h"
#include "nfc/cccd/candidate_keys.h"

namespace chinhchu::app::cli {

void addGuardianOptions(QCommandLineParser& parser, const CommandLineExtras& extras)
{
    parser.addOption({"guardian-can",
                      Text::tr("For a child: the last 6 digits of the number on the parent's card, who "
                               "agrees; - reads standard input."),
                      "N"});
    parser.addOption({"guardian-qr",
                      Text::tr("For a child: the text of the QR code on the parent's card; - reads standard input."),
                      "TEXT"});
    parser.addOption({"guardian-reader", Text::tr("The reader for the parent's card; the same when absent."), "NAME"});
    parser.addOption({"guardian-camera", Text::tr("The camera for the parent; the same when absent."), "DEVICE|FILE"});
    if (extras.openInProcessCard) {
        parser.addOption(
            {"guardian-in-process-card", "A simulated chip of the parent inside this process.", "PROFILE"});
    }
    if (extras.openSimulatedCamera) {
        parser.addOption({"guardian-simulated-person", "A parent who is not there, in place of a camera.", "NAME"});
    }
}

Result<nfc::AccessKeys> guardianKeysFromOptions(const QCommandLineParser& options)
{
    const bool can = options.isSet("guardian-can");
    const bool qr = options.isSet("guardian-qr");
    if (!can && !qr) {
        return nfc::AccessKeys{};
    }
    if (can && qr) {
        return fail(FailureCode::UsageInvalid, "one of --guardian-can, --guardian-qr");
    }
    Result<nfc::AccessKeys> keys = can ? nfc::cccd::keysFromCan(secretValue(options.value("guardian-can")).view())
                                       : nfc::cccd::keysFromQr(secretValue(options.value("guardian-qr")).view());
    if (!keys) {
        return fail(FailureCode::UsageInvalid,
                    std::string(can ? "--guardian-can: " : "--guardian-qr: ") + keys.error().detail);
    }
    return keys;
}

void takeGuardianOptions(const CommandContext& context, KioskOptions& kiosk)
{
    const QCommandLineParser& options = context.options;
    kiosk.guardianReader = options.value("guardian-reader");
    kiosk.guardianCamera = options.value("guardian-camera");
    if (context.extras.openInProcessCard && options.isSet("guardian-in-process-card")) {
        kiosk.inProcessGuardianCard = [make = context.extras.openInProcessCard,
                                       profile = options.value("guardian-in-process-card")] { return make(profile); };
    }
    if (context.extras.openSimulatedCamera && options.isSet("guardian-simulated-person")) {
        kiosk.simulatedGuardian = [open = context.extras.openSimulatedCamera,
                                   person = options.value("guardian-simulated-person")] { return open(person); };
    }
}

} // namespace chinhchu::app::cli
