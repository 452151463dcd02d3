#include "app/cli/chip_report.h"
#include "app/cli/command.h"
#include "app/cli/image_file.h"
#include "app/cli/match_report.h"
#include "app/cli/trust_option.h"
#include "app/evidence/evidence_verification.h"
#include "app/session/folders.h"
#include "app/session/verdict_failure.h"

#include <QJsonArray>

#include <algorithm>

namespace chinhchu::app::cli {

namespace {

Result<QByteArray> textOf(const QString& file)
{
    const Result<Bytes> content = readFile(file, 1024 * 1024);
    if (!content) {
        return tl::unexpected(content.error());
    }
    return QByteArray(reinterpret_cast<const char*>(content->data()), static_cast<qsizetype>(content->size()));
}

/// The checks that only evidence has, in the form of a verdict so that they read the same.
QJsonObject checksJson(const EvidenceReport& report)
{
    nfc::AuthenticityVerdict checks;
    checks.steps = report.steps;
    checks.reasons = report.reasons;
    QJsonObject json = authenticityJson(checks);
    return {{"reasons", json["reasons"]}, {"reasonDetails", json["reasonDetails"]}, {"steps", json["steps"]}};
}

/// The first reason with the status that the report ends with, of the chip or of the evidence.
Failure decisive(const EvidenceReport& report)
{
    const int status = report.exitStatus();
    std::vector<nfc::VerdictReason> reasons = report.chip.reasons;
    if (report.guardianChip) {
        reasons.insert(reasons.end(), report.guardianChip->reasons.begin(), report.guardianChip->reasons.end());
    }
    reasons.insert(reasons.end(), report.reasons.begin(), report.reasons.end());
    const auto found = std::ranges::find_if(reasons, [&](const auto& each) { return exitStatus(each.code) == status; });
    if (found != reasons.end()) {
        return {found->code, found->subject};
    }
    return verdictFailure(report.chip).value_or(Failure{FailureCode::FaceMismatch, {}});
}

class EvidenceVerifyCommand : public Command
{
public:
    QString name() const override { return "evidence verify"; }
    QString summary() const override { return Text::tr("Repeat every check from a piece of evidence alone."); }
    QString argumentNames() const override { return "FILE"; }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        addTrustOption(parser);
        parser.addOption({"key", Text::tr("The carrier's private key (PEM)."), "FILE"});
        parser.addOption({"device-authority", Text::tr("Certificate of who certifies devices (PEM)."), "FILE"});
        parser.addOption({"policy", Text::tr("The carrier's policy, which can only make the rules stricter."), "FILE"});
        parser.addOption({"models", Text::tr("Folder with the face models; when absent the one that the set-up filled."), "DIR"});
    }

    Outcome run(const CommandContext& context) const override
    {
        if (context.arguments.size() != 1 || !context.options.isSet("key")) {
            return Outcome::failed({FailureCode::UsageInvalid, "evidence verify FILE --key FILE"});
        }
        const Result<EvidenceReport> report = verify(context);
        if (!report) {
            return Outcome::failed(report.error());
        }
        const OpenedEvidence& opened = report->opened;
        QJsonObject json{
            {"bindingId", opened.claims.bindingId},
            {"createdAt", opened.createdAt.toOffsetFromUtc(opened.createdAt.offsetFromUtc()).toString(Qt::ISODate)},
            {"device", opened.deviceId},
            {"software", opened.software},
            {"freshness", opened.freshnessKind},
            {"signer", opened.signerName},
            {"signerTrusted", opened.signerTrusted},
            {"authenticity", authenticityJson(report->chip)},
            {"match", matchJson(opened.claims.match)},
            {"checks", checksJson(*report)}};
        if (report->guardianChip) {
            json.insert("guardian", QJsonObject{{"authenticity", authenticityJson(*report->guardianChip)},
                                                {"match", matchJson(opened.claims.guardian->match)}});
        }
        const QString text = authenticityText(report->chip) + matchText(opened.claims.match) + '\n';
        if (report->exitStatus() != 0) {
            Outcome outcome = Outcome::failed(decisive(*report), json, text);
            outcome.exitCode = report->exitStatus();
            return outcome;
        }
        return {json, text, 0, {}};
    }

private:
    static Result<EvidenceReport> verify(const CommandContext& context)
    {
        EvidenceKeys keys;
        const Result<QByteArray> key = textOf(context.options.value("key"));
        if (!key) {
            return tl::unexpected(key.error());
        }
        keys.sealKeyPem = *key;
        if (context.options.isSet("device-authority")) {
            const Result<QByteArray> authority = textOf(context.options.value("device-authority"));
            if (!authority) {
                return tl::unexpected(authority.error());
            }
            keys.deviceAuthorityPem = *authority;
        }
        EvidenceRules rules;
        if (context.options.isSet("policy")) {
            const Result<QByteArray> file = textOf(context.options.value("policy"));
            Result<CarrierPolicy> policy = file ? CarrierPolicy::read(*file) : tl::unexpected(file.error());
            if (!policy) {
                return tl::unexpected(policy.error());
            }
            rules.policy = *std::move(policy);
        }
        const Result<nfc::TrustStore> trust = trustFromOptions(context);
        const Result<Bytes> sealed = readFile(context.arguments.first());
        if (!trust || !sealed) {
            return tl::unexpected(trust ? sealed.error() : trust.error());
        }
        const QString models = modelsFolder(context.options.value("models"));
        const auto engine = biometrics::FaceEngine::load(models.toStdString());
        if (!engine) {
            context.progress(Text::tr("The face is not compared again: the models are missing."));
        }
        if (keys.deviceAuthorityPem.isEmpty()) {
            context.progress(Text::tr("Nobody vouches for the device: without --device-authority nothing is proven."));
        }
        return verifyEvidence(*sealed, keys, *trust, engine ? engine->get() : nullptr, rules);
    }
};

} // namespace

std::unique_ptr<Command> makeEvidenceVerifyCommand()
{
    return std::make_unique<EvidenceVerifyCommand>();
}

} // namespace chinhchu::app::cli
