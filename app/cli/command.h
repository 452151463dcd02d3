#pragma once

#include "app/cli/command_line.h"
#include "resources/base/failure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonObject>

#include <memory>
#include <optional>
#include <vector>

namespace chinhchu::app::cli {

/// The texts of the command line.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// What a command came to. The same facts twice: for programs and for people.
struct Outcome
{
    QJsonObject json;
    QString text;
    int exitCode = 0;
    std::optional<Failure> error;
    /// Goes to standard output as it is, in place of the text: a page, a spreadsheet.
    QByteArray document = {};

    /// The exit status follows from the code.
    static Outcome failed(Failure failure, QJsonObject json = {}, QString text = {});
};

/// What a command gets besides its own options.
struct CommandContext
{
    const QCommandLineParser& options;
    QString home;
    QString language;
    const CommandLineExtras& extras;
    QStringList arguments; ///< positional

    /// One line on standard error, at once.
    void progress(const QString& line) const;
};

/// One command: its words, its options, what it does.
class Command
{
public:
    virtual ~Command() = default;

    /// "read", or two words: "face compare".
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString summary() const = 0;
    /// How the positional arguments are called in the help: "DIR", "A B".
    [[nodiscard]] virtual QString argumentNames() const { return {}; }
    /// What else the help says.
    [[nodiscard]] virtual QString remarks() const { return {}; }
    virtual void addOptions(QCommandLineParser& /*parser*/, const CommandLineExtras& /*extras*/) const {}
    [[nodiscard]] virtual Outcome run(const CommandContext& context) const = 0;
};

std::vector<std::unique_ptr<Command>> allCommands();

std::unique_ptr<Command> makeReadersCommand();
std::unique_ptr<Command> makeDoctorCommand();
std::unique_ptr<Command> makeReadCommand();
std::unique_ptr<Command> makeVerifyCommand();
std::unique_ptr<Command> makeFaceCompareCommand();
std::unique_ptr<Command> makeFaceEvaluateCommand();
std::unique_ptr<Command> makeFaceQualityCommand();
std::unique_ptr<Command> makeFaceAttacksCommand();
std::unique_ptr<Command> makeSessionCommand();
std::unique_ptr<Command> makeOutboxListCommand();
std::unique_ptr<Command> makeOutboxSyncCommand();
std::unique_ptr<Command> makeOutboxVerifyCommand();
std::unique_ptr<Command> makeOutboxRetryCommand();
std::unique_ptr<Command> makeEvidenceVerifyCommand();
std::unique_ptr<Command> makeEnrolDeviceCommand();
std::unique_ptr<Command> makeTrustImportCommand();
std::unique_ptr<Command> makeTrustListCommand();
std::unique_ptr<Command> makeAuditVerifyCommand();
std::unique_ptr<Command> makeWeeklyReportCommand();
std::unique_ptr<Command> makeCampaignReportCommand();
std::unique_ptr<Command> makeStaffAddCommand();
std::unique_ptr<Command> makeStaffPinCommand();
std::unique_ptr<Command> makeStaffRemoveCommand();
std::unique_ptr<Command> makeStaffUnblockCommand();
std::unique_ptr<Command> makeStaffListCommand();

} // namespace chinhchu::app::cli
