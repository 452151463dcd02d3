#pragma once

#include "app/carrier/nonce_store.h"
#include "app/carrier/policy_store.h"
#include "app/carrier/trust_list_store.h"
#include "app/outbox/outbox.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <chrono>
#include <memory>

namespace chinhchu::app {

/// What a kiosk does for itself while nobody uses it: it sends what waits, each when its time has come, keeps nonces for
/// days without network, and asks for the newest policy and the newest list of issuers.
class Housekeeping : public QObject
{
    Q_OBJECT

public:
    /// What it works with; any may be null. Only the enrolment's own batches of nonces are believed.
    struct Parts
    {
        std::shared_ptr<Outbox> outbox;
        std::shared_ptr<CarrierClient> carrier;
        std::shared_ptr<const NonceStore> nonces;
        std::shared_ptr<const PolicyStore> policies;
        Enrolment enrolment;
        std::shared_ptr<AuditTrail> audit = {};
        std::shared_ptr<const TrustListStore> trustLists = {};
    };

    explicit Housekeeping(Parts parts, QObject* parent = nullptr);

    /// How often it looks; built in: every 30 s.
    void setPause(std::chrono::milliseconds pause);
    /// Nobody uses the kiosk: work may begin, now and from time to time. Else what is under way ends and nothing begins.
    void setIdle(bool idle);

    /// Fetches nonces until the store holds @p NoncesKept; asynchronous, gives how many there are then.
    void fillNonces(std::function<void(Result<int>)> done);

    /// Asks the carrier for its policy and takes it in; it counts from the next start of the program.
    void refreshPolicy(std::function<void(Result<CarrierPolicy>)> done);

    /// Asks the carrier for its list of issuers and takes it in; it too counts from the next start of the program. Nothing
    /// where there is nowhere to keep it.
    void refreshTrustList(std::function<void(Result<std::optional<TrustList>>)> done);

    /// More than the people who come on the days for which a batch is valid.
    static constexpr int NoncesKept = 200;

signals:
    /// One turn of work has ended.
    void rested();

private:
    void work();
    void refreshPolicyWhenDue(std::function<void()> done);
    void refreshTrustListWhenDue(std::function<void()> done);

    Parts m_parts;
    std::unique_ptr<Courier> m_courier;
    QTimer m_timer;
    bool m_idle = false;
    bool m_working = false;
    /// Over at the start: a kiosk that was off asks first of all.
    QDeadlineTimer m_policyDue, m_trustListDue;
};

} // namespace chinhchu::app
