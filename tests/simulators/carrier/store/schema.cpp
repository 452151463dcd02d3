#include "store/schema.h"

#include "store/database.h"

namespace chinhchu::sandbox {

namespace {

// The only two words in which the databases differ: a number that counts by itself, and a column of bytes.
constexpr const char* tables[] = {
    "CREATE TABLE IF NOT EXISTS people (number TEXT PRIMARY KEY, old_number TEXT NOT NULL, full_name TEXT NOT NULL, "
    "birth_date TEXT NOT NULL)",

    "CREATE TABLE IF NOT EXISTS subscriptions (msisdn TEXT PRIMARY KEY, document TEXT NOT NULL, voice_out TEXT NOT "
    "NULL, "
    "voice_in TEXT NOT NULL, lock_deadline TEXT NOT NULL, authenticated_by TEXT NOT NULL, disclaimed_by TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS subscriptions_document ON subscriptions (document)",

    "CREATE TABLE IF NOT EXISTS nonces (id TEXT PRIMARY KEY, nonce %BYTES% NOT NULL, device_id TEXT NOT NULL, "
    "session_id TEXT NOT NULL, issued_at TEXT NOT NULL, expires_at TEXT NOT NULL, used_by TEXT NOT NULL)",

    "CREATE TABLE IF NOT EXISTS bindings (id %COUNTER%, binding_id TEXT NOT NULL UNIQUE, device_id TEXT NOT NULL, "
    "session_id TEXT NOT NULL, person TEXT NOT NULL, payload_sha256 %BYTES% NOT NULL, sealed %BYTES% NOT NULL, "
    "state TEXT NOT NULL, reasons TEXT NOT NULL, received_at TEXT NOT NULL, face_compared TEXT NOT NULL DEFAULT '')",
    "CREATE INDEX IF NOT EXISTS bindings_session ON bindings (session_id)",

    "CREATE TABLE IF NOT EXISTS pending_bindings (id %COUNTER%, binding_id TEXT NOT NULL UNIQUE, claimed_until TEXT "
    "NOT "
    "NULL)",

    "CREATE TABLE IF NOT EXISTS audit_heads (device_id TEXT PRIMARY KEY, size BIGINT NOT NULL, root TEXT NOT NULL, "
    "noted_at TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE IF NOT EXISTS audit_complaints (binding_id TEXT PRIMARY KEY, device_id TEXT NOT NULL, noted_at TEXT "
    "NOT "
    "NULL)",

    "CREATE TABLE IF NOT EXISTS frames (sha256 %BYTES% PRIMARY KEY, binding_id TEXT NOT NULL)",

    "CREATE TABLE IF NOT EXISTS signature_requests (binding_id TEXT PRIMARY KEY, request_id TEXT NOT NULL, "
    "consent_at TEXT NOT NULL)",

    "CREATE TABLE IF NOT EXISTS otp_challenges (id TEXT PRIMARY KEY, device_id TEXT NOT NULL, msisdn TEXT NOT NULL, "
    "code_sha256 %BYTES% NOT NULL, issued_at TEXT NOT NULL, expires_at TEXT NOT NULL, attempts INTEGER NOT NULL, "
    "used INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS otp_challenges_msisdn ON otp_challenges (msisdn, issued_at)",

    "CREATE TABLE IF NOT EXISTS own_points (device_id TEXT PRIMARY KEY)",

    "CREATE TABLE IF NOT EXISTS subscription_terms (msisdn TEXT PRIMARY KEY, payment TEXT NOT NULL, holder TEXT NOT "
    "NULL, device_changed_at TEXT NOT NULL DEFAULT '')",

    "CREATE TABLE IF NOT EXISTS otp_proofs (challenge_id TEXT PRIMARY KEY, binding_id TEXT NOT NULL)",

    "CREATE TABLE IF NOT EXISTS enrolment_codes (code_sha256 %BYTES% PRIMARY KEY, device_id TEXT NOT NULL, "
    "expires_at TEXT NOT NULL, used INTEGER NOT NULL)",
};

/// Encrypted bytes cannot be made shorter; trying took PostgreSQL longer than everything else it does with a binding.
void storeEvidenceAsItIs(Connection& connection)
{
    const Rows compressed = connection.run(
        QStringLiteral("SELECT 1 FROM pg_attribute WHERE attrelid = 'bindings'::regclass AND attname = 'sealed' AND "
                       "attstorage <> 'e'"));
    if (!compressed.isEmpty())
        connection.define(QStringLiteral("ALTER TABLE bindings ALTER COLUMN sealed SET STORAGE EXTERNAL"));
}

/// A column that older databases do not have: text, empty there.
void addColumn(Connection& connection, const QString& table, const QString& column)
{
    const QString columns =
        connection.isPostgres()
            ? QStringLiteral("SELECT 1 FROM pg_attribute WHERE attrelid = '%1'::regclass AND attname = '%2'")
            : QStringLiteral("SELECT 1 FROM pragma_table_info('%1') WHERE name = '%2'");
    if (connection.run(columns.arg(table, column)).isEmpty())
        connection.define(QStringLiteral("ALTER TABLE %1 ADD COLUMN %2 TEXT NOT NULL DEFAULT ''").arg(table, column));
}

} // namespace

void makeTables(Connection& connection)
{
    connection.transaction([&] {
        // CREATE TABLE IF NOT EXISTS can still collide with itself in PostgreSQL when two sandboxes start together.
        if (connection.isPostgres())
            connection.run(QStringLiteral("SELECT 1 FROM (SELECT pg_advisory_xact_lock(4200)) AS locked"));
        for (const char* table : tables) {
            QString sql = QString::fromLatin1(table);
            sql.replace(QLatin1String("%BYTES%"),
                        connection.isPostgres() ? QLatin1String("BYTEA") : QLatin1String("BLOB"));
            sql.replace(QLatin1String("%COUNTER%"), connection.isPostgres()
                                                        ? QLatin1String("BIGSERIAL PRIMARY KEY")
                                                        : QLatin1String("INTEGER PRIMARY KEY AUTOINCREMENT"));
            connection.define(sql);
        }
        addColumn(connection, "bindings", "face_compared");
        addColumn(connection, "audit_heads", "noted_at");
        addColumn(connection, "subscription_terms", "device_changed_at");
        if (connection.isPostgres())
            storeEvidenceAsItIs(connection);
    });
}

} // namespace chinhchu::sandbox
