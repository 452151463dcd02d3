#include "tests/simulators/chip/personalisation/security_infos.h"
#include "tests/simulators/chip/profile/profile_reader.h"
#include "tests/simulators/chip/tests/scripted_card.h"
#include "tests/simulators/chip/wire/tlv.h"

#include <QtTest>

using namespace chinhchu;
using namespace chinhchu::chip;

namespace {

/// A card that can be opened with the figures of ICAO 9303-11, Appendix D.
CardImage exampleCard()
{
    CardImage image = emptyCard("L898902C<369080619406236");
    image.files[0x011E] = fromHex("60145F0104303130365F36063034303030305C026175");
    image.files[0x0101] = Bytes(1000, 0x61);
    image.files[0x0103] = fromHex("6300");
    image.forbidden.insert(0x0103);
    image.profile.access.pace = {parsePaceOffer("ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1")};
    image.cardAccess = makeCardAccess(image.profile.access.pace, {});
    return image;
}

/// A terminal in that session: protects commands with the chip's own cryptography, which the worked examples vouch for.
class OpenCard
{
public:
    explicit OpenCard(CardImage image)
        : card(std::move(image), scripted({"4608F91988702212", "0B4F80323EB3191CB04970CB4052790B"}))
    {
        exchange(card, "00A4040C07A0000002471001");
        exchange(card, "0084000008");
        exchange(card, "008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728");
    }

    /// Status word and, after it, the data.
    QByteArray secure(const char* header, const char* data, int expected, bool extended = false)
    {
        count += 1;
        Bytes objects;
        const Bytes head = join({Bytes{0x0C}, fromHex(header)});
        if (*data)
            objects =
                tlv(0x87, {Bytes{1}, encryptCbc(Cipher::TripleDes, encryption, Bytes(8), padded(fromHex(data), 8))});
        if (expected >= 0)
            append(objects, tlv(0x97, bigEndian(static_cast<std::uint64_t>(expected), extended ? 2 : 1)));
        const Bytes message = join({bigEndian(count, 8), padded(head, 8), objects});
        append(objects, tlv(0x8E, mac(Cipher::TripleDes, macKey, padded(message, 8))));
        const Bytes length = extended ? bigEndian(objects.size(), 3) : bigEndian(objects.size(), 1);
        const Bytes answer = card.process(join({head, length, objects, Bytes(extended ? 2 : 1)}));
        count += 1;
        const ByteView body = ByteView(answer).first(answer.size() - 2);
        Bytes content;
        if (const auto encrypted = find(body, 0x87)) {
            content = decryptCbc(Cipher::TripleDes, encryption, Bytes(8), encrypted->subspan(1));
            unpad(content);
        }
        return QByteArray::fromStdString(toHex(ByteView(answer).last(2)) + " " + toHex(content));
    }

    Card card;

private:
    Bytes encryption = fromHex("979EC13B1CBFE9DCD01AB0FED307EAE5"),
          macKey = fromHex("F1CB1F1FB5ADF208806B89DC579DC1F8");
    std::uint64_t count = 0x887022120C06C226;
};

} // namespace

class CardConditions : public QObject
{
    Q_OBJECT

private slots:
    void unopenedCard_askedForFiles_refuses();
    void unopenedCard_askedForCardAccess_givesIt();
    void openCard_askedForFiles_answersLikeTheRealOne();
    void openCard_afterPlainCommand_isClosed();
    void openCard_afterWrongMac_isClosed();
    void read_inAShortAnswer_fitsIt();
    void read_atTheEnd_behavesAsTheProfileSays();
    void read_withOddInstruction_givesTheObject();
    void limits_ofTheProfile_areKept();
    void pace_withWrongNumber_failsAtTheLastStep();
    void pace_withPointOffTheCurve_isRefused();
};

void CardConditions::unopenedCard_askedForFiles_refuses()
{
    Card card(exampleCard());

    QCOMPARE(exchange(card, "00B0000004"), "6986");
    QCOMPARE(exchange(card, "00A4040C07A0000002471001"), "9000");
    QCOMPARE(exchange(card, "00A4020C02011E"), "6982");
    QCOMPARE(exchange(card, "00B09E0004"), "6982");
    QCOMPARE(exchange(card, "008800000811223344556677880000"), "6700");
    QCOMPARE(exchange(card, "00FE0000"), "6d00");
    QCOMPARE(exchange(card, "00A4040C07A0000002471002"), "6a82");
    QCOMPARE(exchange(card, "0CB000000D9701048E08ED6705417E96BA5500"), "6988");
    QCOMPARE(exchange(card, "00A4"), "6700");
}

void CardConditions::unopenedCard_askedForCardAccess_givesIt()
{
    CardImage image = exampleCard();
    const std::string content = toHex(image.cardAccess);
    image.profile.limits.selectMasterFile = 0x6D00;
    Card card(image);

    QCOMPARE(exchange(card, "00A4000C023F00"), "6d00");
    QCOMPARE(exchange(card, "00A4020C02011C"), "9000");
    QCOMPARE(exchange(card, "00B0000000"), content + "9000");
    QCOMPARE(exchange(card, "00B09C0000"), content + "9000");
}

