#include "app/cli/command.h"
#include "app/cli/trust_option.h"
#include "app/settings/enrolment.h"
#include "app/settings/home.h"
#include "nfc/authenticity/trust_import.h"

#include <QJsonArray>

namespace chinhchu::app::cli {

namespace {

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

std::filesystem::path folderFrom(const CommandContext& context)
{
    const QString chosen = context.options.value("trust");
    return (chosen.isEmpty() ? Home(context.home).trustFolder() : chosen).toStdString();
}

std::vector<std::filesystem::path> paths(const QStringList& names)
{
    std::vector<std::filesystem::path> list;
    for (const QString& each : names) {
        list.emplace_back(each.toStdString());
    }
    return list;
}

Result<nfc::DocumentScope> scopeFromOptions(const QCommandLineParser& options)
{
    const QString scope = options.value("scope");
    if (scope == QLatin1String("any")) {
        return nfc::DocumentScope::Any;
    }
    if (scope == QLatin1String("citizen-card")) {
        return nfc::DocumentScope::CitizenCard;
    }
    if (scope == QLatin1String("passport")) {
        return nfc::DocumentScope::Passport;
    }
    return fail(FailureCode::UsageInvalid, "--scope is any, citizen-card or passport");
}

class TrustImportCommand : public Command
{
public:
    QString name() const override { return "trust import"; }
    QString summary() const override { return Text::tr("Trust the issuers in these files, all or none."); }
    QString argumentNames() const override { return "FILE..."; }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        addTrustOption(parser);
        parser.addOption({"scope", Text::tr("For which documents: any, citizen-card or passport."), "SCOPE", "any"});
        parser.addOption(
            {"root", Text::tr("A certificate that vouches for a list or bundle; may be repeated."), "FILE"});
    }

    Outcome run(const CommandContext& context) const override
    {
        if (context.arguments.isEmpty()) {
            return Outcome::failed({FailureCode::UsageInvalid, "trust import FILE..."});
        }
        const Result<nfc::DocumentScope> scope = scopeFromOptions(context.options);
        if (!scope) {
            return Outcome::failed(scope.error());
        }
        nfc::TrustImportOptions options;
        options.scope = *scope;
        options.roots = paths(context.options.values("root"));
        if (const auto enrolment = Enrolment::load(Home(context.home))) {
            const QByteArray& pem = enrolment->carrierAuthorityPem;
            options.carriers.emplace_back(pem.begin(), pem.end());
        }
        const auto report = nfc::importTrust(folderFrom(context), paths(context.arguments), options);
        return report ? told(*report) : Outcome::failed(report.error());
    }

private:
    static Outcome told(const nfc::TrustImportReport& report)
    {
        QJsonArray leftOut;
        QString lines = Text::tr("%1 certificates and %2 revocation lists added, %3 were there")
                            .arg(report.certificatesAdded)
                            .arg(report.revocationListsAdded)
                            .arg(report.alreadyThere) +
                        '\n';
        if (report.confirmedSignersAdded > 0 || report.bundleVersion > 0) {
            lines += Text::tr("version %1 of the carrier's list, with %2 confirmed signers")
                         .arg(report.bundleVersion)
                         .arg(report.confirmedSignersAdded) +
                     '\n';
        }
        if (report.deviationsAdded > 0) {
            lines += Text::tr("%1 known deviations added").arg(report.deviationsAdded) + '\n';
        }
        for (const std::string& each : report.leftOut) {
            leftOut.append(text(each));
            lines += Text::tr("left out: %1").arg(text(each)) + '\n';
        }
        return {{{"certificatesAdded", report.certificatesAdded},
                 {"revocationListsAdded", report.revocationListsAdded},
                 {"confirmedSignersAdded", report.confirmedSignersAdded},
                 {"deviationsAdded", report.deviationsAdded},
                 {"bundleVersion", static_cast<qint64>(report.bundleVersion)},
                 {"alreadyThere", report.alreadyThere},
                 {"leftOut", leftOut},
                 {"version", static_cast<qint64>(report.version)}},
                lines,
                0,
                {}};
    }
};

class TrustListCommand : public Command
{
public:
    QString name() const override { return "trust list"; }
    QString summary() const override { return Text::tr("List the issuers that are trusted."); }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override { addTrustOption(parser); }

    Outcome run(const CommandContext& context) const override
    {
        const auto entries = nfc::listTrust(folderFrom(context));
        if (!entries) {
            return Outcome::failed(entries.error());
        }
        Outcome outcome;
        QJsonArray list;
        for (const nfc::TrustEntry& each : *entries) {
            list.append(entryJson(each));
            const QString subject = text(each.subject.empty() ? each.sha256 : each.subject);
            outcome.text +=
                QStringList{text(each.kind),      text(each.country),    subject,          text(each.key),
                            text(each.validFrom), text(each.validUntil), text(each.scope), text(each.source)}
                    .join("  ") +
                '\n';
        }
        if (entries->empty()) {
            outcome.text = Text::tr("Nobody is trusted.");
        }
        outcome.json.insert("entries", list);
        return outcome;
    }

private:
    static QJsonObject entryJson(const nfc::TrustEntry& entry)
    {
        return {{"kind", text(entry.kind)},
                {"country", text(entry.country)},
                {"subject", text(entry.subject)},
                {"serial", text(entry.serial)},
                {"validFrom", text(entry.validFrom)},
                {"validUntil", text(entry.validUntil)},
                {"key", text(entry.key)},
                {"scope", text(entry.scope)},
                {"source", text(entry.source)},
                {"sha256", text(entry.sha256)},
                {"selfSigned", entry.selfSigned}};
    }
};

} // namespace

std::unique_ptr<Command> makeTrustImportCommand()
{
    return std::make_unique<TrustImportCommand>();
}

std::unique_ptr<Command> makeTrustListCommand()
{
    return std::make_unique<TrustListCommand>();
}

} // namespace chinhchu::app::cli
