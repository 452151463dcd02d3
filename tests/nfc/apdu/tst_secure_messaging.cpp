#include "nfc/apdu/secure_messaging.h"
#include "tests/nfc/scripted_channel.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::fromHex;

namespace {

/// ICAO 9303-11, appendix D.4: SELECT EF.COM and two READ BINARY after the BAC of D.3.
SecureMessaging exampleChannel()
{
    return {Cipher::TripleDes, fromHex("979EC13B1CBFE9DCD01AB0FED307EAE5"), fromHex("F1CB1F1FB5ADF208806B89DC579DC1F8"),
            fromHex("887022120C06C226")};
}

const Command selectCom{0x00, 0xA4, 0x02, 0x0C, fromHex("011E"), {}};
const char* const selectComAnswer = "990290008E08FA855A5D4C50A8ED9000";

Response responseOf(const char* hex)
{
    return *decodeResponse(fromHex(hex));
}

SecureMessaging afterProtecting(const Command& command)
{
    SecureMessaging channel = exampleChannel();
    (void)channel.protect(command);
    return channel;
}

} // namespace

class TestSecureMessaging : public QObject
{
    Q_OBJECT

private slots:
    void exchange_withAppendixD4_matchesByteForByte()
    {
        SecureMessaging channel = exampleChannel();
        struct Pair
        {
            Command plain;
            const char* sent;
            const char* answer;
            const char* data;
        };
        const Pair pairs[] = {
            {selectCom, "0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800", selectComAnswer, ""},
            {{0x00, 0xB0, 0x00, 0x00, {}, 4},
             "0CB000000D9701048E08ED6705417E96BA5500",
             "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000",
             "60145F01"},
            {{0x00, 0xB0, 0x00, 0x04, {}, 0x12},
             "0CB000040D9701128E082EA28A70F3C7B53500",
             "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000",
             "04303130365F36063034303030305C026175"},
        };
        for (const auto& pair : pairs) {
            const auto sent = channel.protect(pair.plain);
            QVERIFY(sent.has_value());
            QCOMPARE(encodeCommand(*sent), fromHex(pair.sent));
            const auto answer = channel.unprotect(responseOf(pair.answer));
            QVERIFY(answer.has_value());
            QVERIFY(answer->ok());
            QCOMPARE(answer->data, fromHex(pair.data));
        }
    }

    void unprotect_withWrongChecksum_endsTheChannelAtOnce()
    {
        SecureMessaging channel = afterProtecting(selectCom);
        const auto answer = channel.unprotect(responseOf("990290008E08FA855A5D4C50A8EE9000"));
        QCOMPARE(answer.error().code, FailureCode::SecureMessagingBroken);
        QVERIFY(channel.broken());
        QCOMPARE(channel.protect(selectCom).error().code, FailureCode::SecureMessagingBroken);
    }

    void unprotect_withBareSuccess_isRefused()
    {
        SecureMessaging channel = afterProtecting(selectCom);
        QCOMPARE(channel.unprotect(responseOf("9000")).error().code, FailureCode::SecureMessagingBroken);
    }

    void unprotect_withBareError_keepsTheCounterInStep()
    {
        SecureMessaging channel = afterProtecting(selectCom);
        const auto answer = channel.unprotect(responseOf("6A82"));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->sw, status::FileNotFound);
        QVERIFY(!channel.broken());
        // 0C06C226 and one pair of commands: the next command counts from 0C06C228.
        QCOMPARE(Bytes(channel.sendSequenceCounter().begin(), channel.sendSequenceCounter().end()),
                 fromHex("887022120C06C228"));
    }

    void unprotect_withStatusOutsideChanged_isRefused()
    {
        SecureMessaging channel = afterProtecting(selectCom);
        QCOMPARE(channel.unprotect(responseOf("990290008E08FA855A5D4C50A8ED6A82")).error().code,
                 FailureCode::SecureMessagingBroken);
    }

    void unprotect_whenTheCardEndsTheChannel_remembersIt()
    {
        SecureMessaging channel = afterProtecting(selectCom);
        const auto answer = channel.unprotect(responseOf("6988"));
        QVERIFY(answer.has_value());
        QVERIFY(channel.broken());
    }

    void unprotect_withObjectsMissingOrTwice_isRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no checksum") << QByteArray("990290009000");
        QTest::newRow("checksum not last") << QByteArray("8E08FA855A5D4C50A8ED990290009000");
        QTest::newRow("two checksums") << QByteArray("990290008E08FA855A5D4C50A8ED8E08FA855A5D4C50A8ED9000");
        QTest::newRow("short checksum") << QByteArray("990290008E04FA855A5D9000");
        QTest::newRow("length beyond the end") << QByteArray("990290008E7FFA855A5D4C50A8ED9000");
        QTest::newRow("foreign object") << QByteArray("8001009902900 08E08FA855A5D4C50A8ED9000");
    }
    void unprotect_withObjectsMissingOrTwice_isRefused()
    {
        QFETCH(QByteArray, answer);
        SecureMessaging channel = afterProtecting(selectCom);
        QCOMPARE(channel.unprotect(responseOf(answer.constData())).error().code, FailureCode::SecureMessagingBroken);
    }

    void payloadOf_shortAnswer_isWhatCardsReallySend()
    {
        QCOMPARE(exampleChannel().payloadOf(256), std::size_t(231));
        const SecureMessaging aes(Cipher::Aes128, Bytes(16), Bytes(16), {});
        QCOMPARE(aes.payloadOf(256), std::size_t(223));
    }
};

QTEST_APPLESS_MAIN(TestSecureMessaging)
#include "tst_secure_messaging.moc"
