#include "app/carrier/trust_list_store.h"

#include "app/evidence/openssl_handles.h"
#include "app/settings/kept_file.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QFile>

#include <openssl/pem.h>

namespace chinhchu::app {

namespace {

/// An answer is no larger (exchange.h).
constexpr qint64 LargestList = 1024 * 1024;

using RevocationHandle = std::unique_ptr<X509_CRL, OpenSslDeleter<X509_CRL_free>>;

struct ReadList
{
    TrustList list;
    QByteArray pem; ///< of all its entries
};

tl::unexpected<Failure> broken(const std::string& what)
{
    ERR_clear_error();
    return fail(FailureCode::TrustImportBroken, "the carrier's list: " + what);
}

/// Each entry is decoded and written anew: one that cannot be read would keep every program from starting.
bool addCertificate(const QByteArray& der, BIO* pem)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const auto* end = at + der.size();
    const CertificateHandle certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    return certificate && at == end && PEM_write_bio_X509(pem, certificate.get()) == 1;
}

bool addRevocationList(const QByteArray& der, BIO* pem)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const auto* end = at + der.size();
    const RevocationHandle list(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
    return list && at == end && PEM_write_bio_X509_CRL(pem, list.get()) == 1;
}

Result<int> addAll(const QJsonObject& json, const char* member, bool (*add)(const QByteArray&, BIO*), BIO* pem)
{
    if (!json[QLatin1String(member)].isArray())
        return broken(member);
    const QJsonArray entries = json[QLatin1String(member)].toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto der = QByteArray::fromBase64Encoding(entries[i].toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!der || !add(*der, pem))
            return broken(std::string(member) + ", entry " + std::to_string(i + 1));
    }
    return static_cast<int>(entries.size());
}

Result<ReadList> read(const QByteArray& content)
{
    const QJsonObject json = QJsonDocument::fromJson(content).object();
    if (json["format"].toString() != QLatin1String("chinhchu-trust-list"))
        return broken("format");
    ReadList result;
    result.list.version = json["version"].toString();
    result.list.issuedAt = QDateTime::fromString(json["issuedAt"].toString(), Qt::ISODateWithMs).toUTC();
    if (result.list.version.isEmpty() || !result.list.issuedAt.isValid())
        return broken("version, issuedAt");
    const BioHandle pem(BIO_new(BIO_s_mem()));
    const auto certificates = addAll(json, "certificates", addCertificate, pem.get());
    if (!certificates)
        return tl::unexpected(certificates.error());
    const auto revocations = addAll(json, "revocationLists", addRevocationList, pem.get());
    if (!revocations)
        return tl::unexpected(revocations.error());
    result.list.certificates = *certificates;
    result.list.revocationLists = *revocations;
    char* text = nullptr;
    const long length = BIO_get_mem_data(pem.get(), &text);
    result.pem = QByteArray(text, length);
    return result;
}

/// The file in the folder of issuers; none where the list is empty.
Result<void> writeIssuers(const QString& folder, const QByteArray& pem)
{
    const QString name = folder + QStringLiteral("/carrier-list.pem");
    if (pem.isEmpty())
        return !QFile::exists(name) || QFile::remove(name)
                   ? Result<void>()
                   : Result<void>(fail(FailureCode::StorageFailed, name.toStdString()));
    QDir().mkpath(folder);
    return keepFile(name, pem);
}

} // namespace

TrustListStore::TrustListStore(QString file, QByteArray authorityPem, QString trustFolder)
    : m_document(std::move(file), std::move(authorityPem), LargestList)
    , m_trustFolder(std::move(trustFolder))
{
}

Result<std::optional<TrustList>> TrustListStore::load() const
{
    const auto content = m_document.load();
    if (!content)
        return tl::unexpected(content.error());
    if (!*content)
        return std::nullopt;
    const auto list = read(**content);
    return list ? Result<std::optional<TrustList>>(list->list) : tl::unexpected(list.error());
}

Result<TrustList> TrustListStore::take(const QByteArray& document) const
{
    const auto content = m_document.open(document);
    if (!content)
        return tl::unexpected(content.error());
    const auto given = read(*content);
    if (!given)
        return tl::unexpected(given.error());
    // A damaged file is worth nothing: what the carrier sends replaces it.
    const std::optional<TrustList> used = load().value_or(std::nullopt);
    if (used && given->list.issuedAt < used->issuedAt)
        return fail(FailureCode::TrustImportOlder, "the carrier's list: of " +
                                                       given->list.issuedAt.toString(Qt::ISODate).toStdString() + " after " +
                                                       used->issuedAt.toString(Qt::ISODate).toStdString());
    // The issuers first: after a power cut between the two the next list, or the same, is taken in again.
    if (const auto written = writeIssuers(m_trustFolder, given->pem); !written)
        return tl::unexpected(written.error());
    if (const auto kept = m_document.keep(document); !kept)
        return tl::unexpected(kept.error());
    return given->list;
}

} // namespace chinhchu::app
