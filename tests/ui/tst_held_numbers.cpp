// What the page says of each number: its lock, and the day on which the next one comes.

#include "app/session/age.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/view_models/held_numbers.h"

#include <QtTest>

using namespace chinhchu;
using State = app::Session::State;

class TestHeldNumbers : public QObject
{
    Q_OBJECT

    static QStringList locks(const app::Session& session)
    {
        ui::HeldNumbers numbers(session);
        numbers.refresh();
        QStringList texts;
        for (int row = 0; row < numbers.rowCount(); ++row)
            texts << numbers.index(row).data(ui::HeldNumbers::LockRole).toString();
        return texts;
    }

private slots:
    void cleanup() { scripted::fillGenerously(false); }

    /// The days of scripted_session.cpp: the carrier's own word about each number.
    void lock_withTheCarriersDay_namesTheNextStage()
    {
        app::Session session({});
        scripted::show(session, State::ChooseNumbers);

        QCOMPARE(locks(session), (QStringList{"Locked one way; both ways from 20/12/2026", "Working",
                                              "Locked both ways; ends on 24/12/2026"}));
    }

    /// Without the carrier the stages of its policy stand in, for numbers that it said nothing about.
    void lock_withoutTheCarrier_followsThePolicysStages()
    {
        const QDate next = app::todayInVietnam().addDays(10);
        app::SessionParts parts;
        parts.policy.stages = {next, 60, 5, {}};
        app::Session session(std::move(parts));
        scripted::fillGenerously(true);
        scripted::show(session, State::ChooseNumbers);

        const QStringList texts = locks(session);

        QCOMPARE(texts[0], "Locked one way; both ways from 20/12/2026");
        QCOMPARE(texts[1], "Working; locked one way from " + next.toString("dd/MM/yyyy"));
        QCOMPARE(texts[3], "The phone was changed. Working; locked one way from 24/12/2026");
        const QString whose = "An organisation's SIM; yours if it was given to you. ";
        QCOMPARE(texts[4], whose + "Locked both ways; ends on " + next.addDays(65).toString("dd/MM/yyyy"));
    }

    void lock_withoutAnyDay_saysWhatItMeans()
    {
        app::Session session({});
        scripted::fillGenerously(true);
        scripted::show(session, State::ChooseNumbers);
        QVERIFY(locks(session)[4].endsWith("Locked both ways: no calls in or out"));
    }
};

QTEST_MAIN(TestHeldNumbers)
#include "tst_held_numbers.moc"
