#include "app/cli/report_target.h"

#include "app/cli/output.h"
#include "app/reports/printed/report_page.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>
#include <unistd.h>

namespace chinhchu::app::cli {

const ReportTarget::Format ReportTarget::formats[] = {
    {"text", false,
     [](const Report& report, const QJsonObject&) -> Result<QByteArray> { return reportText(report).toUtf8(); }},
    {"csv", false, [](const Report& report, const QJsonObject&) -> Result<QByteArray> { return reportCsv(report); }},
    {"json", false,
     [](const Report&, const QJsonObject& json) -> Result<QByteArray> { return QJsonDocument(json).toJson(); }},
    {"xlsx", true, [](const Report& report, const QJsonObject&) { return reportWorkbook(report); }},
    {"pdf", true, [](const Report& report, const QJsonObject&) { return reportPage(report); }},
};

void addReportTargetOptions(QCommandLineParser& parser)
{
    parser.addOption({"format",
                      Text::tr("text, csv, json, xlsx or pdf; when absent what the ending of --out says, else text."),
                      "FORMAT"});
    parser.addOption(
        {"out", Text::tr("Write the report into this file; it is replaced as a whole or not at all."), "FILE"});
}

Result<ReportTarget> ReportTarget::fromOptions(const CommandContext& context)
{
    ReportTarget target;
    const QString out = context.options.value("out");
    if (out != QLatin1String("-")) {
        target.m_file = out;
    }
    const QString ending = QFileInfo(target.m_file).suffix().toLower();
    const auto named = [](const QString& name) {
        return std::ranges::find_if(formats, [&](const Format& each) { return name == QLatin1String(each.name); });
    };
    const Format* found = std::end(formats);
    if (context.options.isSet("format")) {
        found = named(context.options.value("format"));
        if (found == std::end(formats)) {
            return fail(FailureCode::UsageInvalid, "--format text|csv|json|xlsx|pdf");
        }
    } else {
        found = named(ending);
    }
    target.m_format = found == std::end(formats) ? &formats[0] : found;

    if (target.m_format->binary && target.m_file.isEmpty()) {
        if (context.options.value("json") == QLatin1String("-")) {
            return fail(FailureCode::UsageInvalid, "--json -: the report itself needs --out FILE");
        }
        if (isatty(STDOUT_FILENO) != 0) {
            return fail(FailureCode::UsageInvalid, "--out FILE: this format is not for a terminal");
        }
    }
    return target;
}

Result<void> ReportTarget::write(const Report& report, Outcome& outcome) const
{
    const Result<QByteArray> written = m_format->write(report, outcome.json);
    if (!written) {
        return tl::unexpected(written.error());
    }
    if (!m_file.isEmpty()) {
        if (!writeWhole(m_file, *written)) {
            return fail(FailureCode::StorageFailed, m_file.toStdString());
        }
        outcome.json.insert("file", m_file);
        outcome.text = Text::tr("The report is in %1.").arg(m_file);
    } else if (m_format->binary) {
        outcome.document = *written;
    } else {
        outcome.text = QString::fromUtf8(*written);
    }
    return {};
}

} // namespace chinhchu::app::cli
