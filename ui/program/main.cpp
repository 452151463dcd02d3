#include "biometrics/models/linear_algebra.h"
#include "resources/base/thread_priority.h"
#include "ui/program/kiosk_program.h"

int main(int argc, char** argv)
{
    chinhchu::biometrics::restartWithBetterKernel(argv);
    chinhchu::letTheWindowGoFirst();
    return chinhchu::ui::runKiosk(argc, argv);
}
