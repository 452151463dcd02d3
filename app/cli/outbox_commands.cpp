#include "app/cli/command.h"

#include "app/outbox/outbox.h"
#include "app/settings/carrier_url.h"
#include "app/settings/enrolment.h"

#include <QEventLoop>
#include <QJsonArray>

#include <algorithm>

namespace chinhchu::app::cli {

namespace {

QString stateName(Outbox::State state)
{
    constexpr const char* names[] = {"waiting", "refused", "delivered"};
    return names[static_cast<int>(state)];
}

QString time(const QDateTime& moment)
{
    // RFC 3339 with offset.
    return moment.isValid() ? moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate) : QString();
}

QJsonObject entryJson(const Outbox::Entry& entry)
{
    return {{"bindingId", entry.bindingId},       {"state", stateName(entry.state)},
            {"createdAt", time(entry.createdAt)}, {"size", entry.size},
            {"attempts", entry.attempts},         {"nextAttempt", time(entry.nextAttempt)},
            {"lastError", entry.lastError},       {"receiptNumber", entry.receiptNumber}};
}

class OutboxListCommand : public Command
{
public:
    QString name() const override { return "outbox list"; }
    QString summary() const override { return Text::tr("List what waits for the carrier."); }

    Outcome run(const CommandContext& context) const override
    {
        const auto outbox = Outbox::open(Home(context.home).outboxFile());
        if (!outbox) {
            return Outcome::failed(outbox.error());
        }
        const Result<std::vector<Outbox::Entry>> entries = (*outbox)->list();
        if (!entries) {
            return Outcome::failed(entries.error());
        }
        Outcome outcome;
        QJsonArray list;
        for (const Outbox::Entry& each : *entries) {
            list.append(entryJson(each));
            outcome.text += QStringList{each.bindingId, stateName(each.state), time(each.createdAt),
                                        Text::tr("%n attempt(s)", nullptr, each.attempts),
                                        each.receiptNumber.isEmpty() ? each.lastError : each.receiptNumber}
                                .join("  ") +
                            '\n';
        }
        if (entries->empty()) {
            outcome.text = Text::tr("Nothing waits.");
        }
        outcome.json.insert("entries", list);
        return outcome;
    }
};

class OutboxSyncCommand : public Command
{
public:
    QString name() const override { return "outbox sync"; }
    QString summary() const override { return Text::tr("Send what waits to the carrier, now."); }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        parser.addOption({"carrier", Text::tr("Address of the carrier; the enrolment's when absent."), "URL"});
    }

    Outcome run(const CommandContext& context) const override
    {
        const Home home(context.home);
        const Result<Enrolment> enrolment = Enrolment::load(home);
        if (!enrolment) {
            return Outcome::failed(enrolment.error());
        }
        const Result<QUrl> address = carrierUrl(context.options.value("carrier"));
        if (!address) {
            return Outcome::failed(address.error());
        }
        const auto outbox = Outbox::open(home.outboxFile());
        if (!outbox) {
            return Outcome::failed(outbox.error());
        }
        CarrierClient carrier(*enrolment, *address);
        Courier courier(**outbox, carrier);
        std::optional<Result<Courier::Outcome>> result;
        QEventLoop loop;
        courier.deliverAll([&](Result<Courier::Outcome> outcome) {
            result = std::move(outcome);
            loop.quit();
        });
        if (!result) {
            loop.exec();
        }
        return *result ? report(**outbox, **result) : Outcome::failed(result->error());
    }

private:
    static Outcome report(Outbox& outbox, const Courier::Outcome& result)
    {
        const QJsonObject json{
            {"delivered", result.delivered}, {"refused", result.refused}, {"waiting", result.waiting}};
        const QString text = Text::tr("%1 delivered, %2 refused, %3 waiting")
                                 .arg(result.delivered)
                                 .arg(result.refused)
                                 .arg(result.waiting);
        if (result.refused > 0) {
            return Outcome::failed({FailureCode::CarrierRefused, {}}, json, text);
        }
        if (result.waiting > 0) {
            return Outcome::failed({FailureCode::QueuedNotDelivered, lastError(outbox)}, json, text);
        }
        return {json, text, 0, {}};
    }

    static std::string lastError(Outbox& outbox)
    {
        const Result<std::vector<Outbox::Entry>> entries = outbox.list();
        if (!entries) {
            return {};
        }
        const auto waiting =
            std::ranges::find_if(*entries, [](const auto& each) { return each.state == Outbox::State::Waiting; });
        return waiting == entries->end() ? std::string() : waiting->lastError.toStdString();
    }
};

} // namespace

std::unique_ptr<Command> makeOutboxListCommand()
{
    return std::make_unique<OutboxListCommand>();
}

std::unique_ptr<Command> makeOutboxSyncCommand()
{
    return std::make_unique<OutboxSyncCommand>();
}

} // namespace chinhchu::app::cli
