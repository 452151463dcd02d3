#pragma once

#include "biometrics/camera/camera_source.h"
#include "nfc/pcsc/apdu_channel.h"

#include <QString>

#include <functional>
#include <memory>

namespace chinhchu::app::cli {

/// What another program adds to the command line. The shipped program adds nothing.
struct CommandLineExtras
{
    /// With this, commands that use a card know --in-process-card PROFILE: a chip inside the process.
    std::function<Result<std::unique_ptr<nfc::ApduChannel>>(const QString& profile)> openInProcessCard;
    /// With this, session knows --simulated-person NAME: somebody who is not there, in place of a camera.
    std::function<Result<std::unique_ptr<biometrics::CameraSource>>(const QString& name)> openSimulatedCamera;
    /// The invented card in front of it, where the carrier asks for its pictures.
    std::function<Result<std::unique_ptr<biometrics::CameraSource>>()> openSimulatedDocument;
};

/// Starts the program anew for the commands whose speed depends on the networks, where that makes these faster
/// (biometrics/models/linear_algebra.h). Call it first in main(): no thread, no file, no secret may be there yet.
void restartWhereFacesAreCompared(int argc, char* argv[]);

/// Runs one command and gives the exit status of the contract: 0 verified; 2 usage; 3 reader or card; 4 wrong key;
/// 5 authenticity failed; 6 intact, issuer not confirmed; 7 face; 8 queued; 9 refused by the carrier.
int runCommandLine(int argc, char* argv[], const CommandLineExtras& extras = {});

} // namespace chinhchu::app::cli
