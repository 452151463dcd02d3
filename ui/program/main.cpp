#include "biometrics/models/linear_algebra.h"
#include "ui/program/kiosk_program.h"

int main(int argc, char** argv)
{
    chinhchu::biometrics::restartWithBetterKernel(argv);
    return chinhchu::ui::runKiosk(argc, argv);
}
