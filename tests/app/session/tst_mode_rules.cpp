// Each mode's row: who has to be there, who may take part, what waits for nobody.

#include "app/session/mode_rules.h"
#include "tests/app/session/kit/bare_parts.h"

#include <QSignalSpy>
#include <QtTest>

using namespace chinhchu;
using namespace chinhchu::app;
using State = Session::State;

namespace {

SessionParts partsOf(const QString& mode)
{
    SessionParts parts = counter::bareParts();
    parts.mode = mode;
    parts.enrolment.kind = Enrolment::Kind::Production;
    return parts;
}

} // namespace

class TestModeRules : public QObject
{
    Q_OBJECT

private slots:
    void row_ofEachMode_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("service");
        QTest::addColumn<bool>("staffServes");
        QTest::addColumn<bool>("guardianTakesPart");
        QTest::addColumn<bool>("idles");
        using enum nfc::ServiceMode;
        QTest::newRow("assisted") << "assisted" << static_cast<int>(Assisted) << true << true << false;
        QTest::newRow("mobile") << "mobile" << static_cast<int>(Mobile) << true << true << true;
        QTest::newRow("self-service") << "self-service" << static_cast<int>(SelfService) << false << false << true;
        QTest::newRow("a word nobody knows") << "other" << static_cast<int>(SelfService) << false << false << true;
    }

    void row_ofEachMode()
    {
        QFETCH(QString, mode);
        QFETCH(int, service);
        const ModeRules& rules = modeRules(mode);
        QCOMPARE(static_cast<int>(rules.service), service);
        QTEST(rules.staffServes, "staffServes");
        QTEST(rules.guardianTakesPart, "guardianTakesPart");
        QTEST(rules.idles, "idles");
        QCOMPARE(isMode(mode), mode != "other");
    }

    void session_ledBySomebodyWhoMayNot_doesNotBegin_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("begins");
        const auto row = [](const char* mode, int role, bool begins) {
            QTest::addRow("%s by %s", mode, role < 0 ? "nobody" : staffRoleNames[role].data())
                << mode << role << begins;
        };
        for (const char* mode : {"assisted", "mobile"}) {
            row(mode, -1, false);
            row(mode, static_cast<int>(StaffRole::Helper), false);
            row(mode, static_cast<int>(StaffRole::Clerk), true);
            row(mode, static_cast<int>(StaffRole::Supervisor), true);
            row(mode, static_cast<int>(StaffRole::Technician), false);
        }
        row("self-service", -1, true);
    }

    void session_ledBySomebodyWhoMayNot_doesNotBegin()
    {
        QFETCH(QString, mode);
        QFETCH(int, role);
        QFETCH(bool, begins);
        SessionParts parts = partsOf(mode);
        if (role >= 0)
            parts.staff = StaffMember{"nv01", "", static_cast<StaffRole>(role)};
        Session session(std::move(parts));

        session.begin();

        QCOMPARE(session.state(), begins ? State::Consent : State::Problem);
        if (!begins) {
            QCOMPARE(session.facts().problem->code, FailureCode::StaffNotAllowed);
            QCOMPARE(session.exitStatus(), 2);
            session.cancel();
            QCOMPARE(session.state(), State::Greeting);
        }
    }

    void demonstration_ofAssistedMode_needsNobody()
    {
        SessionParts parts = partsOf("assisted");
        parts.enrolment.kind = Enrolment::Kind::Demo;
        QVERIFY(mayServe(parts));
    }

    void gentleChallenge_withoutSomebodyWhoWatches_isTheWholeOne()
    {
        SessionParts parts = partsOf("self-service");
        parts.policy.challenge = biometrics::ChallengeStyle::Gentle;
        QVERIFY(challengeFor(parts) == biometrics::ChallengeStyle::Full);
        parts.staff = StaffMember{"nv01", "", StaffRole::Technician};
        QVERIFY(challengeFor(parts) == biometrics::ChallengeStyle::Full);
        parts.staff->role = StaffRole::Helper;
        QVERIFY(challengeFor(parts) == biometrics::ChallengeStyle::Gentle);
        parts.policy.challenge = biometrics::ChallengeStyle::Full;
        QVERIFY(challengeFor(parts) == biometrics::ChallengeStyle::Full);
    }

    void idleTime_inAssistedMode_neverEnds()
    {
        SessionParts parts = partsOf("assisted");
        parts.enrolment.kind = Enrolment::Kind::Demo;
        parts.policy.idlePatience = std::chrono::milliseconds(1);
        parts.policy.idleWarning = std::chrono::milliseconds(1);
        Session session(std::move(parts));
        QSignalSpy warnings(&session, &Session::idleWarning);
        session.begin();

        // Another session's time is over meanwhile.
        SessionParts others = partsOf("mobile");
        others.enrolment.kind = Enrolment::Kind::Demo;
        others.policy.idlePatience = std::chrono::milliseconds(1);
        Session other(std::move(others));
        other.begin();
        QTRY_COMPARE(other.state(), State::Greeting);

        QCOMPARE(session.state(), State::Consent);
        QVERIFY(warnings.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestModeRules)
#include "tst_mode_rules.moc"
