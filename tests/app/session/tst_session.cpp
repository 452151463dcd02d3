// The session with parts made here: what it does before and around a card. Whole sessions with the real parts are in
// tst_end_to_end.

#include "app/session/session.h"
#include "tests/app/session/kit/bare_parts.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace chinhchu;
using namespace chinhchu::app;
using counter::bareParts;
using State = Session::State;

namespace {

/// A card that never comes; the waiting ends when it is told to.
SessionParts waitingParts(const std::shared_ptr<std::atomic<int>>& ended)
{
    SessionParts parts = bareParts();
    parts.openCard = [ended](std::chrono::milliseconds,
                             std::stop_token stop) -> Result<std::unique_ptr<nfc::ApduChannel>> {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any never;
        never.wait(lock, stop, [] { return false; });
        ended->fetch_add(1);
        return fail(FailureCode::Cancelled);
    };
    return parts;
}

/// A channel that must not be used: made of software, on a device for real work.
class VirtualChannel : public nfc::ApduChannel
{
public:
    VirtualChannel() { m_info.isVirtual = true; }
    Result<Bytes> transmit(ByteView) override { return fail(FailureCode::CardNotAnswering); }
    Result<void> reset() override { return {}; }
    Result<void> reconnect(int) override { return {}; }
    const nfc::ChannelInfo& info() const override { return m_info; }

private:
    nfc::ChannelInfo m_info;
};

nfc::AccessKeys someKeys()
{
    return {nfc::CanKey{"123456"}};
}

void walkTo(Session& session, State state)
{
    session.begin();
    if (state == State::Consent) {
        return;
    }
    session.giveConsent("agreed", "en");
    if (state == State::NumberEntry) {
        return;
    }
    session.enterNumbers({"0912345678"});
    if (state == State::Identify) {
        return;
    }
    session.identify(someKeys());
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void begin_fromGreeting_asksForConsent()
    {
        Session session(bareParts());
        QSignalSpy states(&session, &Session::stateChanged);

        session.begin();

        QCOMPARE(session.state(), State::Consent);
        QCOMPARE(states.size(), 1);
        QVERIFY(!session.facts().bindingId.isEmpty());
    }

    void input_thatDoesNotFitTheState_isIgnored()
    {
        Session session(bareParts());
        session.begin();

        session.submit();
        session.acceptVerdict();
        session.acceptMatch();
        session.confirmNumbers();
        session.finish();
        session.retry();

        QCOMPARE(session.state(), State::Consent);
    }

    void numbers_thatCannotBeMobileNumbers_areIgnored()
    {
        Session session(bareParts());
        walkTo(session, State::NumberEntry);

        session.enterNumbers({});
        session.enterNumbers({"12345"});
        session.enterNumbers({"0912345678", "x"});

        QCOMPARE(session.state(), State::NumberEntry);
    }

    void numbers_givenTwice_areKeptOnce()
    {
        Session session(bareParts());
        walkTo(session, State::NumberEntry);

        session.enterNumbers({"0912 345 678", "+84912345678", "0987654321"});

        QCOMPARE(session.state(), State::Identify);
        QCOMPARE(session.facts().msisdns, (QStringList{"+84912345678", "+84987654321"}));
    }

    void back_fromIdentify_returnsToTheNumbers()
    {
        Session session(bareParts());
        walkTo(session, State::Identify);
        QVERIFY(session.canGoBack());

        session.back();

        QCOMPARE(session.state(), State::NumberEntry);
    }

    void reader_whenMissing_isAProblemThatCanBeTriedThreeTimes()
    {
        Session session(bareParts());
        walkTo(session, State::PlaceCard);

        for (int tried = 1; tried < 3; ++tried) {
            QTRY_COMPARE(session.state(), State::Problem);
            QCOMPARE(session.facts().problem->code, FailureCode::ReaderNotFound);
            QCOMPARE(session.exitStatus(), 3);
            QVERIFY(session.canRetry());
            QVERIFY(!session.facts().handOver);
            session.retry();
            QCOMPARE(session.state(), State::PlaceCard);
        }
        QTRY_COMPARE(session.state(), State::Problem);
        QVERIFY(!session.canRetry());
        QVERIFY(session.facts().handOver);
    }

    void cardWithoutChip_leavesOverTheCounter_data()
    {
        QTest::addColumn<State>("state");
        QTest::newRow("before its number is typed") << State::Identify;
        QTest::newRow("before the reader") << State::PlaceCard;
    }

    void cardWithoutChip_leavesOverTheCounter()
    {
        QFETCH(State, state);
        const auto ended = std::make_shared<std::atomic<int>>(0);
        const QTemporaryDir home;
        SessionParts parts = waitingParts(ended);
        parts.audit = AuditTrail::open(home.filePath("audit.log")).value();
        Session session(std::move(parts));
        walkTo(session, state);

        session.reportNoChip();

        QCOMPARE(session.state(), State::Problem);
        QCOMPARE(session.facts().problem->code, FailureCode::CardWithoutChip);
        QCOMPARE(session.exitStatus(), 3);
        QVERIFY(!session.canRetry());
        QVERIFY(session.facts().handOver);
        session.awaitDisk();
        QFile trail(home.filePath("audit.log"));
        QVERIFY(trail.open(QIODevice::ReadOnly));
        const QByteArray content = trail.readAll();
        QVERIFY(content.contains("counter-path"));
        QVERIFY(!content.contains("binding-"));
    }

    void noChip_whenNobodyAskedForACard_isIgnored()
    {
        Session session(bareParts());
        walkTo(session, State::NumberEntry);

        session.reportNoChip();

        QCOMPARE(session.state(), State::NumberEntry);
    }

    void card_thatNeverAnswers_isTakenForOneWithoutChip()
    {
        SessionParts parts = bareParts();
        parts.openCard = [](std::chrono::milliseconds, std::stop_token) -> Result<std::unique_ptr<nfc::ApduChannel>> {
            return fail(FailureCode::CardNotAnswering);
        };
        Session session(std::move(parts));
        walkTo(session, State::PlaceCard);
        for (int tried = 1; tried < 3; ++tried) {
            QTRY_COMPARE(session.state(), State::Problem);
            QCOMPARE(session.facts().problem->code, FailureCode::CardNotAnswering);
            session.retry();
        }
        QTRY_COMPARE(session.state(), State::Problem);
        QCOMPARE(session.facts().problem->code, FailureCode::CardWithoutChip);
        QCOMPARE(session.facts().problem->detail, std::string("CARD_NOT_ANSWERING"));
        QVERIFY(!session.canRetry());
        QCOMPARE(session.exitStatus(), 3);
    }

    void cancel_whileWaitingForACard_endsTheWaitingAndWipes()
    {
        const auto ended = std::make_shared<std::atomic<int>>(0);
        Session session(waitingParts(ended));
        walkTo(session, State::PlaceCard);
        QCOMPARE(session.state(), State::PlaceCard);

        session.cancel();

        QCOMPARE(session.state(), State::Greeting);
        QVERIFY(session.facts().msisdns.isEmpty());
        QVERIFY(session.facts().bindingId.isEmpty());
        QTRY_COMPARE(ended->load(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(session.state(), State::Greeting);
    }

    void back_whileWaitingForACard_endsTheWaiting()
    {
        const auto ended = std::make_shared<std::atomic<int>>(0);
        Session session(waitingParts(ended));
        walkTo(session, State::PlaceCard);

        session.back();

        QCOMPARE(session.state(), State::Identify);
        QTRY_COMPARE(ended->load(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(session.state(), State::Identify);
    }

    void session_destroyedWhileWaiting_leavesNoThreadBehind()
    {
        const auto ended = std::make_shared<std::atomic<int>>(0);
        {
            Session session(waitingParts(ended));
            walkTo(session, State::PlaceCard);
        }
        QCOMPARE(ended->load(), 1);
    }

    void secondSession_afterCancel_hasAnotherIdentity()
    {
        Session session(bareParts());
        session.begin();
        const QString first = session.facts().bindingId;
        session.cancel();

        session.begin();

        QVERIFY(session.facts().bindingId != first);
    }

    void virtualReader_onARealEnrolment_isRefused()
    {
        SessionParts parts = bareParts();
        parts.enrolment.kind = Enrolment::Kind::Production;
        parts.openCard = [](std::chrono::milliseconds, std::stop_token) -> Result<std::unique_ptr<nfc::ApduChannel>> {
            return std::make_unique<VirtualChannel>();
        };
        Session session(std::move(parts));

        walkTo(session, State::PlaceCard);

        QTRY_COMPARE(session.state(), State::Problem);
        QCOMPARE(session.facts().problem->code, FailureCode::DemoOnly);
        QCOMPARE(session.exitStatus(), 2);
        QVERIFY(!session.canRetry());
    }

    void idleTime_whenNobodyIsThere_warnsAndWipes()
    {
        SessionParts parts = bareParts();
        parts.policy.idlePatience = std::chrono::milliseconds(20);
        parts.policy.idleWarning = std::chrono::milliseconds(10);
        Session session(std::move(parts));
        QSignalSpy warnings(&session, &Session::idleWarning);

        walkTo(session, State::Identify);

        QTRY_COMPARE(session.state(), State::Greeting);
        QCOMPARE(warnings.size(), 1);
        QVERIFY(session.facts().msisdns.isEmpty());
    }

    void idleTime_ofZero_neverEnds()
    {
        SessionParts parts = bareParts();
        parts.policy.idlePatience = std::chrono::milliseconds(0);
        Session session(std::move(parts));
        QSignalSpy warnings(&session, &Session::idleWarning);

        walkTo(session, State::Identify);
        for (int turn = 0; turn < 100; ++turn) {
            QCoreApplication::processEvents();
        }

        QCOMPARE(session.state(), State::Identify);
        QVERIFY(warnings.isEmpty());
    }

    void staff_whoServes_standsInTheSessionsThatFollow()
    {
        Session session(bareParts());
        QSignalSpy changes(&session, &Session::servingChanged);

        session.setServing(StaffMember{"2041", "Example", StaffRole::Clerk});
        walkTo(session, State::Consent);
        session.cancel();

        QCOMPARE(session.parts().mode, QStringLiteral("assisted"));
        QCOMPARE(session.parts().staff->id, QStringLiteral("2041"));
        session.setServing(std::nullopt);
        QCOMPARE(session.parts().mode, QStringLiteral("self-service"));
        QVERIFY(!session.parts().staff);
        QCOMPARE(changes.size(), 2);
    }

    void staff_inTheMiddleOfASession_doesNotChange()
    {
        Session session(bareParts());
        walkTo(session, State::NumberEntry);

        session.setServing(StaffMember{"2041", "Example", StaffRole::Clerk});

        QVERIFY(!session.parts().staff);
        QCOMPARE(session.parts().mode, QStringLiteral("self-service"));
    }

    void trail_ofASessionThatIsServed_namesWhoServes()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("audit.log");
        {
            SessionParts parts = bareParts();
            parts.audit = std::move(*AuditTrail::open(file));
            Session session(std::move(parts));
            session.setServing(StaffMember{"2041", "Example", StaffRole::Clerk});
            walkTo(session, State::NumberEntry);
            session.cancel();
            session.setServing(std::nullopt);
            walkTo(session, State::NumberEntry);
        } // its end waits for the lines

        QFile trail(file);
        QVERIFY(trail.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = trail.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].contains("\"2041\"") && lines[0].contains("session-started"));
        QVERIFY(lines[1].contains("\"kiosk\"") && lines[1].contains("session-started"));
        QVERIFY(!lines[0].contains("Example"));
        QVERIFY(AuditTrail::verify(file));
    }

    /// Reports count the lines: going back to the consent was another session for them.
    void trail_ofASessionThatAgreedTwice_hasBegunOnce()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("audit.log");
        {
            SessionParts parts = bareParts();
            parts.audit = std::move(*AuditTrail::open(file));
            Session session(std::move(parts));
            walkTo(session, State::NumberEntry);
            session.back();
            session.giveConsent("agreed", "vi");
            QCOMPARE(session.state(), State::NumberEntry);
        } // its end waits for the lines

        QFile trail(file);
        QVERIFY(trail.open(QIODevice::ReadOnly));
        QCOMPARE(trail.readAll().count("session-started"), 1);
    }

    void wrongKey_threeTimes_isNotTriedAgain()
    {
        // Refused before any key is tried, so the count stays with the session's own tries.
        SessionParts parts = bareParts();
        parts.openCard = [](std::chrono::milliseconds, std::stop_token) -> Result<std::unique_ptr<nfc::ApduChannel>> {
            return fail(FailureCode::AccessKeyWrong);
        };
        Session session(std::move(parts));
        walkTo(session, State::PlaceCard);
        for (int tried = 1; tried < 3; ++tried) {
            QTRY_COMPARE(session.state(), State::Problem);
            session.retry();
            QCOMPARE(session.state(), State::Identify);
            session.identify(someKeys());
        }
        QTRY_COMPARE(session.state(), State::Problem);
        QCOMPARE(session.exitStatus(), 4);
        QVERIFY(!session.canRetry());
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
