// Evidence that could not be kept at the first try: the session tries again, and it is one binding all the same.

#include "tests/app/session/kit/full_outbox.h"
#include "tests/app/session/kit/quick_counter.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using counter::QuickCounter;
using State = Session::State;

class TestFullDisk : public QObject
{
    Q_OBJECT

private slots:
    /// Each try was a binding of its own in the trail and in every report.
    void binding_thatWasKeptAtTheSecondTry_standsInTheTrailOnce()
    {
        QuickCounter counter;
        const auto full = std::make_shared<std::atomic<bool>>(true);
        SessionParts parts = counter.parts(counter.nobody());
        parts.openOutbox = counter::fullWhen(parts.openOutbox, full);
        Session session(std::move(parts));
        QuickCounter::walk(session, State::Deliver);
        QTRY_COMPARE(session.state(), State::Problem);
        QCOMPARE(session.facts().problem->code, FailureCode::StorageFailed);
        const QString binding = session.facts().bindingId;
        QVERIFY(!counter.sealedFor(binding));

        full->store(false);
        session.retry();

        QTRY_COMPARE(session.state(), State::Receipt);
        QVERIFY(counter.sealedFor(binding));
        QCOMPARE(counter.audit().count(QStringLiteral("binding-sealed ") + binding), 1);
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
