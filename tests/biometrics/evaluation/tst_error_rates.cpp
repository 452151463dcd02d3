#include "biometrics/evaluation/error_rates.h"

#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <random>

using namespace chinhchu::biometrics;

namespace {

/// People as directions in the plane, @p spread radians of scatter around each.
LabelledFaces people(int count, int picturesEach, double spread, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> scatter(0, spread);
    LabelledFaces set;
    for (int person = 0; person < count; ++person) {
        set.identities.push_back(std::to_string(person));
        for (int picture = 0; picture < picturesEach; ++picture) {
            const double angle = 2 * M_PI * person / count + scatter(random);
            set.pictures.push_back(
                {person, "", {{static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle))}}});
        }
    }
    return set;
}

} // namespace

class tst_ErrorRates : public QObject
{
    Q_OBJECT

private slots:
    void measure_withPeopleFarApart_hasNoErrors()
    {
        const ErrorRates rates = measureErrorRates(people(20, 4, 0.001, 1));
        QCOMPARE(rates.genuinePairs, std::size_t(20 * 6));
        QCOMPARE(rates.impostorPairs, std::size_t(80 * 79 / 2 - 20 * 6));
        for (const OperatingPoint& point : rates.points)
            QCOMPARE(point.falseNonMatchRate.value, 0.0);
    }

    void measure_withPeopleWhoCannotBeToldApart_missesAsManyAsItRefuses()
    {
        // Scatter all around the circle: genuine and impostor distances are alike, so FNMR = 1 - FMR.
        const ErrorRates rates = measureErrorRates(people(60, 4, 50, 2));
        const OperatingPoint& point = rates.points.front();
        QVERIFY(std::abs(point.falseNonMatchRate.value - (1 - point.falseMatchRate)) < 0.03);
        QVERIFY(point.falseNonMatchRate.low <= point.falseNonMatchRate.value);
        QVERIFY(point.falseNonMatchRate.high >= point.falseNonMatchRate.value);
    }

    void measure_withThreePicturesAProbe_neverComparesAPictureWithItself()
    {
        const ErrorRates rates = measureErrorRates(people(10, 4, 0.2, 3), 3);
        QCOMPARE(rates.genuinePairs, std::size_t(10 * 4)); // each probe has one picture left over
        QCOMPARE(rates.impostorPairs, std::size_t(40 * 36));
    }

    void measure_twice_givesTheSameIntervals()
    {
        const LabelledFaces set = people(30, 4, 0.4, 4);
        const ErrorRates a = measureErrorRates(set, 1, 50, 9), b = measureErrorRates(set, 1, 50, 9);
        QCOMPARE(a.points[1].falseNonMatchRate.high, b.points[1].falseNonMatchRate.high);
        QVERIFY(!a.points[3].enoughPairs);
    }

    void measure_withNobody_isEmpty()
    {
        QVERIFY(measureErrorRates({}).points.empty());
        QVERIFY(measureErrorRates(people(3, 1, 0.1, 5)).points.empty());
    }

    void detCurve_isWellFormedAndNamesItsRecipe()
    {
        LabelledFaces set = people(40, 4, 0.3, 6);
        set.recipe = "a<b & c";
        QXmlStreamReader reader(QByteArray::fromStdString(detCurveSvg({measureErrorRates(set, 1, 0)})));
        QString text;
        bool curve = false;
        while (!reader.atEnd()) {
            reader.readNext();
            text += reader.text();
            curve = curve || reader.name() == QStringLiteral("polyline");
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(text.contains("a<b & c"));
        QVERIFY(curve);
    }
};

QTEST_APPLESS_MAIN(tst_ErrorRates)
#include "tst_error_rates.moc"
