// The counts of a report, against a trail and a queue whose sums were made by hand.

#include "app/audit/audit_trail.h"
#include "app/reports/activity.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

QDateTime at(const char* text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

Outbox::Entry entry(const char* id, Outbox::State state,
                    BindingReceipt::State verdict = BindingReceipt::State::Received)
{
    Outbox::Entry made;
    made.bindingId = QString::fromLatin1(id);
    made.state = state;
    made.verdict = verdict;
    return made;
}

/// Three days of November 2026, in the order they were written.
const std::vector<TrailLine> trail = {
    {at("2026-11-17T09:00:00+07:00"), "session-started", "before"},
    {at("2026-11-17T09:05:00+07:00"), "binding-sealed", "before"},
    {at("2026-11-18T10:00:00+07:00"), "session-started", "a"},
    {at("2026-11-18T10:03:00+07:00"), "binding-sealed", "a"},
    {at("2026-11-18T10:03:00+07:00"), "signature-requested", "a"},
    {at("2026-11-18T10:03:02+07:00"), "binding-delivered", "a"},
    {at("2026-11-18T11:00:00+07:00"), "session-started", "b"},
    {at("2026-11-18T11:02:00+07:00"), "handed-over", "b CARD_WITHOUT_CHIP"},
    {at("2026-11-18T11:02:00+07:00"), "counter-path", "b CARD_WITHOUT_CHIP"},
    // 00:30 in Vietnam, written by a machine that counts in UTC.
    {at("2026-11-19T17:30:00Z"), "session-started", "c"},
    {at("2026-11-19T17:35:00Z"), "guardian-consented", "c"},
    {at("2026-11-19T17:40:00Z"), "binding-sealed", "c"},
    {at("2026-11-20T08:00:00+07:00"), "session-started", "d"},
    {at("2026-11-20T08:04:00+07:00"), "handed-over", "d FACE_MISMATCH"},
    {at("2026-11-20T09:00:00+07:00"), "session-started", "e"},
    {at("2026-11-20T09:03:00+07:00"), "binding-sealed", "e"},
    {at("2026-11-20T09:03:00+07:00"), "signature-declined", "e"},
    {at("2026-11-20T09:30:00+07:00"), "session-started", "f"},
    {at("2026-11-20T09:33:00+07:00"), "binding-sealed", "f"},
    {at("2026-11-20T10:00:00+07:00"), "session-started", "after"},
};

const std::vector<Outbox::Entry> queue = {
    entry("before", Outbox::State::Delivered, BindingReceipt::State::Verified),
    entry("a", Outbox::State::Delivered, BindingReceipt::State::Verified),
    entry("c", Outbox::State::Delivered, BindingReceipt::State::Received),
    entry("e", Outbox::State::Refused),
    entry("f", Outbox::State::Waiting),
};

} // namespace

class TestActivity : public QObject
{
    Q_OBJECT

private slots:
    void counts_areThoseMadeByHand()
    {
        const ActivityReport report =
            countActivity(trail, queue, at("2026-11-18T00:00:00+07:00"), at("2026-11-20T10:00:00+07:00"));

        const Activity& total = report.total;
        QCOMPARE(total.sessions, 6);
        QCOMPARE(total.sealed, 4);
        QCOMPARE(total.verified, 1);
        QCOMPARE(total.received, 1);
        QCOMPARE(total.waiting, 1);
        QCOMPARE(total.refused, 1);
        QCOMPARE(total.handedOver, 2);
        QCOMPARE(total.counterPath, 1);
        QCOMPARE(total.guardians, 1);
        QCOMPARE(total.signaturesRequested, 1);
        QCOMPARE(total.signaturesDeclined, 1);
        QCOMPARE(report.handOverReasons, (QMap<QString, int>{{"CARD_WITHOUT_CHIP", 1}, {"FACE_MISMATCH", 1}}));
    }

    /// Outcomes were once known to the queue only, and lost with it.
    void trailAlone_saysTheSameAsWithTheQueue()
    {
        std::vector<TrailLine> told = trail;
        told.push_back({at("2026-11-21T08:00:00+07:00"), "binding-verified", "a"});
        told.push_back({at("2026-11-21T08:00:00+07:00"), "binding-delivered", "c"});
        told.push_back({at("2026-11-21T08:00:00+07:00"), "binding-delivered", "e"});
        told.push_back({at("2026-11-21T09:00:00+07:00"), "binding-refused", "e"});
        const auto outcomes = [](const ActivityReport& report) {
            const Activity& total = report.total;
            return QList<int>{total.verified, total.received, total.refused, report.days[2].activity.refused};
        };
        const QDateTime from = at("2026-11-18T00:00:00+07:00"), until = at("2026-11-20T10:00:00+07:00");

        QCOMPARE(outcomes(countActivity(told, {}, from, until)), (QList<int>{1, 1, 1, 1}));
        QCOMPARE(outcomes(countActivity(told, queue, from, until)), (QList<int>{1, 1, 1, 1}));
        QCOMPARE(outcomes(countActivity(trail, queue, from, until)), (QList<int>{1, 1, 1, 1}));
    }

    void days_areVietnams_andNoneIsLeftOut()
    {
        const ActivityReport report =
            countActivity(trail, queue, at("2026-11-18T00:00:00+07:00"), at("2026-11-20T10:00:00+07:00"));

        QCOMPARE(report.days.size(), std::size_t(3));
        QCOMPARE(report.days[0].day, QDate(2026, 11, 18));
        QCOMPARE(report.days[0].activity.sessions, 2);
        QCOMPARE(report.days[1].day, QDate(2026, 11, 19));
        QCOMPARE(report.days[1].activity.sessions, 0);
        QCOMPARE(report.days[2].activity.sessions, 4);
        QCOMPARE(report.days[2].activity.sealed, 3);
    }

    void nothing_betweenTwoEqualTimes()
    {
        const QDateTime now = at("2026-11-18T00:00:00+07:00");
        const ActivityReport report = countActivity(trail, queue, now, now);
        QVERIFY(report.days.empty());
        QCOMPARE(report.total.sessions, 0);
    }

    void trail_asItIsWritten_isRead()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath("audit.log");
        QVERIFY(readTrail(file).value().empty());
        QVERIFY((*AuditTrail::open(file))->record({"kiosk", "handed-over", "b CARD_WITHOUT_CHIP"}));

        const auto lines = readTrail(file);

        QVERIFY(lines);
        QCOMPARE(lines->size(), std::size_t(1));
        QCOMPARE(lines->front().action, "handed-over");
        QCOMPARE(lines->front().subject, "b CARD_WITHOUT_CHIP");
        QVERIFY(lines->front().at.secsTo(QDateTime::currentDateTime()) < 60);
    }

    void trail_thatWasChanged_isNotCounted()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath("audit.log"));
        QVERIFY((*AuditTrail::open(file.fileName()))->record({"kiosk", "handed-over", "b FACE_MISMATCH"}));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray content = file.readAll().replace("FACE_MISMATCH", "FACE_MIXMATCH");
        file.seek(0);
        file.write(content);
        file.close();

        const auto lines = readTrail(file.fileName());

        QVERIFY(!lines);
        QCOMPARE(lines.error().code, FailureCode::AuditBroken);
    }
};

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
