// chinhchu-kiosk-demo: the kiosk, and --in-process-card PROFILE [--pki DIR], --simulated-person NAME.

#include "biometrics/models/linear_algebra.h"
#include "resources/base/thread_priority.h"
#include "tests/simulators/demo/simulated_card.h"
#include "tests/simulators/demo/simulated_person.h"
#include "ui/program/kiosk_program.h"

int main(int argc, char* argv[])
{
    chinhchu::biometrics::restartWithBetterKernel(argv);
    chinhchu::letTheWindowGoFirst();
    std::vector<char*> arguments(argv, argv + argc);
    const std::string pki = chinhchu::demo::takeOption(arguments, "--pki");
    const std::string profile = chinhchu::demo::takeOption(arguments, "--in-process-card");
    chinhchu::app::KioskOptions preset;
    if (!profile.empty()) {
        preset.inProcessCard = [profile, pki] { return chinhchu::demo::openSimulatedCard(profile, pki); };
        // There is nothing that anybody could hold before a camera.
        preset.simulatedDocument = chinhchu::demo::openSimulatedDocument;
    }
    const std::string person = chinhchu::demo::takeOption(arguments, "--simulated-person");
    if (!person.empty()) {
        preset.simulatedCamera = [person] { return chinhchu::demo::openSimulatedPerson(person); };
        preset.simulatedDocument = chinhchu::demo::openSimulatedDocument;
    }
    int count = static_cast<int>(arguments.size());
    arguments.push_back(nullptr);
    return chinhchu::ui::runKiosk(count, arguments.data(), preset);
}
