#include "nfc/cccd/candidate_keys.h"
#include "nfc/cccd/qr_code.h"
#include "tests/nfc/shared_vectors.h"

using namespace chinhchu;
using namespace chinhchu::nfc;
using namespace chinhchu::nfc::cccd;
using namespace chinhchu::tests;

namespace {

/// "CAN 000017", "MRZ 099000017 990115 390115".
QByteArray shown(const AccessKey& key)
{
    if (const auto* can = std::get_if<CanKey>(&key))
        return "CAN " + text(can->can.view());
    const auto& mrz = std::get<MrzKey>(key);
    return "MRZ " + text(mrz.documentNumber.view()) + " " + text(mrz.birthDate.view()) + " " +
           text(mrz.expiryDate.view());
}

QByteArrayList shown(const Result<AccessKeys>& keys)
{
    QByteArrayList all;
    if (keys) {
        for (const auto& key : *keys)
            all << shown(key);
    }
    return all;
}

} // namespace

class CandidateKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void keysFromCan_withSixOrTwelveDigits_areTheLastSix();
    void keysFromAnything_thatCannotBe_areRefused();
    void keysFromNumber_withDates_giveCanThenBac();
    void keysFromMrz_asPasted_giveCanThenBac();
    void keysFromMrz_withWrongDigit_areRefused();
    void keysFromMrz_ofPassport_giveNoCan();
    void keysFromQr_ofBothCards_deriveTheExpiry_data();
    void keysFromQr_ofBothCards_deriveTheExpiry();
    void keysFromQr_thatIsNone_areRefused_data();
    void keysFromQr_thatIsNone_areRefused();
    void parseQrCode_ofOlderCard_keepsTheOldNumber();
};

void CandidateKeysTest::keysFromCan_withSixOrTwelveDigits_areTheLastSix()
{
    QCOMPARE(shown(keysFromCan("000017")), QByteArrayList{"CAN 000017"});
    QCOMPARE(shown(keysFromCan("001099000017")), QByteArrayList{"CAN 000017"});
}

void CandidateKeysTest::keysFromAnything_thatCannotBe_areRefused()
{
    for (const char* can : {"", "12345", "1234567", "12345a", "00109900001"}) {
        const auto keys = keysFromCan(can);
        QVERIFY(!keys);
        QVERIFY(keys.error().code == FailureCode::AccessKeyInvalid);
    }
    QVERIFY(!keysFromNumber("00109900001", "990115", "390115"));
    QVERIFY(!keysFromNumber("001099000017", "991315", "390115"));
    QVERIFY(!keysFromNumber("001099000017", "990115", "3901"));
}

void CandidateKeysTest::keysFromNumber_withDates_giveCanThenBac()
{
    QCOMPARE(shown(keysFromNumber("001099000017", "990115", "390115")),
             (QByteArrayList{"CAN 000017", "MRZ 099000017 990115 390115"}));
}

void CandidateKeysTest::keysFromMrz_asPasted_giveCanThenBac()
{
    const auto keys = keysFromMrz("idvnm0990000176001099000017<<7\r\n"
                                  "9901155M3901153VNM<<<<<<<<<<<8\r\n"
                                  "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<\n");
    QCOMPARE(shown(keys), (QByteArrayList{"CAN 000017", "MRZ 099000017 990115 390115"}));
}

void CandidateKeysTest::keysFromMrz_withWrongDigit_areRefused()
{
    const auto keys = keysFromMrz("IDVNM0990000175001099000017<<7"
                                  "9901155M3901153VNM<<<<<<<<<<<8"
                                  "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<");
    QVERIFY(!keys);
    QVERIFY(keys.error().code == FailureCode::AccessKeyInvalid);
}

