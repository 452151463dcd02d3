#include "app/cli/command_line.h"

int main(int argc, char* argv[])
{
    chinhchu::app::cli::restartWhereFacesAreCompared(argc, argv);
    return chinhchu::app::cli::runCommandLine(argc, argv);
}
