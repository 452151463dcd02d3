#include "biometrics/liveness/challenge_plan.h"

#include <QTest>

#include <cmath>
#include <map>
#include <random>

using namespace chinhchu::biometrics;

class tst_ChallengePlan : public QObject
{
    Q_OBJECT

private slots:
    void draw_manyTimes_keepsTheRules()
    {
        std::mt19937 random(1);
        for (int i = 0; i < 2000; ++i) {
            const auto style = i % 2 ? ChallengeStyle::Gentle : ChallengeStyle::Full;
            const ChallengePlan plan = ChallengePlan::draw(style, [&] { return random(); });
            QCOMPARE(plan.steps().size(), style == ChallengeStyle::Full ? 4U : 3U);
            bool turns = false, closes = false;
            for (std::size_t step = 0; step < plan.steps().size(); ++step) {
                const Movement movement = plan.steps()[step].movement;
                turns |= movement == Movement::TurnLeft || movement == Movement::TurnRight;
                closes |= movement == Movement::CloseEyes;
                QVERIFY(step == 0 || plan.steps()[step - 1].movement != movement);
                QCOMPARE(plan.steps()[step].amount > 0, movement != Movement::CloseEyes);
            }
            QVERIFY(turns && closes);
        }
    }

    void draw_ofTheFullChallenge_takesEveryOrderAlike()
    {
        std::mt19937 random(2);
        std::map<std::string, int> orders;
        constexpr int draws = 20000;
        for (int i = 0; i < draws; ++i) {
            std::string order;
            const ChallengePlan plan = ChallengePlan::draw(ChallengeStyle::Full, [&] { return random(); });
            for (const ChallengeStep& step : plan.steps())
                order += movementName(step.movement) + ' ';
            ++orders[order];
        }
        // Counted by hand: 82 orders of four hold the rules.
        QCOMPARE(orders.size(), 82U);
        // All are as likely as each other: five standard deviations of a binomial count.
        const double expected = double(draws) / double(orders.size());
        for (const auto& [order, count] : orders)
            QVERIFY2(std::abs(count - expected) < 5 * std::sqrt(expected), order.c_str());
    }

    void bits_areThoseOfTheBestClip()
    {
        // From a program of its own that tries every clip: 0.0141768 and 0.0568182 are the best chances.
        QVERIFY(std::abs(ChallengePlan::bits(ChallengeStyle::Full) - 6.14032) < 1e-4);
        QVERIFY(std::abs(ChallengePlan::bits(ChallengeStyle::Gentle) - 4.13750) < 1e-4);
    }

    void draw_manyTimes_hasSubstitutesForTheEyesOnly()
    {
        std::mt19937 random(3);
        for (int i = 0; i < 500; ++i) {
            const ChallengePlan plan = ChallengePlan::draw(ChallengeStyle::Full, [&] { return random(); });
            const auto& steps = plan.steps();
            for (std::size_t step = 0; step < steps.size(); ++step) {
                const auto& instead = steps[step].instead;
                QCOMPARE(instead.size(), steps[step].movement == Movement::CloseEyes ? 4U : 0U);
                QVERIFY(instead.empty() || step == 0 || instead.front().movement != steps[step - 1].movement);
                QVERIFY(instead.empty() || step + 1 == steps.size() ||
                        instead.back().movement != steps[step + 1].movement);
                for (std::size_t each = 0; each < instead.size(); ++each) {
                    QVERIFY(instead[each].movement != Movement::CloseEyes && instead[each].amount > 0);
                    QVERIFY(each == 0 || instead[each].movement != instead[each - 1].movement);
                }
            }
        }
    }

    void parse_ofItsOwnText_givesTheSamePlan()
    {
        const ChallengePlan plan = ChallengePlan::draw(ChallengeStyle::Full);
        const auto again = ChallengePlan::parse(plan.text());
        QVERIFY(again.has_value());
        QCOMPARE(again->text(), plan.text());
    }

    void parse_ofNonsense_isAFailure_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "TURN_ROUND", "TURN_LEFT:", "TURN_LEFT:x", "TURN_LEFT:91", "TURN_LEFT:nan", "BLINK/", "BLINK/BLINK", "TURN_LEFT:9/LOOK_UP:9",
                                 "BLINK BLINK BLINK BLINK BLINK BLINK BLINK BLINK BLINK BLINK BLINK BLINK BLINK BLINK "
                                 "BLINK BLINK BLINK"})
            QTest::newRow(text) << text;
    }

    void parse_ofNonsense_isAFailure()
    {
        QFETCH(QString, text);
        QVERIFY(!ChallengePlan::parse(text.toStdString()));
    }
};

QTEST_GUILESS_MAIN(tst_ChallengePlan)
#include "tst_challenge_plan.moc"
