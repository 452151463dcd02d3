#include "app/outbox/sqlite_outbox.h"

namespace chinhchu::app {

namespace {

tl::unexpected<Failure> wrong(const QString& what)
{
    return fail(FailureCode::StorageFailed, "outbox: " + what.toStdString());
}

} // namespace

Result<int> SqliteOutbox::verify()
{
    auto check = run("PRAGMA integrity_check(1)");
    if (!check)
        return tl::unexpected(check.error());
    if (!check->next() || check->value(0).toString() != "ok")
        return wrong(check->value(0).toString());
    check->finish();

    const auto ids = due({});
    if (!ids)
        return tl::unexpected(ids.error());
    // One piece of evidence in memory at a time.
    for (const QString& id : *ids) {
        const auto found = entry(id);
        if (!found)
            return tl::unexpected(found.error());
        if (auto sound = verifyRow(*found); !sound)
            return tl::unexpected(sound.error());
    }
    return static_cast<int>(ids->size());
}

Result<void> SqliteOutbox::verifyRow(const Entry& entry)
{
    const auto sealed = sealedEvidence(entry.bindingId);
    if (!sealed)
        return wrong(entry.bindingId + " has no evidence");
    if (sealed->size() != entry.size)
        return wrong(entry.bindingId + " is not as long as it was");
    // A sealed piece is one DER SEQUENCE (CMS ContentInfo, RFC 5652, 3); anything else was never made by sealing.
    if (sealed->isEmpty() || sealed->front() != '\x30')
        return wrong(entry.bindingId + " is no sealed evidence");
    return {};
}

} // namespace chinhchu::app
