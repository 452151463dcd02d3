#include "app/carrier/policy_store.h"

#include "app/carrier/signed_document.h"

#include <QFile>
#include <QSaveFile>

namespace chinhchu::app {

namespace {

constexpr qint64 largestPolicy = 256 * 1024;

} // namespace

PolicyStore::PolicyStore(QString file, QByteArray authorityPem)
    : m_file(std::move(file))
    , m_authorityPem(std::move(authorityPem))
{
}

Result<CarrierPolicy> PolicyStore::load() const
{
    QFile file(m_file);
    if (!file.exists())
        return CarrierPolicy{};
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureCode::FileUnreadable, m_file.toStdString());
    return open(file.read(largestPolicy + 1));
}

Result<CarrierPolicy> PolicyStore::take(const QByteArray& document) const
{
    const Result<CarrierPolicy> given = open(document);
    if (!given)
        return given;
    // A damaged file is worth nothing: what the carrier sends replaces it.
    const CarrierPolicy used = load().value_or(CarrierPolicy{});
    if (given->version < used.version)
        return fail(FailureCode::PolicyInvalid, "version " + std::to_string(given->version) + " is older than " +
                                                    std::to_string(used.version));
    if (given->version == used.version)
        return used;
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size() || !file.commit())
        return fail(FailureCode::StorageFailed, m_file.toStdString());
    return given;
}

Result<CarrierPolicy> PolicyStore::open(const QByteArray& document) const
{
    if (document.size() > largestPolicy)
        return fail(FailureCode::PolicyInvalid, "too long");
    const Result<QByteArray> content = openSignedDocument(document, m_authorityPem);
    if (!content)
        return fail(FailureCode::PolicyInvalid, content.error().detail);
    return CarrierPolicy::read(*content);
}

} // namespace chinhchu::app
