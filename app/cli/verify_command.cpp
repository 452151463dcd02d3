#include "app/cli/chip_report.h"
#include "app/cli/command.h"
#include "app/cli/image_file.h"
#include "app/cli/saved_files.h"
#include "app/cli/trust_option.h"
#include "app/cli/verdict_checklist.h"
#include "app/session/verdict_failure.h"
#include "nfc/authenticity/saved_files.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>

namespace chinhchu::app::cli {

namespace {

/// --at: a day (its end counts: a certificate that begins on that day is valid) or a moment in RFC 3339.
Result<std::chrono::system_clock::time_point> momentFromOptions(const QCommandLineParser& options)
{
    if (!options.isSet("at")) {
        return std::chrono::system_clock::now();
    }
    const QString given = options.value("at");
    const QDate day = QDate::fromString(given, Qt::ISODate);
    const QDateTime moment =
        day.isValid() ? QDateTime(day, QTime(23, 59, 59), Qt::UTC) : QDateTime::fromString(given, Qt::ISODate);
    if (!moment.isValid()) {
        return fail(FailureCode::UsageInvalid, "--at: a day (2026-01-31) or a time with its offset");
    }
    return std::chrono::system_clock::time_point(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

/// `files` of the contract for a folder.
Result<QJsonObject> filesJson(const QString& folder)
{
    QJsonObject files;
    qint64 bytes = 0;
    for (const QString& name : QDir(folder).entryList({"EF_*.bin"}, QDir::Files, QDir::Name)) {
        const Result<Bytes> content = readFile(QDir(folder).filePath(name));
        if (!content) {
            return tl::unexpected(content.error());
        }
        const QByteArrayView view(reinterpret_cast<const char*>(content->data()),
                                  static_cast<qsizetype>(content->size()));
        const QByteArray hash = QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Sha256).toHex();
        bytes += view.size();
        files.insert(chipFileName(name), QJsonObject{{"size", view.size()}, {"sha256", QString::fromLatin1(hash)}});
    }
    files.insert("", bytes);
    return files;
}

class VerifyCommand : public Command
{
public:
    QString name() const override { return "verify"; }
    QString summary() const override { return Text::tr("Check files saved from a chip, or an SOD alone."); }
    QString argumentNames() const override { return "DIR|--sod FILE"; }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        addTrustOption(parser);
        parser.addOption({"at", Text::tr("Judge as of this day or moment; now when absent."), "DATE"});
        parser.addOption({"sod", Text::tr("Check the signature and chain of this EF.SOD only."), "FILE"});
    }

    Outcome run(const CommandContext& context) const override
    {
        const bool alone = context.options.isSet("sod");
        if (context.arguments.size() != (alone ? 0 : 1)) {
            return Outcome::failed({FailureCode::UsageInvalid, "verify DIR, or verify --sod FILE"});
        }
        const auto moment = momentFromOptions(context.options);
        if (!moment) {
            return Outcome::failed(moment.error());
        }
        const Result<nfc::TrustStore> trust = trustFromOptions(context);
        if (!trust) {
            return Outcome::failed(trust.error());
        }
        return alone ? verifyAlone(context.options.value("sod"), *trust, *moment)
                     : verifyFolder(context.arguments.first(), *trust, *moment);
    }

private:
    using Moment = std::chrono::system_clock::time_point;

    static Outcome verifyAlone(const QString& file, const nfc::TrustStore& trust, Moment moment)
    {
        const Result<Bytes> sod = readFile(file);
        if (!sod) {
            return Outcome::failed(sod.error());
        }
        QElapsedTimer clock;
        clock.start();
        const nfc::AuthenticityVerdict verdict = nfc::verifySod(*sod, trust, moment);
        return report(verdict, {}, static_cast<qint64>(sod->size()), clock.elapsed());
    }

    static Outcome verifyFolder(const QString& folder, const nfc::TrustStore& trust, Moment moment)
    {
        if (!QDir(folder).exists()) {
            return Outcome::failed({FailureCode::FileUnreadable, folder.toStdString()});
        }
        Result<QJsonObject> files = filesJson(folder);
        if (!files) {
            return Outcome::failed(files.error());
        }
        const qint64 bytes = files->take("").toInteger();
        // A folder without any file of a chip says nothing about a chip.
        if (files->isEmpty()) {
            return Outcome::failed({FailureCode::FileUnreadable, folder.toStdString() + ": no EF_*.bin"});
        }
        QElapsedTimer clock;
        clock.start();
        const Result<nfc::AuthenticityVerdict> verdict = nfc::verifySavedFiles(folder.toStdString(), trust, moment);
        if (!verdict) {
            return Outcome::failed(verdict.error());
        }
        return report(*verdict, *files, bytes, clock.elapsed());
    }

    static Outcome report(const nfc::AuthenticityVerdict& verdict, const QJsonObject& files, qint64 bytes, qint64 ms)
    {
        const QJsonObject json{{"access", "none"},
                               {"source", "files"},
                               {"files", files},
                               {"authenticity", authenticityJson(verdict)},
                               {"timing", QJsonObject{{"totalMs", ms}, {"apdus", 0}, {"bytes", bytes}}}};
        const QString text = checklistText(verdict.steps) + '\n' + authenticityText(verdict);
        if (const std::optional<Failure> problem = verdictFailure(verdict)) {
            return Outcome::failed(*problem, json, text);
        }
        return {json, text, 0, {}};
    }
};

} // namespace

std::unique_ptr<Command> makeVerifyCommand()
{
    return std::make_unique<VerifyCommand>();
}

} // namespace chinhchu::app::cli
