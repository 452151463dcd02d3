#pragma once

#include "app/health/health.h"

namespace chinhchu::app {

HealthCheck checkReader(const KioskOptions& options, const Result<Enrolment>& enrolment);
HealthCheck checkCamera(const KioskOptions& options, const Result<Enrolment>& enrolment);
/// An optional model that is missing limits a session; the detail says what each of them costs.
HealthCheck checkModels(const KioskOptions& options);
/// Without OpenBLAS everything works, slowly.
HealthCheck checkLinearAlgebra();
HealthCheck checkDisk(const Home& home);
HealthCheck checkEnrolment(const Result<Enrolment>& enrolment);
/// A clock that lies outside the life of the device certificate is wrong (or the certificate has to be renewed), and no
/// session can run; nor can one where clockMayServe() says so. One that differs from the carrier's while sessions go by the
/// carrier's time has to be set all the same.
HealthCheck checkClock(const Home& home, const Result<Enrolment>& enrolment);
HealthCheck checkIssuers(const KioskOptions& options, const Home& home, const Result<Enrolment>& enrolment);
/// Whether the carrier's colours can be read and its logo shown (Brand). A kiosk in its own colours works as well.
HealthCheck checkBrand(const Home& home, const Result<Enrolment>& enrolment);
/// Full: no session begins. Nearly full: the alarm before that.
HealthCheck checkOutbox(const Home& home);
/// Opens a TLS connection with the device's certificate; sends nothing. A carrier that is away limits a session (it is
/// queued), it does not prevent it.
HealthCheck checkCarrier(const KioskOptions& options, const Result<Enrolment>& enrolment);

} // namespace chinhchu::app
