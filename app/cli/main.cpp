#include "app/cli/command_line.h"

int main(int argc, char* argv[])
{
    return chinhchu::app::cli::runCommandLine(argc, argv);
}
