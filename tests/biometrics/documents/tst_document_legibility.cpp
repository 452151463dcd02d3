// How well a card can be read in a picture, with painted cards whose size, slant, blur, light and glare are known.

#include "biometrics/documents/document_legibility.h"
#include "biometrics/image_bridge.h"
#include "tests/simulators/camera/papers/painted_card.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace chinhchu;
using namespace chinhchu::biometrics;
using stage::CardPose;
using stage::CardSide;

Q_DECLARE_METATYPE(stage::CardPose)

namespace {

Image pictureOf(CardSide side, const CardPose& pose = {})
{
    return imageOf(stage::paintedCard(side, pose));
}

} // namespace

class TestDocumentLegibility : public QObject
{
    Q_OBJECT

private slots:
    void card_heldWell_isLegible_data()
    {
        QTest::addColumn<CardPose>("pose");
        QTest::newRow("straight") << CardPose{};
        QTest::newRow("smaller") << CardPose{.width = 660};
        QTest::newRow("turned") << CardPose{.width = 760, .turn = 12};
        QTest::newRow("upside down") << CardPose{.turn = 180};
        QTest::newRow("upright") << CardPose{.width = 640, .turn = 88};
        QTest::newRow("a little from aside") << CardPose{.slant = 20};
        QTest::newRow("aside the middle") << CardPose{.width = 700, .shift = {180, -60}};
        QTest::newRow("soft light") << CardPose{.light = 0.5};
        QTest::newRow("small shine") << CardPose{.lamp = 0.03};
        QTest::newRow("a lens as they are") << CardPose{.blur = 0.8};
    }

    void card_heldWell_isLegible()
    {
        QFETCH(CardPose, pose);
        for (const CardSide side : {CardSide::Front, CardSide::Back}) {
            const DocumentLegibility card = measureLegibility(pictureOf(side, pose));
            QVERIFY(card.found);
            QCOMPARE(QString::fromStdString(hintName(card.hint())), QString());
            // From aside its far half looks shorter.
            QVERIFY2(std::abs(card.width - pose.width) < (pose.slant > 0 ? 0.08 : 0.03) * pose.width,
                     qPrintable(QString::number(card.width)));
        }
    }

    void card_heldBadly_saysWhatToDo_data()
    {
        QTest::addColumn<CardPose>("pose");
        QTest::addColumn<QString>("hint");
        QTest::newRow("far") << CardPose{.width = 500} << "DOCUMENT_COME_CLOSER";
        QTest::newRow("far away") << CardPose{.width = 150} << "DOCUMENT_SHOW_CARD";
        QTest::newRow("half outside") << CardPose{.shift = {500, 0}} << "DOCUMENT_SHOW_CARD";
        QTest::newRow("from aside") << CardPose{.width = 900, .slant = 45} << "DOCUMENT_LAY_FLAT";
        QTest::newRow("dark") << CardPose{.light = 0.2} << "DOCUMENT_MORE_LIGHT";
        QTest::newRow("a lamp") << CardPose{.lamp = 0.12} << "DOCUMENT_NO_GLARE";
        QTest::newRow("out of focus") << CardPose{.blur = 3.5} << "DOCUMENT_HOLD_STILL";
        QTest::newRow("moved") << CardPose{.movement = 15} << "DOCUMENT_HOLD_STILL";
    }

    void card_heldBadly_saysWhatToDo()
    {
        QFETCH(CardPose, pose);
        QFETCH(QString, hint);
        for (const CardSide side : {CardSide::Front, CardSide::Back}) {
            const DocumentLegibility card = measureLegibility(pictureOf(side, pose));
            QCOMPARE(QString::fromStdString(hintName(card.hint())), hint);
        }
    }

    void overExposedCard_asksForLessLight()
    {
        const DocumentLegibility card = measureLegibility(pictureOf(CardSide::Back, {.light = 1.45}));
        QCOMPARE(QString::fromStdString(hintName(card.hint())), "DOCUMENT_LESS_LIGHT");
    }

    void emptyTable_andNoPicture_haveNoCard()
    {
        QVERIFY(!measureLegibility(pictureOf(CardSide::Front, {.shift = {4000, 0}})).found);
        QVERIFY(!measureLegibility({}).found);
        QCOMPARE(DocumentLegibility{}.hint(), DocumentHint::ShowCard);
    }

    /// The blur that was put in is the only thing that differs.
    void blur_growsWithTheBlurring()
    {
        double last = 0;
        for (const double sigma : {0.0, 1.0, 2.0, 3.0, 4.0}) {
            const double blur = measureLegibility(pictureOf(CardSide::Front, {.blur = sigma})).blur;
            QVERIFY(blur > last);
            last = blur;
        }
    }

    /// A lamp's disc of this radius, against the card's area (85.60 x 53.98 mm).
    void glare_isTheShareOfTheDisc()
    {
        const DocumentLegibility card = measureLegibility(pictureOf(CardSide::Front, {.lamp = 0.1}));
        const double disc = std::numbers::pi * 0.1 * 0.1 / (53.98 / 85.60);
        QVERIFY2(std::abs(card.glare - disc) < 0.3 * disc, qPrintable(QString::number(card.glare)));
    }

    void policy_decidesWhatIsLegible()
    {
        const DocumentLegibility card = measureLegibility(pictureOf(CardSide::Front, {.width = 700}));
        QCOMPARE(card.hint(), DocumentHint::None);
        QCOMPARE(card.hint({.leastWidth = 800}), DocumentHint::ComeCloser);
    }

    void sides_areToldApart_alsoUpsideDown()
    {
        const Image front = pictureOf(CardSide::Front);
        const Image again = pictureOf(CardSide::Front, {.width = 700, .slant = 12, .turn = 174, .light = 0.7});
        const Image back = pictureOf(CardSide::Back, {.width = 740, .turn = 5});
        const DocumentLegibility onFront = measureLegibility(front);

        const double same = documentLikeness(front, onFront, again, measureLegibility(again));
        const double other = documentLikeness(front, onFront, back, measureLegibility(back));

        QVERIFY2(same > SameSideLikeness, qPrintable(QString::number(same)));
        QVERIFY2(other < SameSideLikeness - 0.2, qPrintable(QString::number(other)));
    }

    void crop_holdsTheCardAndLittleElse()
    {
        const Image picture = pictureOf(CardSide::Front, {.width = 700, .shift = {150, 60}});

        const Image crop = cropToDocument(picture, measureLegibility(picture));

        QVERIFY(crop.width >= 700 && crop.width <= 790);
        QVERIFY(crop.height >= 440 && crop.height <= 520);
        const DocumentLegibility again = measureLegibility(crop);
        QCOMPARE(again.hint(), DocumentHint::None);
        QVERIFY(std::abs(again.width - 700) < 20);
    }
};

QTEST_GUILESS_MAIN(TestDocumentLegibility)
#include "tst_document_legibility.moc"
