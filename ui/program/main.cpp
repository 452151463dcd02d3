#include "ui/program/kiosk_program.h"

int main(int argc, char** argv)
{
    return chinhchu::ui::runKiosk(argc, argv);
}
