#include "nfc/access/bac.h"
#include "nfc/access/key_derivation.h"
#include "tests/nfc/scripted_random.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::nfc;
using namespace chinhchu::test;

namespace {

/// ICAO 9303-11, appendix D.2 and D.3.
const MrzKey exampleKey{"L898902C", "690806", "940623"};

RandomSource exampleRandom()
{
    return scriptedRandom({"781723860C06C226", "0B795240CB7049B01C19B33E32804F0B"});
}

const char* const challengeAnswer = "4608F919887022129000";
const char* const authenticateCommand =
    "008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728";
const char* const authenticateAnswer =
    "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D74499000";

} // namespace

class TestBac : public QObject
{
    Q_OBJECT

private slots:
    void deriveKeys_withAppendixD2_givesTheStandardsKeys()
    {
        const auto information = mrzInformation(exampleKey);
        QVERIFY(information.has_value());
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(information->data()), qsizetype(information->size())),
                 QByteArray("L898902C<369080619406236"));
        const auto seed = bacSeed(exampleKey);
        QCOMPARE(*seed, fromHex("239AB9CB282DAF66231DC5A4DF6BFBAE"));
        QCOMPARE(deriveKey(*seed, KeyPurpose::Encryption, Cipher::TripleDes),
                 fromHex("AB94FDECF2674FDFB9B391F85D7F76F2"));
        QCOMPARE(deriveKey(*seed, KeyPurpose::Checksum, Cipher::TripleDes),
                 fromHex("7962D9ECE03D1ACD4C76089DCE131543"));
    }

    void open_withAppendixD3_matchesByteForByte()
    {
        ScriptedChannel channel({{"0084000008", challengeAnswer}, {authenticateCommand, authenticateAnswer}});
        CardLink link(channel, {});
        const auto opened = openWithBac(link, exampleKey, exampleRandom());
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().detail.c_str());
        const auto* secure = link.secureChannel();
        QVERIFY(secure != nullptr);
        QCOMPARE(toHexText(secure->encryptionKey()), std::string("979ec13b1cbfe9dcd01ab0fed307eae5"));
        QCOMPARE(toHexText(secure->checksumKey()), std::string("f1cb1f1fb5adf208806b89dc579dc1f8"));
        QCOMPARE(toHexText(secure->sendSequenceCounter()), std::string("887022120c06c226"));
    }

    void open_withWrongKey_saysSo()
    {
        ScriptedChannel channel({{"0084000008", challengeAnswer}, {"", "6300"}});
        CardLink link(channel, {});
        const auto opened = openWithBac(link, {"L898902C", "690806", "940624"}, exampleRandom());
        QCOMPARE(opened.error().code, FailureCode::AccessKeyWrong);
        QVERIFY(link.secureChannel() == nullptr);
    }

    void open_withForgedAnswer_opensNothing()
    {
        std::string forged = authenticateAnswer;
        forged[10] = forged[10] == '0' ? '1' : '0';
        ScriptedChannel channel({{"0084000008", challengeAnswer}, {authenticateCommand, forged}});
        CardLink link(channel, {});
        QCOMPARE(openWithBac(link, exampleKey, exampleRandom()).error().code, FailureCode::SecureMessagingBroken);
        QVERIFY(link.secureChannel() == nullptr);
    }

    void open_withShortChallenge_isMalformed()
    {
        ScriptedChannel channel(std::vector<ScriptedChannel::Line>{{"0084000008", "46089000"}});
        CardLink link(channel, {});
        QCOMPARE(openWithBac(link, exampleKey, exampleRandom()).error().code, FailureCode::CardAnswerMalformed);
    }

    void mrzInformation_withForeignCharacters_isRefusedBeforeTheCardIsAsked()
    {
        QCOMPARE(mrzInformation({"L89 8902C", "690806", "940623"}).error().code, FailureCode::AccessKeyInvalid);
        QCOMPARE(mrzInformation({"L898902C", "69080", "940623"}).error().code, FailureCode::AccessKeyInvalid);
        QCOMPARE(mrzInformation({"", "690806", "940623"}).error().code, FailureCode::AccessKeyInvalid);
    }
};

QTEST_APPLESS_MAIN(TestBac)
#include "tst_bac.moc"
