#include "app/cli/command_line.h"

#include "app/cli/application.h"
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/settings/language.h"
#include "biometrics/models/linear_algebra.h"
#include "resources/base/no_core_dump.h"

#include <cstdio>
#include <string_view>

namespace chinhchu::app::cli {

namespace {

/// English unless the environment or the option asks for Vietnamese.
QString languageFromEnvironment()
{
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(variable);
        if (!value.isEmpty()) {
            return value.startsWith(QLatin1String("vi")) ? QStringLiteral("vi") : QStringLiteral("en");
        }
    }
    return QStringLiteral("en");
}

void addCommonOptions(QCommandLineParser& parser)
{
    parser.addOption(
        {"json", Text::tr("Write the result as one JSON object to a file, or to standard output with -."), "-|FILE"});
    parser.addOption({"lang", Text::tr("Language of the texts: vi or en."), "vi|en"});
    parser.addOption({"home", Text::tr("Folder with enrolment, issuers and queue; $CHINHCHU_HOME or ~/.local/share/chinhchu when absent."), "DIR"});
    parser.addOption({{"h", "help"}, Text::tr("Say how the command is used.")});
}

/// The value of an option before the command's own options are known: even "usage" has to be said in the right language
/// and to the right place. Empty when it is not there.
QString valueOf(const QString& option, const QStringList& arguments)
{
    for (qsizetype index = 0; index < arguments.size(); ++index) {
        if (arguments[index] == option && index + 1 < arguments.size()) {
            return arguments[index + 1];
        }
        if (arguments[index].startsWith(option + '=')) {
            return arguments[index].mid(option.size() + 1);
        }
    }
    return {};
}

bool asksForHelp(const QStringList& arguments)
{
    return arguments.contains(QLatin1String("--help")) || arguments.contains(QLatin1String("-h"));
}

/// All commands, or those whose first word is @p group; nothing if there is none.
QString overview(const std::vector<std::unique_ptr<Command>>& commands, const QString& group = {})
{
    QString text = Text::tr("Usage: %1 COMMAND [OPTIONS]").arg("chinhchu") + "\n\n";
    const qsizetype empty = text.size();
    for (const auto& each : commands) {
        if (!group.isEmpty() && each->name().section(' ', 0, 0) != group) {
            continue;
        }
        text += QStringLiteral("  %1 %2\n")
                    .arg((each->name() + ' ' + each->argumentNames()).leftJustified(24), each->summary());
    }
    if (text.size() == empty) {
        return {};
    }
    return text + '\n' + Text::tr("chinhchu COMMAND --help tells the options of a command.") + '\n';
}

/// What scripts go by, and people too.
QString exitStatuses()
{
    return Text::tr("Exit status: 0 verified or done, 2 usage or set-up, 3 reader or card, 4 wrong key,\n"
                    "5 authenticity failed, 6 intact but issuer not confirmed, 7 face does not match or is not live,\n"
                    "8 queued or not yet authenticated, 9 refused by the carrier.") +
           '\n';
}

/// "outbox" alone, or "outbox dance": which words may follow. Empty when there is no such group.
QString wordsAfter(const std::vector<std::unique_ptr<Command>>& commands, const QString& group)
{
    QStringList words;
    for (const auto& each : commands) {
        const QStringList name = each->name().split(' ');
        if (name.size() == 2 && name.first() == group) {
            words.append(name.last());
        }
    }
    return words.join(QLatin1String(", "));
}

QString help(const Command& command, const QCommandLineParser& parser)
{
    // Qt's own text begins with a usage line that does not know about commands.
    const QString options = parser.helpText().section('\n', 1);
    QString text =
        Text::tr("Usage: %1 %2 [OPTIONS]").arg("chinhchu " + command.name(), command.argumentNames()).simplified() +
        '\n';
    text += command.summary() + '\n';
    if (!command.remarks().isEmpty()) {
        text += command.remarks() + '\n';
    }
    return text + options;
}

/// The command whose words the arguments begin with.
const Command* findCommand(const std::vector<std::unique_ptr<Command>>& commands, const QStringList& arguments)
{
    for (const auto& each : commands) {
        const QStringList words = each->name().split(' ');
        if (arguments.mid(0, words.size()) == words) {
            return each.get();
        }
    }
    return nullptr;
}

int usage(const QString& what, const QString& jsonTarget)
{
    return deliverOutcome(Outcome::failed({FailureCode::UsageInvalid, what.toStdString()}), jsonTarget);
}

int runCommand(const Command& command, const QStringList& arguments, const QString& language,
               const CommandLineExtras& extras)
{
    QCommandLineParser parser;
    addCommonOptions(parser);
    command.addOptions(parser, extras);
    QStringList own = arguments.mid(command.name().split(' ').size());
    own.prepend("chinhchu");
    const bool understood = parser.parse(own);
    if (parser.isSet("help")) {
        return deliverText(help(command, parser));
    }
    // A parser that stumbles may not have come to --json.
    const QString target = understood ? parser.value("json") : valueOf("--json", arguments);
    if (!understood) {
        return usage(parser.errorText(), target);
    }
    // What stands there without an option is not repeated: it may be what belongs behind --can.
    if (command.argumentNames().isEmpty() && !parser.positionalArguments().isEmpty()) {
        return usage(Text::tr("%1 takes options only").arg(command.name()), target);
    }
    const CommandContext context{parser, parser.value("home"), language, extras, parser.positionalArguments()};
    return deliverOutcome(command.run(context), target);
}

} // namespace

void restartWhereFacesAreCompared(int argc, char* argv[])
{
    // The other commands need not start twice.
    const std::string_view command = argc > 1 ? argv[1] : "";
    if (command == "session" || command == "face")
        biometrics::restartWithBetterKernel(argv);
}

int runCommandLine(int argc, char* argv[], const CommandLineExtras& extras)
{
    leaveNoCoreDump();
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName("chinhchu");
    QCoreApplication::setApplicationVersion(CHINHCHU_VERSION);
    const QStringList arguments = QCoreApplication::arguments().mid(1);

    const QString wanted = valueOf("--lang", arguments);
    const QString language = wanted.isEmpty() ? languageFromEnvironment() : wanted;
    const QString target = valueOf("--json", arguments);
    installTranslation(language == QLatin1String("vi") ? language : QStringLiteral("en"));

    const auto commands = allCommands();
    if (arguments.isEmpty()) {
        std::fputs(qUtf8Printable(overview(commands)), stderr);
        return exitStatus(FailureCode::UsageInvalid);
    }
    if (arguments.first() == QLatin1String("--help") || arguments.first() == QLatin1String("-h")) {
        return deliverText(overview(commands) + '\n' + exitStatuses());
    }
    if (arguments.first() == QLatin1String("--version")) {
        return deliverText("chinhchu " CHINHCHU_VERSION "\n");
    }
    if (language != QLatin1String("vi") && language != QLatin1String("en")) {
        return usage("--lang is vi or en", target);
    }
    if (const Command* command = findCommand(commands, arguments)) {
        return runCommand(*command, arguments, language, extras);
    }
    const QString group = overview(commands, arguments.first());
    if (!group.isEmpty() && asksForHelp(arguments)) {
        return deliverText(group);
    }
    if (const QString words = wordsAfter(commands, arguments.first()); !words.isEmpty()) {
        return usage(Text::tr("after %1 one of: %2").arg(arguments.first(), words), target);
    }
    return usage(Text::tr("unknown command: %1").arg(arguments.first()), target);
}

} // namespace chinhchu::app::cli
