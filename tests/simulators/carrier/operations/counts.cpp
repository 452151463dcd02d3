#include "http/json_reader.h"
#include "operations/operations.h"

namespace chinhchu::sandbox {

/// The five counts of the weekly report: only the carrier knows them.
Answer retrieveCounts(Carrier& carrier, const Request& request)
{
    JsonReader::parse(request.body).finish();
    // What nobody has yet is no subscription. A two-way lock includes the one-way lock; a number is counted under the
    // harder one.
    const Rows rows = carrier.database->here().run(
        QStringLiteral("SELECT COUNT(*), "
                       "COALESCE(SUM(CASE WHEN authenticated_by <> '' THEN 1 ELSE 0 END), 0), "
                       "COALESCE(SUM(CASE WHEN authenticated_by = '' THEN 1 ELSE 0 END), 0), "
                       "COALESCE(SUM(CASE WHEN voice_out = 'suspended' AND voice_in = 'active' THEN 1 ELSE 0 END), 0), "
                       "COALESCE(SUM(CASE WHEN voice_in = 'suspended' THEN 1 ELSE 0 END), 0) FROM subscriptions WHERE "
                       "disclaimed_by = '' AND document <> ''"));
    const Row& counts = rows.first();
    return jsonAnswer(200, {{"asOf", toText(QDateTime::currentDateTimeUtc())},
                            {"total", counts[0].toLongLong()},
                            {"authenticated", counts[1].toLongLong()},
                            {"notYet", counts[2].toLongLong()},
                            {"lockedOneWay", counts[3].toLongLong()},
                            {"lockedTwoWay", counts[4].toLongLong()}});
}

} // namespace chinhchu::sandbox
