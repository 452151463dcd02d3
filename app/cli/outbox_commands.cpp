#include "app/cli/command.h"

#include "app/audit/audit_trail.h"
#include "app/cli/outbox_recovery.h"
#include "app/outbox/housekeeping.h"
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

/// What the carrier makes of a delivered binding: received is not yet verified.
QJsonValue verdictName(const Outbox::Entry& entry)
{
    if (entry.state != Outbox::State::Delivered) {
        return QJsonValue::Null;
    }
    return entry.verdict == BindingReceipt::State::Verified ? "verified" : "received";
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
            {"lastError", entry.lastError},       {"receiptNumber", entry.receiptNumber},
            {"carrierState", verdictName(entry)}};
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
        tellRecovery(**outbox, context, outcome.json);
        QJsonArray list;
        for (const Outbox::Entry& each : *entries) {
            list.append(entryJson(each));
            const QString state =
                verdictName(each) == "received" ? Text::tr("received, not yet authenticated") : stateName(each.state);
            outcome.text += QStringList{each.bindingId, state, time(each.createdAt),
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
        QJsonObject json;
        tellRecovery(**outbox, context, json);
        CarrierClient carrier(*enrolment, *address);
        // A trail that is broken is told by its own command; what waits is still worth sending.
        auto opened = AuditTrail::open(home.auditFile());
        const std::shared_ptr<AuditTrail> trail = opened ? *std::move(opened) : nullptr;
        if (trail) {
            carrier.setAuditHead([trail] { return trail->head().text(); });
        }
        Courier courier(**outbox, carrier);
        courier.setTrail(trail);
        std::optional<Result<Courier::Outcome>> result;
        QEventLoop loop;
        courier.deliverAll([&](Result<Courier::Outcome> outcome) {
            result = std::move(outcome);
            loop.quit();
        });
        if (!result) {
            loop.exec();
        }
        if (!*result) {
            return Outcome::failed(result->error(), json);
        }
        if ((*result)->waiting == 0) {
            keepHouse(home, *enrolment, carrier, json);
        }
        return report(**outbox, **result, json);
    }

private:
    /// Nonces for the days without network, the newest policy and the newest list of issuers; a carrier that has none is no
    /// reason to fail.
    static void keepHouse(const Home& home, const Enrolment& enrolment, CarrierClient& carrier, QJsonObject& json)
    {
        Housekeeping housekeeping(
            {nullptr, std::shared_ptr<CarrierClient>(std::shared_ptr<void>(), &carrier),
             std::make_shared<NonceStore>(home.nonceFile()),
             std::make_shared<PolicyStore>(home.policyFile(), enrolment.carrierAuthorityPem), enrolment, nullptr,
             std::make_shared<TrustListStore>(home.trustListFile(), enrolment.carrierAuthorityPem, home.trustFolder())});
        std::optional<Result<int>> kept;
        std::optional<Result<CarrierPolicy>> policy;
        std::optional<Result<std::optional<TrustList>>> issuers;
        QEventLoop loop;
        housekeeping.fillNonces([&](Result<int> found) {
            kept = std::move(found);
            housekeeping.refreshPolicy([&](Result<CarrierPolicy> taken) {
                policy = std::move(taken);
                housekeeping.refreshTrustList([&](Result<std::optional<TrustList>> list) {
                    issuers = std::move(list);
                    loop.quit();
                });
            });
        });
        if (!issuers) {
            loop.exec();
        }
        json.insert("nonces", *kept ? QJsonValue(**kept) : QJsonValue());
        json.insert("trustList", *issuers && **issuers ? QJsonValue((**issuers)->version) : QJsonValue());
        json.insert("policy", *policy ? QJsonValue(qint64((*policy)->version)) : QJsonValue());
    }

    /// 0: everything is with the carrier. That it is not all verified yet is said, not counted as a failure to deliver.
    static Outcome report(Outbox& outbox, const Courier::Outcome& result, QJsonObject json)
    {
        json.insert("delivered", result.delivered);
        json.insert("refused", result.refused);
        json.insert("waiting", result.waiting);
        json.insert("notYetVerified", result.undecided);
        QString text = Text::tr("%1 delivered, %2 refused, %3 waiting")
                           .arg(result.delivered)
                           .arg(result.refused)
                           .arg(result.waiting);
        if (result.undecided > 0) {
            text += '\n' + Text::tr("received, not yet authenticated: %1").arg(result.undecided);
        }
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

class OutboxVerifyCommand : public Command
{
public:
    QString name() const override { return "outbox verify"; }
    QString summary() const override { return Text::tr("Check that everything that waits is whole."); }

    Outcome run(const CommandContext& context) const override
    {
        const auto outbox = Outbox::open(Home(context.home).outboxFile());
        if (!outbox) {
            return Outcome::failed(outbox.error());
        }
        QJsonObject json;
        const bool recovered = (*outbox)->recovery().has_value();
        tellRecovery(**outbox, context, json);
        if (recovered) {
            return Outcome::failed({FailureCode::StorageFailed, "the queue was damaged"}, json);
        }
        const Result<int> looked = (*outbox)->verify();
        if (!looked) {
            return Outcome::failed(looked.error(), json);
        }
        json.insert("waiting", *looked);
        return {json, Text::tr("The queue is whole; waiting: %1").arg(*looked), 0, {}};
    }
};

} // namespace

std::unique_ptr<Command> makeOutboxVerifyCommand()
{
    return std::make_unique<OutboxVerifyCommand>();
}

std::unique_ptr<Command> makeOutboxListCommand()
{
    return std::make_unique<OutboxListCommand>();
}

std::unique_ptr<Command> makeOutboxSyncCommand()
{
    return std::make_unique<OutboxSyncCommand>();
}

} // namespace chinhchu::app::cli
