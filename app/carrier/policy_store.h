#pragma once

#include "app/carrier/kept_document.h"
#include "app/settings/carrier_policy.h"

namespace chinhchu::app {

/// The carrier's signed policy as it lies on this device. Its version never goes back, and what is not signed by the
/// carrier is never believed, also not from our own disk.
class PolicyStore
{
public:
    /// @p authorityPem: the carrier's authority, from the enrolment.
    PolicyStore(QString file, QByteArray authorityPem);

    /// The policy in use; the built-in one where none was ever taken in. POLICY_INVALID when the file is damaged: then
    /// the built-in one is in use until the carrier sends another.
    [[nodiscard]] Result<CarrierPolicy> load() const;

    /// Takes in what the carrier sent. Gives the policy that is in use now: @p document where its version is higher, the
    /// former where it is the same. POLICY_INVALID, and nothing changed, when it is not signed by the carrier, older, or
    /// wrong.
    Result<CarrierPolicy> take(const QByteArray& document) const;

private:
    KeptDocument m_document;
};

} // namespace chinhchu::app
