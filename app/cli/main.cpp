#include "app/cli/command_line.h"
#include "biometrics/models/linear_algebra.h"

#include <string_view>

int main(int argc, char* argv[])
{
    // The speed of these depends on the networks; the others need not start twice.
    const std::string_view command = argc > 1 ? argv[1] : "";
    if (command == "session" || command == "face")
        chinhchu::biometrics::restartWithBetterKernel(argv);
    return chinhchu::app::cli::runCommandLine(argc, argv);
}
