#include "store/pending_bindings.h"

#include "http/json_reader.h"

namespace chinhchu::sandbox {

void PendingBindings::add(const QString& bindingId)
{
    m_connection.change(QStringLiteral("INSERT INTO pending_bindings (binding_id, claimed_until) VALUES (?, '')"),
                        {bindingId});
}

QStringList PendingBindings::claim(int most, const QDateTime& now, const QDateTime& until)
{
    // SQLite has one writer at a time and needs no words for it; PostgreSQL passes over what another is claiming.
    const QString alone = m_connection.isPostgres() ? QStringLiteral(" FOR UPDATE SKIP LOCKED") : QString();
    const Rows rows = m_connection.run(
        QStringLiteral("UPDATE pending_bindings SET claimed_until = ? WHERE id IN (SELECT id FROM pending_bindings "
                       "WHERE claimed_until < ? ORDER BY id LIMIT ?%1) RETURNING binding_id")
            .arg(alone),
        {toText(until), toText(now), most});
    QStringList claimed;
    for (const Row& row : rows)
        claimed.append(row.first().toString());
    return claimed;
}

bool PendingBindings::finish(const QString& bindingId)
{
    return m_connection.change(QStringLiteral("DELETE FROM pending_bindings WHERE binding_id = ?"), {bindingId}) == 1;
}

} // namespace chinhchu::sandbox
