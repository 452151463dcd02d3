#pragma once

#include "app/settings/device_key.h"
#include "app/settings/enrolment.h"
#include "resources/base/wiping_memory.h"

#include <functional>
#include <memory>

namespace chinhchu::app {

/// Enrols this device once (operation enrolDevice): sends a certificate request and the carrier's one-time code.
/// The carrier's server is trusted by @p authorityPem only, which whoever hands out the code hands out with it.
class DeviceEnroller
{
public:
    DeviceEnroller(const QUrl& carrierUrl, const QByteArray& authorityPem);
    ~DeviceEnroller();

    /// Asynchronous, once. CARRIER_REFUSED when the code is unknown, used or too old. What comes back is not checked for
    /// its inner sense yet: writeEnrolment() does that.
    void enrol(const SecretText& code, const DeviceKey& key, std::function<void(Result<Enrolment>)> done);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace chinhchu::app
