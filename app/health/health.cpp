#include "app/health/health.h"

#include "app/health/checks.h"
#include "app/health/swap_check.h"
#include "app/session/retry_rules.h"

namespace chinhchu::app {

int HealthReport::exitStatus() const
{
    std::vector<int> statuses;
    for (const HealthCheck& each : checks) {
        if (each.state == HealthCheck::State::Missing && each.failure) {
            statuses.push_back(chinhchu::exitStatus(each.failure->code));
        }
    }
    return firstExitStatus(statuses);
}

HealthReport checkHealth(const KioskOptions& asked)
{
    const KioskOptions options = withSettings(asked);
    const Home home(options.home);
    const Result<Enrolment> enrolment = Enrolment::load(home);
    return {{checkReader(options, enrolment), checkCamera(options, enrolment), checkModels(options), checkLinearAlgebra(), checkDisk(home), checkSwap(),
             checkEnrolment(enrolment), checkClock(home, enrolment), checkIssuers(options, home, enrolment), checkOutbox(home),
             checkCarrier(options, enrolment), checkBrand(home, enrolment)}};
}

} // namespace chinhchu::app
