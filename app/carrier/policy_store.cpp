#include "app/carrier/policy_store.h"

namespace chinhchu::app {

namespace {

constexpr qint64 LargestPolicy = 256 * 1024;

/// What the carrier did not sign is no policy, wherever it came from.
tl::unexpected<Failure> noPolicy(const Failure& failure)
{
    const bool untrusted = failure.code == FailureCode::CarrierUntrusted;
    return fail(untrusted ? FailureCode::PolicyInvalid : failure.code, failure.detail);
}

} // namespace

PolicyStore::PolicyStore(QString file, QByteArray authorityPem)
    : m_document(std::move(file), std::move(authorityPem), LargestPolicy)
{
}

Result<CarrierPolicy> PolicyStore::load() const
{
    const auto content = m_document.load();
    if (!content)
        return noPolicy(content.error());
    return *content ? CarrierPolicy::read(**content) : CarrierPolicy{};
}

Result<CarrierPolicy> PolicyStore::take(const QByteArray& document) const
{
    const auto content = m_document.open(document);
    if (!content)
        return noPolicy(content.error());
    const Result<CarrierPolicy> given = CarrierPolicy::read(*content);
    if (!given)
        return given;
    // A damaged file is worth nothing: what the carrier sends replaces it.
    const CarrierPolicy used = load().value_or(CarrierPolicy{});
    if (given->version < used.version)
        return fail(FailureCode::PolicyInvalid, "version " + std::to_string(given->version) + " is older than " +
                                                    std::to_string(used.version));
    if (given->version == used.version)
        return used;
    if (const auto kept = m_document.keep(document); !kept)
        return tl::unexpected(kept.error());
    return given;
}

} // namespace chinhchu::app
