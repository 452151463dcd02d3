#include "app/cli/command_line.h"

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/settings/language.h"

#include <cstdio>

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
    parser.addOption({"home", Text::tr("Folder with enrolment, issuers and outbox."), "DIR"});
    parser.addOption({{"h", "help"}, Text::tr("Say how the command is used.")});
}

/// The value of --lang before the command's own options are known: even "usage" has to be said in the right language.
QString languageOf(const QStringList& arguments)
{
    for (qsizetype index = 0; index < arguments.size(); ++index) {
        if (arguments[index] == QLatin1String("--lang") && index + 1 < arguments.size()) {
            return arguments[index + 1];
        }
        if (arguments[index].startsWith(QLatin1String("--lang="))) {
            return arguments[index].mid(7);
        }
    }
    return languageFromEnvironment();
}

QString overview(const std::vector<std::unique_ptr<Command>>& commands)
{
    QString text = Text::tr("Usage: %1 COMMAND [OPTIONS]").arg("chinhchu") + "\n\n";
    for (const auto& each : commands) {
        text += QStringLiteral("  %1 %2\n")
                    .arg((each->name() + ' ' + each->argumentNames()).leftJustified(24), each->summary());
    }
    return text + '\n' + Text::tr("chinhchu COMMAND --help tells the options of a command.") + '\n';
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
    const QString target = parser.value("json");
    if (!understood) {
        return usage(parser.errorText(), target);
    }
    if (parser.isSet("help")) {
        std::fputs(qUtf8Printable(help(command, parser)), stdout);
        return 0;
    }
    const CommandContext context{parser, parser.value("home"), language, extras, parser.positionalArguments()};
    return deliverOutcome(command.run(context), target);
}

} // namespace

int runCommandLine(int argc, char* argv[], const CommandLineExtras& extras)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName("chinhchu");
    QCoreApplication::setApplicationVersion(CHINHCHU_VERSION);
    const QStringList arguments = QCoreApplication::arguments().mid(1);

    const QString language = languageOf(arguments);
    installTranslation(language == QLatin1String("vi") ? language : QStringLiteral("en"));

    const auto commands = allCommands();
    if (arguments.isEmpty() || arguments.first() == QLatin1String("--help") ||
        arguments.first() == QLatin1String("-h")) {
        std::fputs(qUtf8Printable(overview(commands)), arguments.isEmpty() ? stderr : stdout);
        return arguments.isEmpty() ? 2 : 0;
    }
    if (arguments.first() == QLatin1String("--version")) {
        std::fputs("chinhchu " CHINHCHU_VERSION "\n", stdout);
        return 0;
    }
    if (language != QLatin1String("vi") && language != QLatin1String("en")) {
        return usage("--lang " + language, {});
    }
    if (const Command* command = findCommand(commands, arguments)) {
        return runCommand(*command, arguments, language, extras);
    }
    return usage(Text::tr("unknown command: %1").arg(arguments.mid(0, 2).join(' ')), {});
}

} // namespace chinhchu::app::cli
