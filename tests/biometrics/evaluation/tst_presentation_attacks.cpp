#include "biometrics/evaluation/presentation_attacks.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace chinhchu;
using namespace chinhchu::biometrics;

namespace {

/// A clip of which each named score is out of bounds, with its code.
ClipVerdict verdict(const char* species, const std::vector<std::pair<std::string, FailureCode>>& outside)
{
    ClipVerdict made{species, "clip", {}};
    made.result.scores.push_back({"frames", 100, 1, 1000, FailureCode::FaceNotLive});
    for (const auto& [name, code] : outside)
        made.result.scores.push_back({name, 2, 0, 1, code});
    return made;
}

} // namespace

class tst_PresentationAttacks : public QObject
{
    Q_OBJECT

private slots:
    void countErrors_ofAttacks_countsThoseThatPass()
    {
        const auto errors = countErrors({verdict("print", {}),
                                         verdict("print", {{"parallax", FailureCode::FaceFlat}}),
                                         verdict("print", {{"parallax", FailureCode::FaceFlat},
                                                           {"challenge_steps_done", FailureCode::ChallengeNotFollowed}})});
        const SpeciesErrors& print = errors.at("print");
        QCOMPARE(print.clips, 3);
        QCOMPARE(print.errors, 1);
        QCOMPARE(print.caughtBy.at("parallax"), 2);
        // The second would have passed without geometry; the third is caught twice.
        QCOMPARE(print.errorsWithout.at("geometry"), 2);
        QCOMPARE(print.errorsWithout.at("challenge"), 1);
        QCOMPARE(print.errorsWithout.at("screen"), 1);
    }

    void countErrors_ofLivingPeople_countsThoseThatDoNotPass()
    {
        const auto errors = countErrors({verdict(bonaFide, {}), verdict(bonaFide, {{"moire", FailureCode::FaceOnScreen}})});
        QCOMPARE(errors.at(bonaFide).errors, 1);
        QCOMPARE(errors.at(bonaFide).rate(), 0.5);
        QCOMPARE(errors.at(bonaFide).errorsWithout.at("screen"), 0);
    }

    void upperBound_ofNoErrorInAHundred_isThatOfTheRuleOfThree()
    {
        SpeciesErrors errors;
        errors.clips = 100;
        // 1 - 0.05^(1/100)
        QVERIFY(std::abs(errors.upperBound() - 0.02951) < 1e-4);
        errors.errors = 100;
        QCOMPARE(errors.upperBound(), 1.0);
        QCOMPARE(SpeciesErrors().upperBound(), 1.0);
    }

    void findClips_withoutTheChallenge_isAFailure()
    {
        QTemporaryDir folder;
        const std::filesystem::path species = folder.path().toStdString() + "/print";
        QVERIFY(!findClips(folder.path().toStdString()));
        std::filesystem::create_directories(species);
        std::ofstream(species / "1.avi") << "x";
        QVERIFY(!findClips(folder.path().toStdString()));
        std::ofstream(species / "1.plan") << "TURN_LEFT:14 BLINK";
        const auto clips = findClips(folder.path().toStdString());
        QVERIFY(clips.has_value());
        QCOMPARE(clips->size(), 1U);
        QCOMPARE(clips->front().species, "print");
        QCOMPARE(clips->front().plan.steps().size(), 2U);
    }
};

QTEST_GUILESS_MAIN(tst_PresentationAttacks)
#include "tst_presentation_attacks.moc"
