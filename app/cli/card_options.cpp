#include "app/cli/card_options.h"

#include "app/settings/enrolment.h"
#include "nfc/pcsc/reader_service.h"
#include "nfc/pcsc/trace.h"

namespace chinhchu::app::cli {

namespace {

Result<std::unique_ptr<nfc::ApduChannel>> open(const CommandContext& context)
{
    if (const auto inProcess = inProcessCardFromOptions(context)) {
        return inProcess();
    }
    const Result<std::chrono::milliseconds> patience = patienceFromOptions(context.options);
    if (!patience) {
        return tl::unexpected(patience.error());
    }
    return nfc::ReaderService::openCard(context.options.value("reader").toStdString(), *patience);
}

/// DEMO_ONLY for what is no real card on a device that is enrolled for real work. Without an enrolment a simulated card
/// may be read: nothing can be delivered then, so nobody can be taken in.
Result<void> allowed(const CommandContext& context, const nfc::ChannelInfo& info)
{
    const Result<Enrolment> enrolment = Enrolment::load(Home(context.home));
    const bool real = info.source == "pcsc" && !info.isVirtual;
    if (!real && enrolment && enrolment->kind == Enrolment::Kind::Production) {
        return fail(FailureCode::DemoOnly, "reader " + info.name);
    }
    return {};
}

} // namespace

void addCardOptions(QCommandLineParser& parser, const CommandLineExtras& extras, const QString& defaultWait)
{
    parser.addOption({"reader", Text::tr("Name of the reader; the first one with a card when absent."), "NAME"});
    if (!defaultWait.isEmpty()) {
        parser.addOption(
            {"wait", Text::tr("How long to wait for a card; %1 when absent.").arg(defaultWait), "SECONDS", defaultWait});
    }
    if (extras.openInProcessCard) {
        parser.addOption({"in-process-card", Text::tr("A simulated chip inside this process."), "PROFILE"});
    }
}

Result<std::chrono::milliseconds> patienceFromOptions(const QCommandLineParser& options)
{
    bool isNumber = false;
    const double seconds = options.value("wait").toDouble(&isNumber);
    if (!isNumber || !(seconds >= 0 && seconds <= 3600)) {
        return fail(FailureCode::UsageInvalid, "--wait: seconds, 3600 at most");
    }
    return std::chrono::milliseconds(static_cast<long>(seconds * 1000));
}

std::function<Result<std::unique_ptr<nfc::ApduChannel>>()> inProcessCardFromOptions(const CommandContext& context)
{
    if (!context.extras.openInProcessCard || !context.options.isSet("in-process-card")) {
        return {};
    }
    return [make = context.extras.openInProcessCard, profile = context.options.value("in-process-card")] {
        return make(profile);
    };
}

Result<std::unique_ptr<nfc::ApduChannel>> openCardFromOptions(const CommandContext& context)
{
    Result<std::unique_ptr<nfc::ApduChannel>> card = open(context);
    if (!card) {
        return card;
    }
    if (const Result<void> may = allowed(context, (*card)->info()); !may) {
        return tl::unexpected(may.error());
    }
    return card;
}

Result<std::unique_ptr<nfc::ApduChannel>> openReplay(const CommandContext& context, const QString& file,
                                                     nfc::ReadRequest& request)
{
    Result<std::unique_ptr<nfc::ReplayChannel>> replay = nfc::ReplayChannel::open(file.toStdString());
    if (!replay) {
        return tl::unexpected(replay.error());
    }
    if (const Result<void> may = allowed(context, (*replay)->info()); !may) {
        return tl::unexpected(may.error());
    }
    request.random = (*replay)->random();
    return std::unique_ptr<nfc::ApduChannel>(std::move(*replay));
}

} // namespace chinhchu::app::cli
