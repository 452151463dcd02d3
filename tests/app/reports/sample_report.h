#pragma once

#include "app/reports/report.h"

namespace chinhchu::testing {

/// Two days of a campaign, with sums made by hand: 5 sessions, 3 bindings, 2 of them authenticated.
inline app::Report sampleReport()
{
    const auto at = [](const char* text) { return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate); };
    app::Report report;
    report.kind = app::Report::Kind::Campaign;
    report.activity.from = at("2026-11-18T00:00:00+07:00");
    report.activity.until = at("2026-11-20T00:00:00+07:00");
    app::Activity first, second;
    first.sessions = 3;
    first.sealed = 2;
    first.verified = 1;
    first.received = 1;
    first.handedOver = 1;
    second.sessions = 2;
    second.sealed = 1;
    second.verified = 1;
    second.handedOver = 1;
    report.activity.days = {{QDate(2026, 11, 18), first}, {QDate(2026, 11, 19), second}};
    report.activity.total.sessions = 5;
    report.activity.total.sealed = 3;
    report.activity.total.verified = 2;
    report.activity.total.received = 1;
    report.activity.total.handedOver = 2;
    report.activity.handOverReasons = {{"CARD_WITHOUT_CHIP", 1}, {"FACE_MISMATCH", 1}};
    report.carrier = QStringLiteral("Mạng Ví Dụ");
    report.place = QStringLiteral("Nhà văn hóa thôn 3");
    report.device = QStringLiteral("kiosk-0001");
    report.madeAt = at("2026-11-20T02:30:00Z");
    report.madeBy = QStringLiteral("Nguyễn Thị Bưởi (nv-7)");
    report.plan = QStringLiteral("Nhắn tin lần hai; đến từng nhà người cao tuổi.");
    report.target = 50;
    app::CarrierCounts counts;
    counts.asOf = at("2026-11-20T02:29:00Z");
    counts.total = 1234567;
    counts.authenticated = 1200000;
    counts.notYet = 34567;
    counts.lockedOneWay = 4321;
    counts.lockedTwoWay = 765;
    report.carrierCounts = counts;
    return report;
}

} // namespace chinhchu::testing
