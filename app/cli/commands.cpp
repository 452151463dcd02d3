#include "app/cli/command.h"

#include <cstdio>

namespace chinhchu::app::cli {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(makeReadersCommand());
    commands.push_back(makeDoctorCommand());
    commands.push_back(makeReadCommand());
    commands.push_back(makeVerifyCommand());
    commands.push_back(makeFaceCompareCommand());
    commands.push_back(makeFaceEvaluateCommand());
    commands.push_back(makeFaceQualityCommand());
    commands.push_back(makeFaceAttacksCommand());
    commands.push_back(makeSessionCommand());
    commands.push_back(makeOutboxListCommand());
    commands.push_back(makeOutboxSyncCommand());
    commands.push_back(makeOutboxVerifyCommand());
    commands.push_back(makeOutboxRetryCommand());
    commands.push_back(makeEvidenceVerifyCommand());
    commands.push_back(makeTrustImportCommand());
    commands.push_back(makeTrustListCommand());
    commands.push_back(makeAuditVerifyCommand());
    commands.push_back(makeWeeklyReportCommand());
    commands.push_back(makeCampaignReportCommand());
    commands.push_back(makeEnrolDeviceCommand());
    commands.push_back(makeStaffAddCommand());
    commands.push_back(makeStaffPinCommand());
    commands.push_back(makeStaffRemoveCommand());
    commands.push_back(makeStaffUnblockCommand());
    commands.push_back(makeStaffListCommand());
    return commands;
}

Outcome Outcome::failed(Failure failure, QJsonObject json, QString text)
{
    Outcome outcome;
    outcome.json = std::move(json);
    outcome.text = std::move(text);
    outcome.exitCode = exitStatus(failure.code);
    outcome.error = std::move(failure);
    return outcome;
}

void CommandContext::progress(const QString& line) const
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(line));
    std::fflush(stderr);
}

} // namespace chinhchu::app::cli