void CandidateKeysTest::keysFromMrz_ofPassport_giveNoCan()
{
    const auto keys = keysFromMrz("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                                  "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
    QCOMPARE(shown(keys), QByteArrayList{"MRZ L898902C3 740812 120415"});
}

void CandidateKeysTest::keysFromQr_ofBothCards_deriveTheExpiry_data()
{
    QTest::addColumn<QByteArray>("dates"); // birth, issue
    QTest::addColumn<QByteArray>("tail");
    QTest::addColumn<QByteArrayList>("expiries");
    QTest::newRow("22 years old, to 25") << QByteArray("15011999 20052021") << QByteArray() << QByteArrayList{"240115"};
    QTest::newRow("2024 card, to 40") << QByteArray("15011999 01082024") << QByteArray("||||")
                                      << QByteArrayList{"390115"};
    QTest::newRow("24 years old, to 40") << QByteArray("15011999 20052023") << QByteArray()
                                         << QByteArrayList{"390115", "240115"};
    QTest::newRow("two years before, to the day")
        << QByteArray("15011999 15012022") << QByteArray() << QByteArrayList{"390115", "240115"};
    QTest::newRow("one day earlier") << QByteArray("15011999 14012022") << QByteArray() << QByteArrayList{"240115"};
    QTest::newRow("on the 25th birthday")
        << QByteArray("15011999 15012024") << QByteArray() << QByteArrayList{"390115"};
    QTest::newRow("59 years old, for ever")
        << QByteArray("15011964 20052023") << QByteArray() << QByteArrayList{"991231", "240115"};
    QTest::newRow("61 years old") << QByteArray("15011960 20052021") << QByteArray() << QByteArrayList{"991231"};
    QTest::newRow("child of 6") << QByteArray("15012018 01082024") << QByteArray("||||") << QByteArrayList{"320115"};
    QTest::newRow("born on 29 February") << QByteArray("29022000 20052021") << QByteArray() << QByteArrayList{"250228"};
    QTest::newRow("no issue date") << QByteArray("15011999 ") << QByteArray() << QByteArrayList{};
}

void CandidateKeysTest::keysFromQr_ofBothCards_deriveTheExpiry()
{
    QFETCH(QByteArray, dates);
    QFETCH(QByteArray, tail);
    QFETCH(QByteArrayList, expiries);
    const QByteArray birth = dates.split(' ')[0];
    const QByteArray qr =
        "001099000017||Nguyễn Văn An|" + birth + "|Nam|1 Phố Huế, Hà Nội|" + dates.split(' ')[1] + tail;

    const auto keys = keysFromQr(qr.toStdString());

    QByteArrayList expected{"CAN 000017"};
    const QByteArray yymmdd = birth.mid(6, 2) + birth.mid(2, 2) + birth.mid(0, 2);
    for (const QByteArray& expiry : expiries)
        expected << "MRZ 099000017 " + yymmdd + " " + expiry;
    QCOMPARE(shown(keys), expected);
}

void CandidateKeysTest::keysFromQr_thatIsNone_areRefused_data()
{
    QTest::addColumn<QByteArray>("qr");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a web address") << QByteArray("https://example.com/");
    QTest::newRow("six fields") << QByteArray("001099000017||A|15011999|Nam|B");
    QTest::newRow("CMND first") << QByteArray("012345678|||15011999|Nam|B|20052021");
    QTest::newRow("far too long") << QByteArray("001099000017||") + QByteArray(3000, 'x');
}

void CandidateKeysTest::keysFromQr_thatIsNone_areRefused()
{
    QFETCH(QByteArray, qr);
    const auto keys = keysFromQr(qr.toStdString());
    QVERIFY(!keys);
    QVERIFY(keys.error().code == FailureCode::AccessKeyInvalid);
}

void CandidateKeysTest::parseQrCode_ofOlderCard_keepsTheOldNumber()
{
    const auto qr = parseQrCode("001099000017|012345678|Nguyễn Văn An|15011999|Nam|1 Phố Huế|20052021\r\n");

    QVERIFY(qr);
    QCOMPARE(text(qr->oldNumber.view()), "012345678");
    QCOMPARE(text(qr->fullName.view()), "Nguyễn Văn An");
    QCOMPARE(text(qr->birthDate.view()), "1999-01-15");
    QCOMPARE(text(qr->issueDate.view()), "2021-05-20");
}

QTEST_GUILESS_MAIN(CandidateKeysTest)
#include "tst_candidate_keys.moc"
