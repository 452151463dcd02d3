#include "tests/nfc/shared_vectors.h"
#include "tests/simulators/chip/card/active_authentication.h"
#include "tests/simulators/chip/card/chip_authentication.h"
#include "tests/simulators/chip/profile/profile_reader.h"
#include "tests/simulators/chip/tests/scripted_card.h"
#include "tests/simulators/chip/wire/tlv.h"

#include <QtTest>

using namespace chinhchu;
using namespace chinhchu::chip;

// The figures of ICAO Doc 9303-11, Appendices D to I, on the chip's side.
class WorkedExamples : public QObject
{
    Q_OBJECT

private slots:
    void basicAccess_withFiguresOfAppendixD_answersLikeTheStandard();
    void paceGenericMapping_withFiguresOfAppendixG1_answersLikeTheStandard();
    void paceGenericMapping_withIntegersOfAppendixG2_answersLikeTheStandard();
    void paceIntegratedMapping_withFiguresOfAppendixH1_answersLikeTheStandard();
    void paceIntegratedMapping_withIntegersOfAppendixH2_mapsToTheStandardsGenerator();
    void chipAuthenticationMapping_withFiguresOfAppendixI_provesTheStaticKey();
    void recoverableMessage_withFiguresOfAppendixF_isTheStandards();
    void chipAuthentication_withCapturedTerminal_answersLikeTheRealChip_data();
    void chipAuthentication_withCapturedTerminal_answersLikeTheRealChip();
};

void WorkedExamples::basicAccess_withFiguresOfAppendixD_answersLikeTheStandard()
{
    CardImage image = emptyCard("L898902C<369080619406236");
    image.files[0x011E] = fromHex("60145F0104303130365F36063034303030305C026175");
    Card card(image, scripted({"4608F91988702212", "0B4F80323EB3191CB04970CB4052790B"}));

    QCOMPARE(exchange(card, "00A4040C07A0000002471001"), "9000");
    QCOMPARE(exchange(card, "0084000008"), "4608f919887022129000");
    QCOMPARE(
        exchange(card, "008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728"),
        "46b9342a41396cd7386bf5803104d7cedc122b9132139baf2eedc94ee178534f2f2d235d074d74499000");
    QCOMPARE(exchange(card, "0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800"),
             "990290008e08fa855a5d4c50a8ed9000");
    QCOMPARE(exchange(card, "0CB000000D9701048E08ED6705417E96BA5500"),
             "8709019ff0ec34f9922651990290008e08ad55cc17140b2ded9000");
    QCOMPARE(exchange(card, "0CB000040D9701128E082EA28A70F3C7B53500"),
             "871901fb9235f4e4037f2327dcc8964f1f9b8c30f42c8e2fff224a990290008e08c8b2787eaea07d749000");
}

void WorkedExamples::paceGenericMapping_withFiguresOfAppendixG1_answersLikeTheStandard()
{
    CardImage image = emptyCard("T22000129364081251010318");
    image.profile.access.pace = {parsePaceOffer("ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1")};
    Card card(image, scripted({"3F00C4D39D153F2B2A214A078D899B22",
                               "498FF49756F2DC1587840041839A85982BE7761D14715FB091EFA7BCE9058560",
                               "107CF58696EF6155053340FD633392BA81909DF7B9706F226F32086C7AFF974A"}));

    QCOMPARE(exchange(card, "0022C1A412800A04007F0007020204020283010184010D"), "9000");
    QCOMPARE(exchange(card, "10860000027C0000"), "7c12801095a3a016522ee98d01e76cb6b98b42c39000");
    QCOMPARE(
        exchange(card, "10860000457C438141047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E544552DC"
                       "B6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D00"),
        "7c43824104824fba91c9cbe26bef53a0ebe7342a3bf178cea9f45de0b70aa601651fba3f5730d8c879aaa9c9f73991e61b58f4d52eb8"
        "7a0a0c709a49dc63719363ccd13c549000");
    QCOMPARE(
        exchange(card, "10860000457C438341042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C3556F3B3"
                       "B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB3646200"),
        "7c438441049e880f842905b8b3181f7af7caa9f0efb743847f44a306d2d28c1d9ec65df6db7764b22277a2eddc3c265a9f018f9cb852"
        "e111b768b326904b59a0193776f0949000");
    QCOMPARE(exchange(card, "008600000C7C0A8508C2B0BD78D94BA86600"), "7c0a86083abb9674bce93c089000");
}

