#include "app/outbox/outbox_schema.h"

#include "app/outbox/sqlite_words.h"

#include <span>
#include <vector>

namespace chinhchu::app {

namespace {

constexpr int SchemaVersion = 4;

/// What became of a damaged queue, written in the same file as what was taken over of it: one is never there without
/// the other.
constexpr const char* RecoveryTable = "CREATE TABLE recovery ("
                                      " aside TEXT PRIMARY KEY," // the damaged file
                                      " taken_over INTEGER NOT NULL,"
                                      " complete INTEGER NOT NULL,"
                                      " told INTEGER NOT NULL DEFAULT 0)";

constexpr const char* Schema[] = {
    "CREATE TABLE binding ("
    " seq INTEGER PRIMARY KEY AUTOINCREMENT,"
    " id TEXT NOT NULL UNIQUE,"
    " state INTEGER NOT NULL,"   // Outbox::State
    " created INTEGER NOT NULL," // times: milliseconds since 1970, UTC
    " size INTEGER NOT NULL,"
    " attempts INTEGER NOT NULL DEFAULT 0,"
    " next_attempt INTEGER NOT NULL,"
    " last_error TEXT NOT NULL DEFAULT '',"
    " receipt_number TEXT NOT NULL DEFAULT '',"
    " received INTEGER,"
    " verdict INTEGER NOT NULL DEFAULT 0," // BindingReceipt::State, once delivered
    " untold INTEGER NOT NULL DEFAULT 0)", // UntoldBit
    "CREATE INDEX binding_waiting ON binding (seq) WHERE state = 0",
    "CREATE INDEX binding_undecided ON binding (seq) WHERE state = 2 AND verdict = 0",
    "CREATE TABLE evidence (seq INTEGER PRIMARY KEY REFERENCES binding, sealed BLOB NOT NULL)",
    "CREATE INDEX binding_untold ON binding (seq) WHERE untold <> 0",
    "CREATE TABLE trail (told_up_to INTEGER NOT NULL)",
    "INSERT INTO trail VALUES (0)",
    RecoveryTable,
};

/// From version 1, which did not keep what the carrier decided: each delivered binding is asked about once more.
constexpr const char* FromVersion1[] = {
    "ALTER TABLE binding ADD COLUMN verdict INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX binding_undecided ON binding (seq) WHERE state = 2 AND verdict = 0",
};

/// From version 2, which left it to the sessions to tell the trail: the next courier looks through all of it and tells what
/// is missing.
constexpr const char* FromVersion2[] = {
    "ALTER TABLE binding ADD COLUMN untold INTEGER NOT NULL DEFAULT 0",
    "UPDATE binding SET untold = (CASE WHEN receipt_number <> '' THEN 1 ELSE 0 END)" // UntoldDelivered
    " + (CASE WHEN state = 2 AND verdict = 1 THEN 2 WHEN state = 1 THEN 4 ELSE 0 END)",
    "CREATE INDEX binding_untold ON binding (seq) WHERE untold <> 0",
    "CREATE TABLE trail (told_up_to INTEGER NOT NULL)",
    "INSERT INTO trail VALUES (0)",
};

/// From version 3, which did not remember what became of a damaged queue.
constexpr const char* FromVersion3[] = {RecoveryTable};

Result<void> upgrade(Database& database, int found)
{
    using Steps = std::span<const char* const>;
    std::vector<Steps> all;
    if (found == 0)
        all = {Schema};
    else if (found == 1)
        all = {FromVersion1, FromVersion2, FromVersion3};
    else if (found == 2)
        all = {FromVersion2, FromVersion3};
    else if (found == 3)
        all = {FromVersion3};
    else
        return fail(FailureCode::StorageFailed, "outbox: written by a newer version of this program");
    for (const Steps& steps : all)
        for (const char* statement : steps)
            if (auto made = database.run(QString::fromLatin1(statement)); !made)
                return nothing(made);
    return nothing(database.run(QStringLiteral("PRAGMA user_version=%1").arg(SchemaVersion)));
}

} // namespace

Result<void> migrateOutbox(Database& database)
{
    return database.transaction([&database]() -> Result<void> {
        auto version = database.run("PRAGMA user_version");
        if (!version || !version->next())
            return nothing(version);
        const int found = version->value(0).toInt();
        version->finish();
        return found == SchemaVersion ? Result<void>() : upgrade(database, found);
    });
}

} // namespace chinhchu::app
