#include "app/cli/card_options.h"
#include "app/cli/command.h"
#include "app/cli/guardian_options.h"
#include "app/cli/headless_session.h"
#include "app/cli/secret_input.h"
#include "app/cli/staff_option.h"
#include "app/session/kiosk_parts.h"
#include "app/session/mode_rules.h"
#include "app/session/msisdn.h"

namespace chinhchu::app::cli {

namespace {

QString fromSecret(const SecretText& secret)
{
    return QString::fromUtf8(secret.view().data(), static_cast<qsizetype>(secret.size()));
}

Result<QStringList> numbersFromOptions(const QCommandLineParser& options)
{
    QStringList numbers;
    for (const QString& given : options.values("msisdn")) {
        // One line may hold several.
        for (const QString& each : fromSecret(secretValue(given)).split(',', Qt::SkipEmptyParts)) {
            const std::optional<QString> number = toE164(each);
            if (!number) {
                return fail(FailureCode::UsageInvalid, "--msisdn: not a mobile number");
            }
            numbers.append(*number);
        }
    }
    if (numbers.isEmpty()) {
        return fail(FailureCode::UsageInvalid, "--msisdn is missing");
    }
    return numbers;
}

class SessionCommand : public Command
{
public:
    QString name() const override { return "session"; }
    QString summary() const override { return Text::tr("A whole session without a screen."); }
    QString remarks() const override
    {
        return Text::tr("Whoever starts this command states that the citizen has read the consent text and agrees "
                        "(--consent-given is implied).");
    }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras& extras) const override
    {
        addCardOptions(parser, extras, "60");
        addKeyOptions(parser);
        parser.addOption({"camera", Text::tr("Camera device; under a demo enrolment also a picture, folder or video."),
                          "DEVICE|FILE"});
        parser.addOption({"document-front",
                          Text::tr("Under a demo enrolment: a picture of the card's front instead of the camera, where the "
                                   "carrier asks for one; with --document-back."),
                          "FILE"});
        parser.addOption({"document-back", Text::tr("A picture of the card's back; with --document-front."), "FILE"});
        parser.addOption(
            {"msisdn", Text::tr("A phone number to bind; may be repeated; - reads standard input."), "NUMBER"});
        parser.addOption(
            {"otp",
             Text::tr("The one-time password, when the carrier asks for it; - reads standard input when it "
                      "has been sent."),
             "CODE"});
        parser.addOption(
            {"digital-signature",
             Text::tr("The citizen wants a digital signature, where the carrier offers one, and agrees.")});
        parser.addOption({"carrier", Text::tr("Address of the carrier; the enrolment's when absent."), "URL"});
        parser.addOption({"models", Text::tr("Folder with the face models; when absent the one that the set-up filled."), "DIR"});
        parser.addOption({"trust", Text::tr("Folder with the certificates and CRLs of trusted issuers; the home folder's when absent."), "DIR"});
        parser.addOption({"mode", Text::tr("assisted (when absent), mobile or self-service."), "MODE", "assisted"});
        parser.addOption(
            {"no-chip", Text::tr("The card has no chip: ends with 3, for the counter; no key is needed.")});
        addGuardianOptions(parser, extras);
        addStaffOptions(parser);
        parser.addOption(
            {"gentle", Text::tr("Small movements only, under the eyes of the member of staff (--staff).")});
        if (extras.openSimulatedCamera) {
            parser.addOption({"simulated-person", "Somebody who is not there, in place of a camera.", "NAME"});
        }
        parser.addOption({"consent-given", Text::tr("The citizen agreed; implied.")});
    }

    Outcome run(const CommandContext& context) const override
    {
        // Secrets are read from standard input in this order: key, numbers, the parent's key, one-time passwords.
        const bool noChip = context.options.isSet("no-chip");
        const Result<nfc::AccessKeys> keys =
            noChip ? Result<nfc::AccessKeys>(nfc::AccessKeys{}) : keysFromOptions(context.options);
        if (!keys) {
            return Outcome::failed(keys.error());
        }
        const Result<QStringList> numbers = numbersFromOptions(context.options);
        if (!numbers) {
            return Outcome::failed(numbers.error());
        }
        const Result<nfc::AccessKeys> guardian = guardianKeysFromOptions(context.options);
        if (!guardian) {
            return Outcome::failed(guardian.error());
        }
        Result<SessionParts> parts = partsFrom(context);
        if (!parts) {
            return Outcome::failed(parts.error());
        }
        HeadlessSession session(std::move(*parts), context);
        session.setWantsSignature(context.options.isSet("digital-signature"));
        if (context.options.isSet("otp")) {
            session.setPasswords([&options = context.options] { return secretValue(options.value("otp")); });
        }
        return session.run(*numbers, *keys, *guardian);
    }

private:
    static Result<SessionParts> partsFrom(const CommandContext& context)
    {
        const QCommandLineParser& options = context.options;
        const Result<std::chrono::milliseconds> patience = patienceFromOptions(options);
        if (!patience) {
            return tl::unexpected(patience.error());
        }
        if (!isMode(options.value("mode"))) {
            return fail(FailureCode::UsageInvalid, "--mode is assisted, mobile or self-service");
        }
        KioskOptions kiosk;
        kiosk.home = context.home;
        kiosk.reader = options.value("reader");
        kiosk.camera = options.value("camera");
        kiosk.carrier = options.value("carrier");
        kiosk.models = options.value("models");
        kiosk.trust = options.value("trust");
        kiosk.inProcessCard = inProcessCardFromOptions(context);
        const QString simulated = context.extras.openSimulatedCamera ? options.value("simulated-person") : QString();
        if (!simulated.isEmpty()) {
            kiosk.simulatedCamera = [open = context.extras.openSimulatedCamera, simulated] { return open(simulated); };
        }
        kiosk.documentFront = options.value("document-front");
        kiosk.documentBack = options.value("document-back");
        if (kiosk.documentFront.isEmpty() != kiosk.documentBack.isEmpty()) {
            return fail(FailureCode::UsageInvalid, "--document-front and --document-back go together");
        }
        if (!simulated.isEmpty()) {
            kiosk.simulatedDocument = context.extras.openSimulatedDocument;
        }
        takeGuardianOptions(context, kiosk);
        if (options.isSet("gentle") && options.value("staff").isEmpty()) {
            return fail(FailureCode::UsageInvalid, "--gentle needs --staff: somebody has to watch");
        }
        Result<SessionParts> parts = makeSessionParts(kiosk);
        if (parts) {
            parts->mode = options.value("mode");
            // Who stands beside somebody alone at a kiosk only watches.
            const StaffRight right =
                modeRules(parts->mode).staffServes ? StaffRight::ServeSession : StaffRight::WatchChallenge;
            const auto staff = staffFromOptions(context, parts->enrolment.kind, right);
            if (!staff) {
                return tl::unexpected(staff.error());
            }
            parts->staff = *staff;
            if (const Result<void> served = mayServe(*parts); !served) {
                return fail(FailureCode::StaffNotAllowed, "--staff is missing");
            }
            parts->policy.cardPatience = *patience;
            if (options.isSet("gentle")) {
                parts->policy.challenge = biometrics::ChallengeStyle::Gentle;
            }
        }
        return parts;
    }
};

} // namespace

std::unique_ptr<Command> makeSessionCommand()
{
    return std::make_unique<SessionCommand>();
}

} // namespace chinhchu::app::cli
