// Disk, clock, enrolment, issuers, outbox, the carrier's look: what lies in the home folder.

#include "app/health/checks.h"

#include "app/carrier/carrier_time.h"
#include "app/carrier/policy_store.h"
#include "app/carrier/trust_list_store.h"
#include "app/session/clock_rules.h"
#include "app/settings/brand_logo.h"
#include "app/settings/free_space.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSslCertificate>

#include <algorithm>

namespace chinhchu::app {

HealthCheck checkDisk(const Home& home)
{
    // A week of bindings without network, with room to spare.
    constexpr qint64 wantedMegabytes = 200;
    QString existing = home.folder();
    while (!QFileInfo::exists(existing) && existing.size() > 1) {
        existing = QFileInfo(existing).absolutePath();
    }
    const qint64 megabytes = freeBytes(existing) / (1024 * 1024);
    HealthCheck check{
        QStringLiteral("disk"), HealthCheck::State::Ready, {}, QStringLiteral("%1 MB free").arg(megabytes)};
    if (!QFileInfo(existing).isWritable() || megabytes < wantedMegabytes) {
        check.state = HealthCheck::State::Missing;
        check.failure = Failure{FailureCode::StorageFailed, existing.toStdString()};
    }
    return check;
}

HealthCheck checkEnrolment(const Result<Enrolment>& enrolment)
{
    HealthCheck check{QStringLiteral("enrolment"), HealthCheck::State::Ready, {}, {}};
    if (!enrolment) {
        check.state = HealthCheck::State::Missing;
        check.failure = enrolment.error();
        return check;
    }
    check.detail = enrolment->deviceId + (enrolment->kind == Enrolment::Kind::Demo ? ", demo" : ", production") +
                   (enrolment->deviceKeyUri.isEmpty() ? ", key in a file" : ", key in a token");
    return check;
}

HealthCheck checkClock(const Home& home, const Result<Enrolment>& enrolment)
{
    const QDateTime now = QDateTime::currentDateTime();
    HealthCheck check{QStringLiteral("clock"),
                      HealthCheck::State::Ready,
                      {},
                      now.toOffsetFromUtc(now.offsetFromUtc()).toString(Qt::ISODate)};
    if (!enrolment) {
        return check;
    }
    const std::optional<CarrierTime> carrier = CarrierTimeKeeper(home.carrierTimeFile()).now();
    if (const Result<void> may = clockMayServe(carrier); !may) {
        check.state = HealthCheck::State::Missing;
        check.failure = may.error();
        return check;
    }
    const QSslCertificate certificate(enrolment->deviceCertificatePem);
    if (certificate.isNull() || now < certificate.effectiveDate() || now > certificate.expiryDate()) {
        check.state = HealthCheck::State::Missing;
        check.failure = Failure{FailureCode::SettingsInvalid, "clock, or the device certificate is not valid now"};
        return check;
    }
    if (const auto off = clockWarning(carrier)) {
        check.state = HealthCheck::State::Limited;
        check.failure = Failure{FailureCode::ClockWrong, off->toStdString() + ", by the carrier's clock"};
    }
    return check;
}

namespace {

/// How old the carrier's list of issuers is; nothing where none was taken in.
Result<QString> ageOfTrustList(const Home& home, const Enrolment& enrolment)
{
    const auto list = TrustListStore(home.trustListFile(), enrolment.carrierAuthorityPem, home.trustFolder()).load();
    if (!list) {
        return tl::unexpected(list.error());
    }
    if (!*list) {
        return QString();
    }
    return QStringLiteral(", the carrier's list of %1 (%2 certificates, %3 revocation lists) is %4 days old")
        .arg((*list)->issuedAt.date().toString(Qt::ISODate))
        .arg((*list)->certificates)
        .arg((*list)->revocationLists)
        .arg(std::max<qint64>(0, (*list)->issuedAt.daysTo(QDateTime::currentDateTimeUtc())));
}

} // namespace

HealthCheck checkIssuers(const KioskOptions& options, const Home& home, const Result<Enrolment>& enrolment)
{
    const QString folder = options.trust.isEmpty() ? home.trustFolder() : options.trust;
    HealthCheck check{QStringLiteral("issuers"), HealthCheck::State::Ready, {}, folder};
    const bool empty = !QFileInfo(folder).isDir() || QDir(folder).isEmpty();
    if (empty) {
        // Cards can be read and end as "issuer not confirmed".
        check.state = HealthCheck::State::Limited;
        check.failure = Failure{FailureCode::IssuersMissing, "in " + folder.toStdString()};
        return check;
    }
    const Result<nfc::TrustStore> trust = nfc::TrustStore::load(folder.toStdString());
    if (!trust) {
        check.state = HealthCheck::State::Missing;
        check.failure = trust.error();
        return check;
    }
    // Who names a folder goes by that alone.
    if (!enrolment || !options.trust.isEmpty()) {
        return check;
    }
    if (const auto age = ageOfTrustList(home, *enrolment)) {
        check.detail += *age;
    } else {
        check.state = HealthCheck::State::Limited;
        check.failure = age.error();
    }
    return check;
}

HealthCheck checkBrand(const Home& home, const Result<Enrolment>& enrolment)
{
    HealthCheck check{QStringLiteral("brand"), HealthCheck::State::Ready, {}, QStringLiteral("built in")};
    if (!enrolment) {
        return check;
    }
    const auto limited = [&check](const Failure& failure) {
        check.state = HealthCheck::State::Limited;
        check.failure = failure;
        return check;
    };
    const Result<CarrierPolicy> policy = PolicyStore(home.policyFile(), enrolment->carrierAuthorityPem).load();
    if (!policy) {
        return limited(policy.error());
    }
    if (const auto colours = policy->brand.checkColours(); !colours) {
        return limited(colours.error());
    }
    if (const auto logo = decodeLogo(policy->brand); !logo) {
        return limited(logo.error());
    }
    if (!policy->brand.name.isEmpty()) {
        check.detail = policy->brand.name;
    }
    return check;
}

namespace {

/// A damaged file that is still there and of which something could not be taken over, or nobody knows.
QString damagedFileWithMore(const QString& queue, const std::vector<Outbox::Recovery>& recoveries)
{
    const QFileInfo file(queue);
    for (const QString& name : file.dir().entryList({file.fileName() + ".damaged-*"}, QDir::Files)) {
        const bool taken = std::ranges::any_of(recoveries, [&name](const Outbox::Recovery& each) {
            return each.complete && QFileInfo(each.putAside).fileName() == name;
        });
        if (!taken && !name.endsWith("-wal") && !name.endsWith("-shm")) {
            return name;
        }
    }
    return {};
}

} // namespace

HealthCheck checkOutbox(const Home& home)
{
    HealthCheck check{QStringLiteral("outbox"), HealthCheck::State::Ready, {}, {}};
    const Result<std::unique_ptr<Outbox>> outbox = Outbox::open(home.outboxFile());
    const auto entries = outbox ? (*outbox)->list() : tl::unexpected(outbox.error());
    if (!entries) {
        check.state = HealthCheck::State::Missing;
        check.failure = entries.error();
        return check;
    }
    const auto waiting =
        std::ranges::count_if(*entries, [](const auto& each) { return each.state == Outbox::State::Waiting; });
    check.detail = QStringLiteral("%1 waiting").arg(waiting);
    if (waiting >= Outbox::AlarmAt) {
        check.state = waiting >= Outbox::MostWaiting ? HealthCheck::State::Missing : HealthCheck::State::Limited;
        check.failure = Failure{FailureCode::OutboxFull, std::to_string(waiting) + " of " +
                                                             std::to_string(Outbox::MostWaiting) + " are waiting"};
        return check;
    }
    const auto recoveries = (*outbox)->recoveries();
    if (!recoveries) {
        check.state = HealthCheck::State::Missing;
        check.failure = recoveries.error();
        return check;
    }
    if (const QString lost = damagedFileWithMore(home.outboxFile(), *recoveries); !lost.isEmpty()) {
        // Work can go on; what could not be read is in there, and a technician has to look.
        check.state = HealthCheck::State::Limited;
        check.failure = Failure{FailureCode::StorageFailed, "a damaged queue was put aside: " + lost.toStdString()};
    }
    return check;
}

} // namespace chinhchu::app
