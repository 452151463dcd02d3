#include "app/session/face_refusals.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

/// Who is caught with a picture, and tries again in the next session.
class TestFaceRefusals : public QObject
{
    Q_OBJECT

private slots:
    void isForStaff_afterThreeRefusalsOfOneCard()
    {
        FaceRefusals refusals;
        const SecretText card("001234567"), other("007654321");
        for (int time = 0; time < FaceRefusals::Most; ++time) {
            QVERIFY(!refusals.isForStaff(card));
            refusals.count(card);
        }
        QVERIFY(refusals.isForStaff(card));
        QVERIFY(!refusals.isForStaff(other));
    }

    void forget_afterALivingPerson_beginsAnew()
    {
        FaceRefusals refusals;
        const SecretText card("001234567");
        for (int time = 0; time < FaceRefusals::Most; ++time)
            refusals.count(card);
        refusals.forget(card);
        QVERIFY(!refusals.isForStaff(card));
    }

    void count_ofManyCards_staysSmall()
    {
        FaceRefusals refusals;
        for (int card = 0; card < 10000; ++card)
            refusals.count(SecretText(std::to_string(card)));
        refusals.count(SecretText("9999"));
        refusals.count(SecretText("9999"));
        QVERIFY(refusals.isForStaff(SecretText("9999")));
    }
};

QTEST_GUILESS_MAIN(TestFaceRefusals)
#include "tst_face_refusals.moc"
