#include "app/carrier/nonce_store.h"

#include "app/carrier/signed_document.h"
#include "app/settings/database.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace chinhchu::app {

namespace {

constexpr qsizetype MostNonces = 200;
constexpr qsizetype NonceSize = 32;

tl::unexpected<Failure> malformed(const char* member)
{
    return fail(FailureCode::CarrierAnswerMalformed, std::string("batch of nonces: ") + member);
}

Result<std::vector<VerificationSession>> parse(const QByteArray& json, const QString& deviceId)
{
    const QJsonObject body = QJsonDocument::fromJson(json).object();
    if (body["format"].toString() != "chinhchu-nonces" || body["version"].toInt() != 1)
        return malformed("format");
    // A batch of another device would make every one of them worthless there.
    if (body["deviceId"].toString() != deviceId)
        return malformed("deviceId");
    const QDateTime expires = QDateTime::fromString(body["expiresAt"].toString(), Qt::ISODateWithMs);
    if (!expires.isValid())
        return malformed("expiresAt");
    const QJsonArray list = body["nonces"].toArray();
    if (list.size() > MostNonces)
        return malformed("nonces");
    std::vector<VerificationSession> nonces;
    for (const QJsonValue& each : list) {
        const auto nonce = QByteArray::fromBase64Encoding(each["nonce"].toString().toLatin1(),
                                                          QByteArray::AbortOnBase64DecodingErrors);
        const QString id = each["nonceId"].toString();
        if (!nonce || (*nonce).size() != NonceSize || id.isEmpty() || id.size() > 64)
            return malformed("nonces");
        nonces.push_back({id, Bytes((*nonce).begin(), (*nonce).end()), expires, true});
    }
    return nonces;
}

Result<Database> openStore(const QString& file)
{
    auto database = Database::open(file);
    if (!database)
        return database;
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    auto made = database->run("CREATE TABLE IF NOT EXISTS nonce (id TEXT PRIMARY KEY, nonce BLOB NOT NULL, expires INTEGER "
                              "NOT NULL)");
    if (!made)
        return tl::unexpected(made.error());
    return database;
}

} // namespace

Result<int> NonceStore::add(const QByteArray& signedBatch, const Enrolment& enrolment) const
{
    const auto json = openSignedDocument(signedBatch, enrolment.carrierAuthorityPem);
    if (!json)
        return tl::unexpected(json.error());
    const auto nonces = parse(*json, enrolment.deviceId);
    if (!nonces)
        return tl::unexpected(nonces.error());
    auto database = openStore(m_file);
    if (!database)
        return tl::unexpected(database.error());
    const auto stored = database->transaction([&]() -> Result<void> {
        for (const VerificationSession& each : *nonces) {
            const QByteArray nonce(reinterpret_cast<const char*>(each.nonce.data()),
                                   static_cast<qsizetype>(each.nonce.size()));
            if (auto kept = database->run("INSERT OR IGNORE INTO nonce (id, nonce, expires) VALUES (?, ?, ?)",
                                          {each.nonceId, nonce, each.expiresAt.toMSecsSinceEpoch()});
                !kept)
                return tl::unexpected(kept.error());
        }
        return {};
    });
    if (!stored)
        return tl::unexpected(stored.error());
    return static_cast<int>(nonces->size());
}

Result<std::optional<VerificationSession>> NonceStore::take(const QDateTime& now) const
{
    if (!QFile::exists(m_file))
        return std::optional<VerificationSession>();
    auto database = openStore(m_file);
    if (!database)
        return tl::unexpected(database.error());
    std::optional<VerificationSession> taken;
    const auto done = database->transaction([&]() -> Result<void> {
        auto row = database->run("SELECT id, nonce, expires FROM nonce WHERE expires > ? ORDER BY expires LIMIT 1",
                                 {now.toMSecsSinceEpoch()});
        if (!row)
            return tl::unexpected(row.error());
        if (!row->next())
            return {};
        const QByteArray nonce = row->value(1).toByteArray();
        VerificationSession found{row->value(0).toString(), Bytes(nonce.begin(), nonce.end()),
                                  QDateTime::fromMSecsSinceEpoch(row->value(2).toLongLong(), Qt::UTC), true};
        row->finish();
        if (auto gone = database->run("DELETE FROM nonce WHERE id = ?", {found.nonceId}); !gone)
            return tl::unexpected(gone.error());
        taken = std::move(found);
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return taken;
}

Result<int> NonceStore::left(const QDateTime& now) const
{
    if (!QFile::exists(m_file))
        return 0;
    auto database = openStore(m_file);
    if (!database)
        return tl::unexpected(database.error());
    auto rows = database->run("SELECT count(*) FROM nonce WHERE expires > ?", {now.toMSecsSinceEpoch()});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next() ? rows->value(0).toInt() : 0;
}

} // namespace chinhchu::app
