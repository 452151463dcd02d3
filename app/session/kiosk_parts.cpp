#include "app/session/kiosk_parts.h"

#include "app/carrier/policy_store.h"
#include "app/session/document_capture.h"
#include "app/session/folders.h"
#include "app/session/reader_emptying.h"
#include "app/settings/carrier_url.h"
#include "app/settings/kiosk_settings.h"
#include "nfc/pcsc/reader_service.h"

#include <QFileInfo>

#include <algorithm>

namespace chinhchu::app {

namespace {

bool looksLikeDevice(const QString& camera)
{
    return camera.isEmpty() || camera.startsWith(QLatin1String("/dev/"));
}

/// No folder is no trust: every intact chip ends as issuer-unknown.
Result<nfc::TrustStore> loadTrust(const QString& folder)
{
    if (!QFileInfo::exists(folder)) {
        return nfc::TrustStore();
    }
    return nfc::TrustStore::load(folder.toStdString());
}

/// A policy that is damaged is as good as none: the built-in one is safe, and the trail says what happened.
Result<CarrierPolicy> policyInUse(const PolicyStore& policies, AuditTrail& audit)
{
    Result<CarrierPolicy> policy = policies.load();
    if (policy) {
        return policy;
    }
    const QString why = QString::fromStdString(policy.error().detail);
    if (const auto noted = audit.record({"kiosk", "policy-damaged", why}); !noted) {
        return tl::unexpected(noted.error());
    }
    return CarrierPolicy{};
}

/// Whether the carrier lets these models judge; two that are fused are joined by '+'.
bool areAllowed(const std::string& models, const QStringList& allowed)
{
    const QStringList used = QString::fromStdString(models).split(u'+');
    return allowed.isEmpty() || std::ranges::all_of(used, [&](const QString& each) { return allowed.contains(each); });
}

using CardOpener = decltype(SessionParts::openCard);

CardOpener inProcess(const std::function<Result<std::unique_ptr<nfc::ApduChannel>>()>& make)
{
    return [make](std::chrono::milliseconds, std::stop_token) { return make(); };
}

CardOpener onReader(const QString& name)
{
    return [reader = name.toStdString()](std::chrono::milliseconds patience, std::stop_token stop) {
        return nfc::ReaderService::openCard(reader, patience, std::move(stop));
    };
}

/// The reader that staff chose, looked up when the card is awaited: the choice may change between two people.
CardOpener onChosenReader(const KioskOptions& options)
{
    return [options](std::chrono::milliseconds patience, std::stop_token stop) {
        return nfc::ReaderService::openCard(withSettings(options).reader.toStdString(), patience, std::move(stop));
    };
}

/// The parent's card on the reader that the child's may still lie on.
CardOpener onTheSameReader(const KioskOptions& options)
{
    return [options](std::chrono::milliseconds patience,
                     std::stop_token stop) -> Result<std::unique_ptr<nfc::ApduChannel>> {
        const std::string reader = withSettings(options).reader.toStdString();
        const auto list = [] { return nfc::ReaderService::list(); };
        if (const Result<void> empty = awaitEmptyReader(list, reader, patience, stop); !empty) {
            return tl::unexpected(empty.error());
        }
        return nfc::ReaderService::openCard(reader, patience, std::move(stop));
    };
}

/// How card and camera are opened when they are wanted, the citizen's and those of a child's parent.
void openDevices(const KioskOptions& options, SessionParts& parts)
{
    parts.openCard = options.inProcessCard ? inProcess(options.inProcessCard) : onChosenReader(options);
    if (options.inProcessGuardianCard) {
        parts.openGuardianCard = inProcess(options.inProcessGuardianCard);
    } else if (!options.guardianReader.isEmpty() && options.guardianReader != options.reader) {
        parts.openGuardianCard = onReader(options.guardianReader);
    } else if (!options.inProcessCard) {
        parts.openGuardianCard = onTheSameReader(options);
    }
    parts.openCamera = [options] {
        return options.simulatedCamera ? options.simulatedCamera() : openChosenCamera(withSettings(options).camera);
    };
    if (!options.documentFront.isEmpty()) {
        parts.openDocumentCamera = [front = options.documentFront, back = options.documentBack] {
            return openDocumentFiles(front, back);
        };
    } else if (options.simulatedDocument) {
        parts.openDocumentCamera = options.simulatedDocument;
    }
    if (options.simulatedGuardian) {
        parts.openGuardianCamera = options.simulatedGuardian;
    } else if (!options.guardianCamera.isEmpty()) {
        parts.openGuardianCamera = [camera = options.guardianCamera] { return openChosenCamera(camera); };
    }
}

/// The head of the trail travels with what is sent, and the carrier's time is heard.
std::shared_ptr<CarrierClient> makeClient(const Enrolment& enrolment, const QUrl& carrier,
                                          const std::shared_ptr<AuditTrail>& audit,
                                          const std::shared_ptr<CarrierTimeKeeper>& time)
{
    auto client = std::make_shared<CarrierClient>(enrolment, carrier);
    client->setAuditHead([audit] { return audit->head().text(); });
    client->setHeard([time](const QDateTime& now) { time->heard(now); });
    return client;
}

} // namespace

Result<std::unique_ptr<biometrics::CameraSource>> openChosenCamera(const QString& chosen)
{
    if (!chosen.isEmpty()) {
        return biometrics::openCamera(chosen.toStdString());
    }
    const std::vector<biometrics::CameraInfo> cameras = biometrics::listCameras();
    if (cameras.empty()) {
        return fail(FailureCode::CameraUnavailable, "no camera device");
    }
    // Not its name: that is the driver's, "HD Webcam", and opens nothing.
    return biometrics::openCamera(cameras.front().device);
}

KioskOptions withSettings(KioskOptions options)
{
    const KioskSettings settings = KioskSettings::load(Home(options.home));
    if (options.reader.isEmpty()) {
        options.reader = settings.reader;
    }
    if (options.camera.isEmpty()) {
        options.camera = settings.camera;
    }
    return options;
}

Result<SessionParts> makeSessionParts(const KioskOptions& options)
{
    const Home home(options.home);
    SessionParts parts;

    Result<Enrolment> enrolment = Enrolment::load(home);
    if (!enrolment) {
        return tl::unexpected(enrolment.error());
    }
    const bool production = enrolment->kind == Enrolment::Kind::Production;
    const bool simulatedCard = options.inProcessCard || options.inProcessGuardianCard;
    const bool simulatedCamera = options.simulatedCamera || options.simulatedGuardian ||
                                 options.simulatedDocument || !options.documentFront.isEmpty() ||
                                 !looksLikeDevice(options.camera) || !looksLikeDevice(options.guardianCamera);
    if (production && (simulatedCard || simulatedCamera)) {
        return fail(FailureCode::DemoOnly, simulatedCard ? "in-process card" : "camera from a file");
    }

    if (!options.trust.isEmpty() && !QFileInfo(options.trust).isDir()) {
        return fail(FailureCode::FileUnreadable, options.trust.toStdString());
    }
    Result<nfc::TrustStore> trust = loadTrust(options.trust.isEmpty() ? home.trustFolder() : options.trust);
    if (!trust) {
        return tl::unexpected(trust.error());
    }
    const Result<QUrl> carrier = carrierUrl(options.carrier);
    if (!carrier) {
        return tl::unexpected(carrier.error());
    }
    Result<std::unique_ptr<Outbox>> outbox = Outbox::open(home.outboxFile());
    if (!outbox) {
        return tl::unexpected(outbox.error());
    }

    Result<std::unique_ptr<AuditTrail>> audit = AuditTrail::open(home.auditFile());
    if (!audit) {
        return tl::unexpected(audit.error());
    }

    if (const auto& recovery = (*outbox)->recovery()) {
        const QString what = QStringLiteral("%1 taken over").arg(recovery->takenOver);
        if (const auto noted = (*audit)->record({"kiosk", "outbox-recovered", what}); !noted) {
            return tl::unexpected(noted.error());
        }
        if (const auto told = (*outbox)->recoveryTold(); !told) {
            return tl::unexpected(told.error());
        }
    }

    parts.trust = std::move(*trust);
    parts.audit = std::move(*audit);
    parts.outbox = std::move(*outbox);
    parts.openOutbox = [file = home.outboxFile()]() -> Result<std::shared_ptr<Outbox>> { return Outbox::open(file); };
    parts.nonces = std::make_shared<NonceStore>(home.nonceFile());
    parts.carrierTime = std::make_shared<CarrierTimeKeeper>(home.carrierTimeFile());
    parts.carrier = makeClient(*enrolment, *carrier, parts.audit, parts.carrierTime);
    parts.enrolment = std::move(*enrolment);
    parts.policies = std::make_shared<PolicyStore>(home.policyFile(), parts.enrolment.carrierAuthorityPem);
    const Result<CarrierPolicy> policy = policyInUse(*parts.policies, *parts.audit);
    if (!policy) {
        return tl::unexpected(policy.error());
    }
    parts.policy = sessionPolicy(*policy, production);
    openDevices(options, parts);
    parts.loadFaces = [models = options.models,
                       allowed = parts.policy.models]() -> Result<std::shared_ptr<biometrics::FaceEngine>> {
        Result<std::unique_ptr<biometrics::FaceEngine>> engine =
            biometrics::FaceEngine::load(modelsFolder(models).toStdString());
        if (!engine) {
            return tl::unexpected(engine.error());
        }
        if (!areAllowed((*engine)->modelSha256(), allowed)) {
            return fail(FailureCode::ModelHashMismatch, "not in the carrier's policy");
        }
        return std::shared_ptr<biometrics::FaceEngine>(std::move(*engine));
    };
    parts.loadLiveness = [models = options.models]() -> Result<std::shared_ptr<biometrics::LivenessModels>> {
        Result<std::unique_ptr<biometrics::LivenessModels>> liveness =
            biometrics::LivenessModels::load(modelsFolder(models).toStdString());
        if (!liveness) {
            return tl::unexpected(liveness.error());
        }
        return std::shared_ptr<biometrics::LivenessModels>(std::move(*liveness));
    };
    return parts;
}

std::function<Result<Housekeeping::Parts>()> housekeepingOf(const KioskOptions& options, const SessionParts& parts)
{
    return [home = Home(options.home), carrier = options.carrier, enrolment = parts.enrolment, open = parts.openOutbox,
            audit = parts.audit, time = parts.carrierTime, nonces = parts.nonces,
            policies = parts.policies]() -> Result<Housekeeping::Parts> {
        const Result<QUrl> url = carrierUrl(carrier);
        if (!url) {
            return tl::unexpected(url.error());
        }
        const Result<std::shared_ptr<Outbox>> outbox = open();
        if (!outbox) {
            return tl::unexpected(outbox.error());
        }
        const auto trustLists =
            std::make_shared<TrustListStore>(home.trustListFile(), enrolment.carrierAuthorityPem, home.trustFolder());
        return Housekeeping::Parts{*outbox, makeClient(enrolment, *url, audit, time), nonces, policies, enrolment, audit,
                                   trustLists};
    };
}

} // namespace chinhchu::app
