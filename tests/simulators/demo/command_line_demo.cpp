// chinhchu-demo: the commands of chinhchu, and --in-process-card PROFILE [--pki DIR], --simulated-person NAME.

#include "app/cli/command_line.h"
#include "tests/simulators/demo/simulated_card.h"
#include "tests/simulators/demo/simulated_person.h"

int main(int argc, char* argv[])
{
    chinhchu::app::cli::restartWhereFacesAreCompared(argc, argv);
    std::vector<char*> arguments(argv, argv + argc);
    const std::string pki = chinhchu::demo::takeOption(arguments, "--pki");
    chinhchu::app::cli::CommandLineExtras extras;
    extras.openInProcessCard = [pki](const QString& profile) {
        return chinhchu::demo::openSimulatedCard(profile.toStdString(), pki);
    };
    extras.openSimulatedCamera = [](const QString& name) {
        return chinhchu::demo::openSimulatedPerson(name.toStdString());
    };
    extras.openSimulatedDocument = chinhchu::demo::openSimulatedDocument;
    int count = static_cast<int>(arguments.size());
    arguments.push_back(nullptr);
    return chinhchu::app::cli::runCommandLine(count, arguments.data(), extras);
}
