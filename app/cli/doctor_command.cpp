#include "app/cli/card_options.h"
#include "app/cli/command.h"
#include "app/health/health.h"
#include "app/session/failure_text.h"

#include <QJsonArray>

namespace chinhchu::app::cli {

namespace {

QString stateName(HealthCheck::State state)
{
    constexpr const char* names[] = {"ready", "limited", "missing"};
    return names[static_cast<int>(state)];
}

QJsonObject checkJson(const HealthCheck& check)
{
    QJsonObject json{{"name", check.name}, {"state", stateName(check.state)}, {"detail", check.detail}};
    if (check.failure) {
        const FailureText text = failureText(check.failure->code);
        const std::string_view code = codeName(check.failure->code);
        json.insert("code", QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())));
        json.insert("message", text.happened);
        json.insert("action", text.todo);
        json.insert("help", text.help);
        json.insert("failureDetail", QString::fromStdString(check.failure->detail));
    }
    return json;
}

QString checkText(const HealthCheck& check)
{
    QString line = check.name.leftJustified(12) + stateName(check.state).leftJustified(10) + check.detail;
    if (check.failure) {
        const FailureText text = failureText(check.failure->code);
        line += QStringLiteral("\n            %1 %2 (%3)")
                    .arg(text.happened, text.todo, QString::fromStdString(check.failure->detail));
    }
    return line + '\n';
}

/// The failure whose exit status the report has.
std::optional<Failure> decisive(const HealthReport& report)
{
    for (const HealthCheck& each : report.checks) {
        if (each.state == HealthCheck::State::Missing && each.failure &&
            exitStatus(each.failure->code) == report.exitStatus()) {
            return each.failure;
        }
    }
    return std::nullopt;
}

class DoctorCommand : public Command
{
public:
    QString name() const override { return "doctor"; }
    QString summary() const override { return Text::tr("Check whether a session could run now."); }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras& extras) const override
    {
        addCardOptions(parser, extras, {});
        parser.addOption({"camera", Text::tr("Camera device; under a demo enrolment also a picture, folder or video."),
                          "DEVICE|FILE"});
        parser.addOption({"carrier", Text::tr("Address of the carrier; the enrolment's when absent."), "URL"});
        parser.addOption({"models", Text::tr("Folder with the face models; when absent the one that the set-up filled."), "DIR"});
        parser.addOption({"trust", Text::tr("Folder with the certificates and CRLs of trusted issuers; the home folder's when absent."), "DIR"});
    }

    Outcome run(const CommandContext& context) const override
    {
        KioskOptions options;
        options.home = context.home;
        options.reader = context.options.value("reader");
        options.camera = context.options.value("camera");
        options.carrier = context.options.value("carrier");
        options.models = context.options.value("models");
        options.trust = context.options.value("trust");
        options.inProcessCard = inProcessCardFromOptions(context);
        const HealthReport report = checkHealth(options);

        Outcome outcome;
        QJsonArray checks;
        for (const HealthCheck& each : report.checks) {
            checks.append(checkJson(each));
            outcome.text += checkText(each);
        }
        outcome.json = {{"checks", checks}, {"ready", report.exitStatus() == 0}};
        outcome.exitCode = report.exitStatus();
        outcome.error = decisive(report);
        return outcome;
    }
};

} // namespace

std::unique_ptr<Command> makeDoctorCommand()
{
    return std::make_unique<DoctorCommand>();
}

} // namespace chinhchu::app::cli
