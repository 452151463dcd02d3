#include "app/carrier/kept_document.h"

#include "app/carrier/signed_document.h"
#include "app/settings/kept_file.h"

#include <QFile>

namespace chinhchu::app {

KeptDocument::KeptDocument(QString file, QByteArray authorityPem, qint64 largest)
    : m_file(std::move(file))
    , m_authorityPem(std::move(authorityPem))
    , m_largest(largest)
{
}

Result<std::optional<QByteArray>> KeptDocument::load() const
{
    QFile file(m_file);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureCode::FileUnreadable, m_file.toStdString());
    Result<QByteArray> content = open(file.read(m_largest + 1));
    if (!content)
        return tl::unexpected(content.error());
    return std::optional(*std::move(content));
}

Result<QByteArray> KeptDocument::open(const QByteArray& document) const
{
    if (document.size() > m_largest)
        return fail(FailureCode::CarrierUntrusted, "too long");
    return openSignedDocument(document, m_authorityPem);
}

Result<void> KeptDocument::keep(const QByteArray& document) const
{
    return keepFile(m_file, document);
}

} // namespace chinhchu::app
