// Reader and camera: what stands on the counter.

#include "app/health/checks.h"
#include "nfc/pcsc/reader_service.h"

#include <algorithm>

namespace chinhchu::app {

namespace {

HealthCheck missing(const QString& name, Failure failure)
{
    return {name, HealthCheck::State::Missing, std::move(failure), {}};
}

/// Parts made of software work under a demo enrolment only: not under one for real work, and not without any.
std::optional<Failure> simulatedPartRefused(const std::string& part, const Result<Enrolment>& enrolment)
{
    if (!enrolment) {
        return Failure{FailureCode::NotEnrolled, part + " is made of software and needs a demo enrolment"};
    }
    if (enrolment->kind != Enrolment::Kind::Demo) {
        return Failure{FailureCode::DemoOnly, part};
    }
    return std::nullopt;
}

} // namespace

HealthCheck checkReader(const KioskOptions& options, const Result<Enrolment>& enrolment)
{
    const QString name = QStringLiteral("reader");
    if (options.inProcessCard) {
        if (const auto refused = simulatedPartRefused("in-process card", enrolment)) {
            return missing(name, *refused);
        }
        return {name, HealthCheck::State::Ready, {}, QStringLiteral("in-process")};
    }
    const Result<std::vector<nfc::ReaderInfo>> readers = nfc::ReaderService::list();
    if (!readers) {
        return missing(name, readers.error());
    }
    const std::string wanted = options.reader.toStdString();
    const auto found = std::ranges::find_if(
        *readers, [&](const nfc::ReaderInfo& each) { return wanted.empty() || each.name == wanted; });
    if (found == readers->end()) {
        return missing(name, {FailureCode::ReaderNotFound, wanted});
    }
    if (found->inUse) {
        return missing(name, {FailureCode::CardInUse, found->name});
    }
    if (found->isVirtual) {
        if (const auto refused = simulatedPartRefused(found->name, enrolment)) {
            return missing(name, *refused);
        }
    }
    return {name, HealthCheck::State::Ready, {}, QString::fromStdString(found->name)};
}

HealthCheck checkCamera(const KioskOptions& options, const Result<Enrolment>& enrolment)
{
    const QString name = QStringLiteral("camera");
    const Result<std::unique_ptr<biometrics::CameraSource>> camera = openChosenCamera(options.camera);
    if (!camera) {
        return missing(name, camera.error());
    }
    const biometrics::CameraInfo& info = (*camera)->info();
    if (!info.isReal()) {
        if (const auto refused = simulatedPartRefused(info.name, enrolment)) {
            return missing(name, *refused);
        }
    }
    const Result<biometrics::Frame> frame = (*camera)->next(std::chrono::seconds(3));
    if (!frame) {
        return missing(name, frame.error());
    }
    return {name,
            HealthCheck::State::Ready,
            {},
            QStringLiteral("%1, %2x%3")
                .arg(QString::fromStdString(info.name))
                .arg(frame->image.width)
                .arg(frame->image.height)};
}

} // namespace chinhchu::app