void WorkedExamples::paceGenericMapping_withIntegersOfAppendixG2_answersLikeTheStandard()
{
    const PaceOffer offer = parsePaceOffer("DH-GM-AES-CBC-CMAC-128 dh_1024_160");
    const Bytes password = digest("SHA1", bytesOf("T22000129364081251010318"));
    Pace pace(offer, password, nullptr,
              scripted({"FA5B7E3E49753A0DB9178B7B9BD898C8", "66DDAFEAC1609CB5B963BB0CB3FF8B3E047F336C",
                        "A5B780126B7C980E9FCEA1D4539DA1D27C342DFA"}));
    const auto group = standardGroup(0);
    const Bytes theirMapping = group->multiply(fromHex("5265030F751F4AD18B08AC565FC7AC952E41618D"), group->generator());
    std::optional<SecureChannel> channel;

    QCOMPARE(toHex(pace.step(tlv(0x7C, Bytes{}), channel).data), "7c128010854d8df5827fa6852d1a4fa701cdddca");
    QCOMPARE(
        toHex(pace.step(tlv(0x7C, tlv(0x81, theirMapping)), channel).data),
        "7c8183828180"
        "78879f57225aa8080d52ed0fc890a4b25336f699aa89a2d3a189654af70729e623ea5738b26381e4da19e004706face7b235c2dbf2f3"
        "8748312f3c98c2dd4882a41947b324aa1259ac22579db93f7085655af30889dbb845d9e6783fe42c9f2449400306254c8ae8ee9dd812"
        "a804c0b66e8cafc14f84d8258950a91b44126ee6");
    const Bytes theirPublic = fromHex("907D89E2D425A178AA81AF4A7774EC8E388C115CAE67031E85EECE520BD911551B9AE4D04369F29A"
                                      "02626C86FBC6747CC7BC352645B6161A"
                                      "2A42D44EDA80A08FA8D61B76D3A154AD8A5A51786B0BC07147057871A922212C5F67F43173172236"
                                      "B7747D1671E6D692A3C7D40A0C3C5CE3"
                                      "97545D015C175EB5130551EDBC2EE5D4");
    QCOMPARE(
        toHex(pace.step(tlv(0x7C, tlv(0x83, theirPublic)), channel).data),
        "7c8183848180"
        "075693d9ae941877573e634b6e644f8e60af17a0076b8b123d9201074d36152bd8b3a213f53820c42adc79ab5d0aeec3aefb91394da4"
        "76bd97b9b14d0a65c1fc71a0e019cb08af55e1f729005fba7e3fa5dc41899238a250767a6d46db974064386cd456743585f8e5d90cc8"
        "b4004b1f6d866c79ce0584e49687ff61bc29aea1");
    QCOMPARE(toHex(pace.step(tlv(0x7C, tlv(0x85, fromHex("B46DD9BD4D98381F"))), channel).data),
             "7c0a8608917f37b5c0e6d8d1");
    QVERIFY(channel);
    QCOMPARE(toHex(channel->encryptionKey()), "2f7f46adcc9e7e521b45d192fafa9126");
    QCOMPARE(toHex(channel->macKey()), "805a1d27d45a5116f73c54469462b7d8");
}

