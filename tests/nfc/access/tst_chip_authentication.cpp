#include "nfc/access/chip_authentication.h"
#include "nfc/access/pace.h"
#include "tests/nfc/scripted_random.h"
#include "tests/nfc/shared_vectors.h"

#include <QJsonArray>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::ScriptedChannel;
using chinhchu::test::scriptedRandom;

namespace {

/// An exchange with a real chip, the reader's random numbers included.
struct Capture
{
    std::vector<ScriptedChannel::Line> lines;
    std::vector<std::string> numbers;
};

Capture load(const QString& name)
{
    const Bytes json = tests::readFile(tests::sharedVector("captured/" + name));
    const auto document =
        QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char*>(json.data()), qsizetype(json.size())));
    Capture capture;
    for (const auto& pair : document["apdus"].toArray())
        capture.lines.push_back(
            {pair.toObject()["req"].toString().toStdString(), pair.toObject()["rsp"].toString().toStdString()});
    for (const auto& number : document["hex_in_order"].toArray())
        capture.numbers.push_back(number.toString().toStdString());
    return capture;
}

} // namespace

class TestChipAuthentication : public QObject
{
    Q_OBJECT

private slots:
    void authenticate_withCapturedChip_matchesByteForByte_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("AT, key without id") << "gmrtd_chipauth_TestChipAuthAT.json";
        QTest::newRow("DE, key with id") << "gmrtd_chipauth_TestChipAuthDE.json";
    }
    void authenticate_withCapturedChip_matchesByteForByte()
    {
        QFETCH(QString, file);
        CHINHCHU_NEED_VECTOR("captured/" + file);
        const Capture capture = load(file);
        ScriptedChannel channel(capture.lines);
        CardLink link(channel, {});
        link.openSecureChannel(SecureMessaging(Cipher::Aes128, test::fromHex(capture.numbers[1]),
                                               test::fromHex(capture.numbers[2]), test::fromHex(capture.numbers[3])));
        const auto dg14 = parseDg14(test::fromHex(capture.numbers[0]));
        QVERIFY(dg14.has_value());

        const auto agreed = authenticateChip(link, *dg14, scriptedRandom({capture.numbers[4]}));

        QVERIFY2(agreed.has_value(), agreed ? "" : agreed.error().detail.c_str());
        const auto proof = link.exchange({0x00, 0xA4, 0x02, 0x0C, Bytes{0x01, 0x0E}, {}});
        QVERIFY2(proof.has_value() && proof->ok(), proof ? "" : proof.error().detail.c_str());
        QVERIFY(channel.finished());
        QCOMPARE(test::fromHex(capture.numbers[11]),
                 Bytes(link.secureChannel()->encryptionKey().begin(), link.secureChannel()->encryptionKey().end()));
    }

    void pace_withCapturedChipOfChipAuthenticationMapping_opensItsChannel()
    {
        const QString file = "gmrtd_pace_TestDoPace_CAM_ECDH_DE.json";
        CHINHCHU_NEED_VECTOR("captured/" + file);
        const Capture capture = load(file);
        ScriptedChannel channel(capture.lines);
        CardLink link(channel, {});
        const PaceInfo info{test::fromHex("04007F00070202040602"),
                            Mapping::ChipAuthentication,
                            Agreement::Ecdh,
                            Cipher::Aes128,
                            2,
                            13,
                            {}};
        const auto opened = openWithPace(link, info, {}, MrzKey{"C4KHNY1PF", "780214", "330315"},
                                         scriptedRandom({capture.numbers[0], capture.numbers[3]}));
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().detail.c_str());
        QVERIFY(!opened->chipAuthenticationData.empty());
        // The capture goes on with EF.CardSecurity through the new channel.
        const auto selected = link.exchange({0x00, 0xA4, 0x02, 0x0C, Bytes{0x01, 0x1D}, {}});
        QVERIFY2(selected.has_value() && selected->ok(), selected ? "" : selected.error().detail.c_str());
        const auto header = link.exchange({0x00, 0xB0, 0x00, 0x00, {}, 4});
        QVERIFY(header.has_value() && header->ok());
        QCOMPARE(header->data.size(), std::size_t(4));
    }
};

QTEST_APPLESS_MAIN(TestChipAuthentication)
#include "tst_chip_authentication.moc"
