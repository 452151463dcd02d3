#include "nfc/apdu/command.h"
#include "nfc/apdu/response.h"
#include "tests/nfc/scripted_channel.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::fromHex;

/// The four cases of ISO/IEC 7816-3, 12.1.
class TestCommand : public QObject
{
    Q_OBJECT

private slots:
    void encode_withShortCases_writesOneLengthByte()
    {
        QCOMPARE(encodeCommand({0x00, 0x44, 0x01, 0x02, {}, {}}), fromHex("00440102"));
        QCOMPARE(encodeCommand({0x00, 0xB0, 0x9C, 0x00, {}, 256}), fromHex("00B09C0000"));
        QCOMPARE(encodeCommand({0x00, 0xA4, 0x02, 0x0C, fromHex("011E"), {}}), fromHex("00A4020C02011E"));
        QCOMPARE(encodeCommand({0x00, 0x88, 0x00, 0x00, fromHex("0102030405060708"), 256}),
                 fromHex("0088000008010203040506070800"));
    }

    void encode_withMoreThanShort_writesExtendedLengths()
    {
        QCOMPARE(encodeCommand({0x00, 0xB0, 0x00, 0x00, {}, 65536}), fromHex("00B00000000000"));
        QCOMPARE(encodeCommand({0x00, 0xB0, 0x00, 0x00, {}, 257}), fromHex("00B00000000101"));
        const Bytes encoded = encodeCommand({0x00, 0x86, 0x00, 0x00, Bytes(300, 0xAA), 256});
        QCOMPARE(Bytes(encoded.begin(), encoded.begin() + 7), fromHex("0086000000012C"));
        QCOMPARE(Bytes(encoded.end() - 2, encoded.end()), fromHex("0100"));
    }

    void encode_whenForcedExtended_keepsTheMeaning()
    {
        QCOMPARE(encodeCommand({0x00, 0xB0, 0x9C, 0x00, {}, 256}, true), fromHex("00B09C00000100"));
    }

    void decodeResponse_withFewerThanTwoBytes_isAnError()
    {
        QCOMPARE(decodeResponse({}).error().code, FailureCode::CardAnswerMalformed);
        QCOMPARE(decodeResponse(fromHex("90")).error().code, FailureCode::CardAnswerMalformed);
        QCOMPARE(decodeResponse(Bytes(65539, 0x90)).error().code, FailureCode::CardAnswerMalformed);
    }

    void decodeResponse_withData_splitsTheStatus()
    {
        const auto response = decodeResponse(fromHex("01026A82"));
        QVERIFY(response.has_value());
        QCOMPARE(response->data, fromHex("0102"));
        QCOMPARE(toHex(response->sw), std::string("6A82"));
    }
};

QTEST_APPLESS_MAIN(TestCommand)
#include "tst_command.moc"