void WorkedExamples::paceIntegratedMapping_withFiguresOfAppendixH1_answersLikeTheStandard()
{
    const PaceOffer offer = parsePaceOffer("ECDH-IM-AES-CBC-CMAC-128 brainpoolP256r1");
    const Bytes password = bytesOf("123456"); // a CAN
    Pace pace(offer, password, nullptr,
              scripted({"2923BE84E16CD6AE529049F1F1BBE9EB",
                        "107CF58696EF6155053340FD633392BA81909DF7B9706F226F32086C7AFF974A"}));
    std::optional<SecureChannel> channel;

    QCOMPARE(toHex(pace.step(tlv(0x7C, Bytes{}), channel).data), "7c128010143dc40c08c8e891fbed7dedb92b64ad");
    QCOMPARE(toHex(pace.step(tlv(0x7C, tlv(0x81, fromHex("5DD4CBFC96F5453B130D890A1CDBAE32"))), channel).data),
             "7c028200");
    const Bytes theirPublic = fromHex("0489CBA23FFE96AA18D824627C3E934E54A9FD0B87A95D1471DC1C0ABFDCD640D4"
                                      "6755DE9B7B778280B6BEBD57439ADFEB0E21FD4ED6DF42578C13418A59B34C37");
    QCOMPARE(toHex(pace.step(tlv(0x7C, tlv(0x83, theirPublic)), channel).data),
             "7c438441"
             "0467f78e5f7f7686082b293e8d087e056916d0f74bc01a5f8957d0de45691e51e8"
             "932b69a962b52a0985ad2c0a271ee6a13a8adddcd1a3a994b9ded257f4d22753");
    QCOMPARE(toHex(pace.step(tlv(0x7C, tlv(0x85, fromHex("450F02B86F6A0909"))), channel).data),
             "7c0a860875d4d96e8d5b0308");
}

void WorkedExamples::paceIntegratedMapping_withIntegersOfAppendixH2_mapsToTheStandardsGenerator()
{
    const Bytes number = pseudoRandom(Cipher::Aes128, fromHex("FA5B7E3E49753A0DB9178B7B9BD898C8"),
                                      fromHex("B3A6DB3C870C3E99245E0D1C06B747DE"), 1024);

    QCOMPARE(
        toHex(standardGroup(0)->mapped(number)),
        "1d7d767f11e333bcd6dbaef40e799e7a926b96973550656ff3c830726d118d61c276cdcc61d475cf03a98e0c0e79caeba5be25578bd4"
        "551d0b10903236f0b0f976852fa78eea14ea0aca87d1e91f688fe0dff897bbe35a472621d343564b262f34223ae8fc59b664bfedfa2b"
        "fe7516ca5510a6bbb633d517ec25d4e0bbaa16c2");
}

void WorkedExamples::chipAuthenticationMapping_withFiguresOfAppendixI_provesTheStaticKey()
{
    // The terminal's check: the proof times the static public key is the mapping key. The chip's own division is the
    // other way round, so a proof made from any two keys must pass the same check.
    const auto group = standardGroup(13);
    const Bytes staticPublic = fromHex("041872709494399E7470A6431BE25E83EEE24FEA568C2ED28DB48E05DB3A610DC8"
                                       "84D256A40E35EFCB59BF6753D3A489D28C7A4D973C2DA138A6E7A4A08F68E16F");
    const Bytes proof = fromHex("85DC3FA93D0952BFA82F5FD189EE75BD82F11D1F0B8ED4BF5319AC9B53C426B3");
    QCOMPARE(toHex(group->multiply(proof, staticPublic)),
             "04a234236aa9b9621e8efb73b5245c0e09d2576e5277183c1208bdd55280cae8b3"
             "04f365713a356e65a451e165ecc9ac0ac46e3771342c8fe5aedd092685338e23");

    const Bytes encryptionKey = fromHex("0A9DA4DB03BDDE39FC5202BC44B2E89E");
    const Bytes iv = encryptBlock(Cipher::Aes128, encryptionKey, Bytes(16, 0xFF));
    QCOMPARE(toHex(iv), "f6a3b75a1e933941dd7a13e2520779df");
    QCOMPARE(toHex(encryptCbc(Cipher::Aes128, encryptionKey, iv, padded(proof, 16))),
             "1eea964daae372ac990e3efde6333353bfc89a6704d93da8798cf77f5b7a54bd10cba372b42be0b9b5f28aa8de2f4f92");

    const Bytes mapping = group->randomScalar(systemRandom);
    const Bytes fixed = group->randomScalar(systemRandom);
    const Bytes ownProof = group->quotient(mapping, fixed);
    QCOMPARE(group->multiply(ownProof, group->multiply(fixed, group->generator())),
             group->multiply(mapping, group->generator()));
}

