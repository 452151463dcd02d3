#include "app/cli/card_options.h"
#include "app/cli/chip_report.h"
#include "app/cli/command.h"
#include "app/cli/saved_files.h"
#include "app/cli/secret_input.h"
#include "app/cli/trust_option.h"
#include "app/session/verdict_failure.h"

namespace chinhchu::app::cli {

namespace {

QString phaseText(const nfc::ReadProgress& progress)
{
    using Phase = nfc::ReadProgress::Phase;
    switch (progress.phase) {
    case Phase::Connecting:
        return Text::tr("connecting");
    case Phase::OpeningChannel:
        return Text::tr("opening the chip");
    case Phase::ReadingFiles:
        return Text::tr("reading %1").arg(QString::fromStdString(progress.file));
    case Phase::Authenticating:
        return Text::tr("checking that the chip is genuine");
    case Phase::WaitingForCard:
        return Text::tr("the card moved: waiting for it");
    case Phase::Done:
        return Text::tr("done");
    }
    return {};
}

Result<nfc::AccessPreference> accessFromOptions(const QCommandLineParser& options)
{
    const QString access = options.value("access");
    if (access == QLatin1String("auto")) {
        return nfc::AccessPreference::Auto;
    }
    if (access == QLatin1String("pace")) {
        return nfc::AccessPreference::PaceOnly;
    }
    if (access == QLatin1String("bac")) {
        return nfc::AccessPreference::BacOnly;
    }
    return fail(FailureCode::UsageInvalid, "--access is auto, pace or bac");
}

class ReadCommand : public Command
{
public:
    QString name() const override { return "read"; }
    QString summary() const override { return Text::tr("Read a card and check that it is genuine."); }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras& extras) const override
    {
        addCardOptions(parser, extras, "5");
        addKeyOptions(parser);
        addTrustOption(parser);
        parser.addOption({"access", Text::tr("How the chip is opened: auto, pace or bac."), "WAY", "auto"});
        parser.addOption({"save", Text::tr("Folder for the chip's files; DG13 is never saved."), "DIR"});
        parser.addOption({"trace", Text::tr("File for the exchange, personal data masked."), "FILE"});
        parser.addOption({"trace-unmasked", Text::tr("Write everything into the trace: for test cards only.")});
        parser.addOption(
            {"replay", Text::tr("Read from an unmasked trace instead of a card; never ends as verified."), "FILE"});
        parser.addOption({"all-files", Text::tr("Read every file that the chip gives out, not only what is needed.")});
    }

    Outcome run(const CommandContext& context) const override
    {
        Result<nfc::ReadRequest> request = requestFrom(context);
        if (!request) {
            return Outcome::failed(request.error());
        }
        const Result<std::unique_ptr<nfc::ApduChannel>> card = openSource(context, *request);
        if (!card) {
            return Outcome::failed(card.error());
        }
        const Result<nfc::ChipIdentity> chip = nfc::readChip(**card, *request);
        if (!chip) {
            return Outcome::failed(chip.error());
        }
        return report(context, *chip);
    }

private:
    /// The card, or the recording of one with its random numbers.
    static Result<std::unique_ptr<nfc::ApduChannel>> openSource(const CommandContext& context,
                                                                nfc::ReadRequest& request)
    {
        if (!context.options.isSet("replay")) {
            return openCardFromOptions(context);
        }
        if (context.options.isSet("reader") || context.options.isSet("trace")) {
            return fail(FailureCode::UsageInvalid, "--replay goes without --reader and --trace");
        }
        return openReplay(context, context.options.value("replay"), request);
    }

    static Result<nfc::ReadRequest> requestFrom(const CommandContext& context)
    {
        nfc::ReadRequest request;
        Result<nfc::AccessPreference> access = accessFromOptions(context.options);
        if (!access) {
            return tl::unexpected(access.error());
        }
        Result<nfc::TrustStore> trust = trustFromOptions(context);
        if (!trust) {
            return tl::unexpected(trust.error());
        }
        Result<GivenKeys> given = givenKeys(context.options);
        if (!given) {
            return tl::unexpected(given.error());
        }
        request.access = *access;
        request.trust = std::move(*trust);
        request.keys = std::move(given->keys);
        request.printed = std::move(given->printed);
        request.content = context.options.isSet("all-files") ? nfc::ReadContent::Everything : nfc::ReadContent::Session;
        request.traceFile = context.options.value("trace").toStdString();
        request.traceEverything = context.options.isSet("trace-unmasked");
        if (request.traceEverything && request.traceFile.empty()) {
            return fail(FailureCode::UsageInvalid, "--trace-unmasked needs --trace");
        }
        request.progress = [&context, last = QString()](const nfc::ReadProgress& progress) mutable {
            const QString line = phaseText(progress);
            if (line != last) {
                last = line;
                context.progress(line);
            }
        };
        return request;
    }

    static Outcome report(const CommandContext& context, const nfc::ChipIdentity& chip)
    {
        if (context.options.isSet("save")) {
            const Result<void> saved = saveFiles(chip, context.options.value("save"));
            if (!saved) {
                return Outcome::failed(saved.error(), chipJson(chip), chipText(chip));
            }
        }
        if (chip.source == "replay") {
            // No card was there: whatever the recording says, this was no read.
            return Outcome::failed({FailureCode::ReplayIsNoCard, {}}, chipJson(chip), chipText(chip));
        }
        if (const std::optional<Failure> problem = verdictFailure(chip.authenticity)) {
            return Outcome::failed(*problem, chipJson(chip), chipText(chip));
        }
        return {chipJson(chip), chipText(chip), 0, {}};
    }
};

} // namespace

std::unique_ptr<Command> makeReadCommand()
{
    return std::make_unique<ReadCommand>();
}

} // namespace chinhchu::app::cli
