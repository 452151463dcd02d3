#pragma once

#include "tests/simulators/chip/lab/station.h"

namespace chinhchu::chip {

/// What the command line of cccd-simulator asks for.
struct Options
{
    std::string profile, writeCsca, dump, faults, control;
    Station::Reader reader;
    Workshop workshop;
    bool describe = false;
    std::optional<TimingModel> timing; ///< none: as fast as it goes
};

/// Throws LabError; ends the program after --help.
Options parseArguments(int argc, char** argv);

} // namespace chinhchu::chip