void CardConditions::openCard_askedForFiles_answersLikeTheRealOne()
{
    OpenCard open(exampleCard());

    QCOMPARE(open.secure("A4020C", "011E", -1), "9000 ");
    QCOMPARE(open.secure("A4020C", "0103", -1), "6982 "); // fingerprints
    QCOMPARE(open.secure("A4020C", "010B", -1), "6a82 "); // DG11: there is none
    QCOMPARE(open.secure("B09E00", "", 4), "9000 60145f01");
    QCOMPARE(open.secure("A40000", "ABCDEF", -1), "6a80 ");
}

void CardConditions::openCard_afterPlainCommand_isClosed()
{
    OpenCard open(exampleCard());

    QCOMPARE(exchange(open.card, "00B09E0004"), "6982");
    QVERIFY(open.secure("B09E00", "", 4).startsWith("6988"));
}

void CardConditions::openCard_afterWrongMac_isClosed()
{
    OpenCard open(exampleCard());

    QCOMPARE(exchange(open.card, "0CB000000D9701048E08AAAAAAAAAAAAAAAA00"), "6988");
    QVERIFY(open.secure("B09E00", "", 4).startsWith("6988"));
    QCOMPARE(exchange(open.card, "0CB0000000"), "6988");
}

void CardConditions::read_inAShortAnswer_fitsIt()
{
    OpenCard open(exampleCard());

    // DO 87, DO 99 and DO 8E leave 231 bytes of the 256 for data (3DES).
    QCOMPARE(open.secure("B08100", "", 0).size(), 5 + 2 * 231);
    QCOMPARE(open.secure("B08100", "", 0, true).size(), 5 + 2 * 1000);
}

void CardConditions::read_atTheEnd_behavesAsTheProfileSays()
{
    CardImage image = exampleCard();
    image.profile.limits.endOfFile = 0x6282;
    OpenCard open(image);

    QCOMPARE(open.secure("A4020C", "011E", -1), "9000 ");
    QCOMPARE(open.secure("B00014", "", 2), "9000 6175");
    QCOMPARE(open.secure("B00014", "", 3), "6282 6175");
    QCOMPARE(open.secure("B00016", "", 1), "6b00 ");
}

void CardConditions::read_withOddInstruction_givesTheObject()
{
    CardImage image = exampleCard();
    image.files[0x0102] = Bytes(40000, 0x75);
    image.files[0x0102][39999] = 0x42;
    Card card(image);
    OpenCard open(image);

    QCOMPARE(open.secure("A4020C", "0102", -1), "9000 ");
    // Data under an odd instruction is encrypted without a padding indicator, so the chip takes DO 85 and gives DO 85;
    // what this terminal sends as DO 87 is decrypted all the same.
    QVERIFY(open.secure("B10000", "54029C3F", 8).startsWith("9000"));
}

void CardConditions::limits_ofTheProfile_areKept()
{
    CardImage image = exampleCard();
    image.profile.limits.extendedLength = false;
    image.profile.limits.shortFileIds = false;
    image.profile.limits.maxRead = 10;
    image.profile.limits.selectWithLe = false;
    image.profile.limits.cardAccessFirst = false;
    Card closed(image);
    OpenCard open(image);

    QCOMPARE(exchange(closed, "00A4020C02011C"), "6982");
    QCOMPARE(exchange(closed, "00A4040C07A000000247100100"), "6700");
    QCOMPARE(exchange(closed, "00A4040C000007A0000002471001"), "6700");
    QCOMPARE(open.secure("B09E00", "", 4), "6a86 ");
    QCOMPARE(open.secure("A4020C", "011E", -1), "9000 ");
    QCOMPARE(open.secure("B00000", "", 0), "9000 60145f01043031303"
                                           "65f");
}

void CardConditions::pace_withWrongNumber_failsAtTheLastStep()
{
    CardImage image = exampleCard();
    image.can = "000017";
    Card card(image);
    const Bytes generator = standardGroup(13)->generator();
    const auto step = [&](std::uint32_t tag, ByteView value) {
        const Bytes data = tlv(0x7C, tag ? tlv(tag, value) : Bytes{});
        const Bytes answer = card.process(join({fromHex("10860000"), bigEndian(data.size(), 1), data, Bytes{0}}));
        return toHex(ByteView(answer).last(2));
    };

    QCOMPARE(exchange(card, "0022C1A412800A04007F0007020204020283010284010D"), "9000");
    QCOMPARE(step(0, {}), "9000");
    QCOMPARE(step(0x81, generator), "9000");
    QCOMPARE(step(0x83, generator), "9000");
    QCOMPARE(step(0x85, Bytes(8)), "6300");
    QCOMPARE(step(0x85, Bytes(8)), "6985"); // the run is over
}

void CardConditions::pace_withPointOffTheCurve_isRefused()
{
    Card card(exampleCard());
    Bytes wrong = standardGroup(13)->generator();
    wrong.back() ^= 1;
    const Bytes data = tlv(0x7C, tlv(0x81, wrong));

    QCOMPARE(exchange(card, "0022C1A412800A04007F0007020204020283010184010D"), "9000");
    exchange(card, "10860000027C0000");
    QCOMPARE(toHex(card.process(join({fromHex("10860000"), bigEndian(data.size(), 1), data, Bytes{0}}))), "6300");
    QCOMPARE(exchange(card, "0022C1A40F800A04007F00070202040204830101"), "6a80"); // AES-256: not offered
}

QTEST_APPLESS_MAIN(CardConditions)
#include "tst_card_conditions.moc"
