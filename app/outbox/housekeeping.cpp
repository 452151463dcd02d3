#include "app/outbox/housekeeping.h"

#include <QPointer>

#include <algorithm>

namespace chinhchu::app {

namespace {

/// The carrier gives no more at once (resources/carrier-api.yaml).
constexpr int MostAtOnce = 200;

/// A batch is fetched when it is worth a request.
constexpr int WorthARequest = 20;

/// Between two questions for a document that changes a few times a year.
constexpr std::chrono::hours DocumentPause{1};

} // namespace

Housekeeping::Housekeeping(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    if (m_parts.outbox && m_parts.carrier)
        m_courier = std::make_unique<Courier>(*m_parts.outbox, *m_parts.carrier);
    if (m_courier)
        m_courier->setTrail(m_parts.audit);
    setPause(std::chrono::seconds(30));
    connect(&m_timer, &QTimer::timeout, this, &Housekeeping::work);
}

void Housekeeping::setPause(std::chrono::milliseconds pause)
{
    m_timer.setInterval(pause);
}

void Housekeeping::setIdle(bool idle)
{
    m_idle = idle;
    if (idle) {
        m_timer.start();
        // Not inside of what told us: a session that has just ended has still to wipe.
        QMetaObject::invokeMethod(this, &Housekeeping::work, Qt::QueuedConnection);
        return;
    }
    m_timer.stop();
    if (m_courier)
        m_courier->stop();
}

void Housekeeping::work()
{
    if (!m_idle || m_working || !m_courier)
        return;
    m_working = true;
    m_courier->deliverDue([this](const Result<Courier::Outcome>&) {
        // What failed is written down in the queue itself, with the time of the next try.
        fillNonces([this](const Result<int>&) {
            refreshPolicyWhenDue([this] {
                refreshTrustListWhenDue([this] {
                    m_working = false;
                    emit rested();
                });
            });
        });
    });
}

void Housekeeping::refreshPolicyWhenDue(std::function<void()> done)
{
    if (!m_policyDue.hasExpired())
        return done();
    refreshPolicy([this, done = std::move(done)](const Result<CarrierPolicy>& policy) {
        // Without an answer it stays due. A policy that is not believed is not asked for again every 30 s.
        if (policy || policy.error().code == FailureCode::PolicyInvalid)
            m_policyDue.setRemainingTime(DocumentPause);
        done();
    });
}

void Housekeeping::refreshPolicy(std::function<void(Result<CarrierPolicy>)> done)
{
    if (!m_parts.policies || !m_parts.carrier)
        return done(CarrierPolicy{});
    m_parts.carrier->retrievePolicy(
        [self = QPointer(this), done = std::move(done)](const Result<QByteArray>& document) {
            if (!self)
                return;
            done(document ? self->m_parts.policies->take(*document)
                          : Result<CarrierPolicy>(tl::unexpected(document.error())));
        });
}

void Housekeeping::refreshTrustListWhenDue(std::function<void()> done)
{
    if (!m_trustListDue.hasExpired())
        return done();
    refreshTrustList([this, done = std::move(done)](const Result<std::optional<TrustList>>& list) {
        // As for the policy.
        if (list || list.error().code != FailureCode::CarrierUnreachable)
            m_trustListDue.setRemainingTime(DocumentPause);
        done();
    });
}

void Housekeeping::refreshTrustList(std::function<void(Result<std::optional<TrustList>>)> done)
{
    if (!m_parts.trustLists || !m_parts.carrier)
        return done(std::nullopt);
    m_parts.carrier->retrieveTrustList(
        [self = QPointer(this), done = std::move(done)](const Result<QByteArray>& document) {
            if (!self)
                return;
            if (!document)
                return done(tl::unexpected(document.error()));
            const Result<TrustList> taken = self->m_parts.trustLists->take(*document);
            done(taken ? Result<std::optional<TrustList>>(*taken) : tl::unexpected(taken.error()));
        });
}

void Housekeeping::fillNonces(std::function<void(Result<int>)> done)
{
    if (!m_parts.nonces || !m_parts.carrier)
        return done(0);
    const auto left = m_parts.nonces->left(QDateTime::currentDateTimeUtc());
    if (!left || *left > NoncesKept - WorthARequest)
        return done(left);
    m_parts.carrier->createNonceBatch(
        std::min(NoncesKept - *left, MostAtOnce),
        [self = QPointer(this), had = *left, done = std::move(done)](const Result<QByteArray>& batch) {
            if (!self)
                return;
            const auto added = batch ? self->m_parts.nonces->add(*batch, self->m_parts.enrolment)
                                     : Result<int>(tl::unexpected(batch.error()));
            done(added ? Result<int>(had + *added) : added);
        });
}

} // namespace chinhchu::app
