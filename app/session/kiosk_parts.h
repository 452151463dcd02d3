#pragma once

#include "app/outbox/housekeeping.h"
#include "app/session/session.h"

#include <QString>

namespace chinhchu::app {

/// What a session is asked for on a command line, by the kiosk and by `chinhchu session` alike.
struct KioskOptions
{
    QString home;
    QString reader;         ///< empty: the first
    QString camera;         ///< device or file; empty: the first device
    QString carrier;        ///< URL; empty: the enrolment's
    QString guardianReader; ///< for the card of a child's parent; empty: the same
    QString guardianCamera; ///< for the parent's face; empty: the same
    QString documentFront;  ///< a picture of the card instead of the camera, with documentBack; empty: the camera
    QString documentBack;
    QString models;         ///< folder; empty: the default
    QString trust;          ///< folder; empty: the home's
    /// A chip inside the process instead of a reader; set by the demonstration program only.
    std::function<Result<std::unique_ptr<nfc::ApduChannel>>()> inProcessCard;
    std::function<Result<std::unique_ptr<nfc::ApduChannel>>()> inProcessGuardianCard;
    /// A card that is not there, before the camera for its pictures; set by the demonstration program only.
    std::function<Result<std::unique_ptr<biometrics::CameraSource>>()> simulatedDocument;
    /// A person who is not there, in place of a camera; set by the demonstration program only.
    std::function<Result<std::unique_ptr<biometrics::CameraSource>>()> simulatedCamera;
    std::function<Result<std::unique_ptr<biometrics::CameraSource>>()> simulatedGuardian;
};

/// The same, with what a technician set at the kiosk (KioskSettings) where the command line left the choice.
KioskOptions withSettings(KioskOptions options);

/// Opens enrolment, trust store, outbox and carrier client, and binds reader, camera and models to be opened when
/// needed. DEMO_ONLY when a simulated part meets a production enrolment.
Result<SessionParts> makeSessionParts(const KioskOptions& options);

/// What Housekeeping works with beside the sessions that @p parts are of: its own queue and its own connections, for the
/// thread that calls this. They write into the same trail and hear the same time.
std::function<Result<Housekeeping::Parts>()> housekeepingOf(const KioskOptions& options, const SessionParts& parts);

/// The camera of KioskOptions::camera; CAMERA_UNAVAILABLE when none was chosen and none is attached.
Result<std::unique_ptr<biometrics::CameraSource>> openChosenCamera(const QString& chosen);

} // namespace chinhchu::app
