#pragma once

#include "app/session/kiosk_parts.h"

#include <QString>

#include <optional>
#include <vector>

namespace chinhchu::app {

/// One thing that a session needs, as it is now.
struct HealthCheck
{
    /// Ready; Limited: a session can run, with less (the code says what is missing); Missing: no session can run.
    enum class State
    {
        Ready,
        Limited,
        Missing
    };

    QString name; ///< "reader", "camera", "models", "blas", "disk", "swap", "clock", "enrolment", "issuers", "outbox", "carrier",
                  ///< "brand"
    State state = State::Ready;
    std::optional<Failure> failure;
    QString detail; ///< what was found: names, versions, free space
};

struct HealthReport
{
    std::vector<HealthCheck> checks;

    /// 0 if a session could run now, else by the contract's order.
    [[nodiscard]] int exitStatus() const;
};

/// Looks at everything once; blocks up to some seconds for reader, camera and models. @p options as for a session.
HealthReport checkHealth(const KioskOptions& options);

} // namespace chinhchu::app
