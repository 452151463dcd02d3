// chinhchu-demo: the commands of chinhchu, and --in-process-card PROFILE [--pki DIR], --simulated-person NAME.

#include "app/cli/command_line.h"
#include "biometrics/models/linear_algebra.h"
#include "tests/simulators/demo/simulated_card.h"
#include "tests/simulators/demo/simulated_person.h"

#include <string_view>

int main(int argc, char* argv[])
{
    // As chinhchu does: only where faces are compared.
    const std::string_view command = argc > 1 ? argv[1] : "";
    if (command == "session" || command == "face")
        chinhchu::biometrics::restartWithBetterKernel(argv);
    std::vector<char*> arguments(argv, argv + argc);
    const std::string pki = chinhchu::demo::takeOption(arguments, "--pki");
    chinhchu::app::cli::CommandLineExtras extras;
    extras.openInProcessCard = [pki](const QString& profile) {
        return chinhchu::demo::openSimulatedCard(profile.toStdString(), pki);
    };
    extras.openSimulatedCamera = [](const QString& name) {
        return chinhchu::demo::openSimulatedPerson(name.toStdString());
    };
    int count = static_cast<int>(arguments.size());
    arguments.push_back(nullptr);
    return chinhchu::app::cli::runCommandLine(count, arguments.data(), extras);
}
