#pragma once

#include "app/cli/command.h"
#include "app/reports/report.h"

namespace chinhchu::app::cli {

/// Adds --carrier, --no-carrier, --plan and the options of staff.
void addReportSourceOptions(QCommandLineParser& parser);

/// What the queue and the trail of this device have to say.
struct ReportSource
{
    std::vector<TrailLine> trail;
    std::vector<Outbox::Entry> queue;
};

/// AUDIT_BROKEN, or what the queue fails with. A queue that was recovered is told, and noted in @p json.
Result<ReportSource> reportSource(const CommandContext& context, QJsonObject& json);

/// A report without its counts: whose it is, who makes it and what the carrier says. The carrier is asked for some
/// seconds at most, and a report is made without its answer too. USAGE_INVALID; what the sign-in of --staff fails with.
Result<Report> reportHead(const CommandContext& context);

} // namespace chinhchu::app::cli