void WorkedExamples::recoverableMessage_withFiguresOfAppendixF_isTheStandards()
{
    const char* const recoverable =
        "9D2784A67F8E7C659973EA1AEA25D95B6C8F91E5002F369F0FBDCE8A3CEC1991B543F1696546C5524CF23A5303CD6C98599F40B79F377B"
        "5F"
        "3A1406B3B4D8F96784D23AA88DB7E1032A405E69325FA91A6E86F5C71AEA978264C4A207446DAD4E7292E2DCDA3024B47DA8";

    const Bytes message = recoverableMessage(128, "SHA1", fromHex("F173589974BF40C6"), scripted({recoverable}));

    QCOMPARE(toHex(message),
             "6a" + QString(recoverable).toLower().toStdString() + "c063aa1e6d22fbd976ab0fe73d94d2d9c6d88127bc");
}

void WorkedExamples::chipAuthentication_withCapturedTerminal_answersLikeTheRealChip_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("AT") << "captured/gmrtd_chipauth_TestChipAuthAT.json";
    QTest::newRow("DE") << "captured/gmrtd_chipauth_TestChipAuthDE.json";
}

void WorkedExamples::chipAuthentication_withCapturedTerminal_answersLikeTheRealChip()
{
    QFETCH(QString, file);
    CHINHCHU_NEED_VECTOR(file);
    const Bytes json = tests::readFile(tests::sharedVector(file));
    const auto capture =
        QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char*>(json.data()), qsizetype(json.size())));
    const auto figure = [&](int index) { return fromHex(capture["hex_in_order"][index].toString().toStdString()); };
    const auto said = [&](int index, const char* side) {
        return fromHex(capture["apdus"][index][side].toString().toStdString());
    };
    const auto understood = [&](SecureChannel& channel, int index) {
        std::uint16_t error = 0;
        const auto plain = channel.unwrap(parseCommand(said(index, "req")).value(), error);
        return plain.value_or(Command{});
    };
    // DG14 ends with the chip's public key, and perhaps an identifier of the key. The chip's private key is the chip's
    // secret; but two parties agree upon the same with either private key, and the terminal's is known.
    const Bytes dg14 = figure(0);
    const Bytes mark = fromHex("020101034200"); // cofactor 1, then the BIT STRING
    const auto at = std::search(dg14.begin(), dg14.end(), mark.begin(), mark.end()) + qsizetype(mark.size());
    const Bytes chipPublic(at, at + 65);
    ChipKey terminal;
    terminal.offer = parseChipKeyOffer("ECDH-AES-CBC-CMAC-128 brainpoolP256r1");
    terminal.privateKey = figure(4);

    SecureChannel before(Cipher::Aes128, figure(1), figure(2), figure(3));
    const Command environment = understood(before, 0);
    QCOMPARE(toHex(environment.data).substr(0, 24), "800a04007f00070202030202");
    QCOMPARE(before.wrap(Response()), said(0, "rsp"));
    const Command agreement = understood(before, 1);
    const auto dynamic = find(agreement.data, 0x7C);
    QVERIFY(dynamic);
    QCOMPARE(toHex(find(*dynamic, 0x80).value()), toHex(figure(8)));
    QCOMPARE(before.wrap(tlv(0x7C, Bytes{})), said(1, "rsp"));

    auto after = authenticateChip(terminal, chipPublic);

    QVERIFY(after);
    QCOMPARE(toHex(understood(*after, 2).data), "010e");
    QCOMPARE(after->wrap(Response()), said(2, "rsp"));
}

QTEST_APPLESS_MAIN(WorkedExamples)
#include "tst_worked_examples.moc"
