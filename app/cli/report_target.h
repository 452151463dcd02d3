#pragma once

#include "app/cli/command.h"
#include "app/reports/report.h"

namespace chinhchu::app::cli {

/// Adds --format and --out.
void addReportTargetOptions(QCommandLineParser& parser);

/// In which format a report is written, and where to.
class ReportTarget
{
public:
    /// USAGE_INVALID for a format that there is not, and for a page or a spreadsheet that would go to a terminal or
    /// between the lines of --json -.
    static Result<ReportTarget> fromOptions(const CommandContext& context);

    /// Puts the report where it belongs: into the file, as a whole or not at all, or into @p outcome for standard
    /// output. STORAGE_FAILED.
    [[nodiscard]] Result<void> write(const Report& report, Outcome& outcome) const;

private:
    struct Format
    {
        const char* name;
        bool binary;
        Result<QByteArray> (*write)(const Report& report, const QJsonObject& json);
    };
    static const Format formats[];

    const Format* m_format = nullptr;
    QString m_file; ///< empty: standard output
};

} // namespace chinhchu::app::cli
