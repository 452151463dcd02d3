#include "nfc/lds/ber_tlv.h"
#include "nfc/lds/data_groups.h"
#include "nfc/lds/ef_com.h"
#include "nfc/lds/lds_security_object.h"
#include "tests/nfc/shared_vectors.h"

using namespace chinhchu;
using namespace chinhchu::nfc;
using namespace chinhchu::tests;

namespace {

// The zone of an invented citizen; its digits were computed by hand with the rule of ICAO 9303-3, 4.9.
constexpr const char* citizenZone = "IDVNM0990000176001099000017<<7"
                                    "9901155M3901153VNM<<<<<<<<<<<8"
                                    "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<";
// The specimen of ICAO 9303-4, appendix B, and of 9303-5, appendix B.
constexpr const char* td3Specimen = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
                                    "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
constexpr const char* td1Specimen = "I<UTOD231458907<<<<<<<<<<<<<<<"
                                    "7408122F1204159UTO<<<<<<<<<<<6"
                                    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
constexpr const char* td2Specimen = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<"
                                    "D231458907UTO7408122F1204159<<<<<<<6";

Bytes dg1Of(const QByteArray& zone)
{
    const ByteView view(reinterpret_cast<const std::uint8_t*>(zone.constData()), static_cast<std::size_t>(zone.size()));
    return encodeTlv(0x61, encodeTlv(0x5F1F, view));
}

Bytes append(Bytes a, ByteView b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// A DG2 of one face (ISO/IEC 19794-5) around @p image; lengths can be made to lie.
Bytes dg2Of(ByteView image, int points = 0, int lie = 0)
{
    const auto u32 = [](std::size_t v) {
        return Bytes{std::uint8_t(v >> 24), std::uint8_t(v >> 16), std::uint8_t(v >> 8), std::uint8_t(v)};
    };
    const std::size_t faceSize = 20 + 8 * static_cast<std::size_t>(points) + 12 + image.size();
    Bytes record = fromHex("4641430030313000");
    record = append(record, u32(14 + faceSize));
    record = append(record, fromHex("0001"));
    record = append(record, u32(faceSize + static_cast<std::size_t>(lie)));
    record = append(record, Bytes{0, std::uint8_t(points)});
    record.resize(record.size() + 14 + 8 * static_cast<std::size_t>(points) + 12);
    record = append(record, image);
    const Bytes block = append(encodeTlv(0xA1, fromHex("810102")), encodeTlv(0x5F2E, record));
    return encodeTlv(0x75, encodeTlv(0x7F61, append(fromHex("020101"), encodeTlv(0x7F60, block))));
}

} // namespace

class DataGroupsTest : public QObject
{
    Q_OBJECT

private slots:
    void parseDg1_ofCitizenCard_givesNineAndTwelveDigits();
    void parseDg1_ofStandardSpecimens_readsEveryField_data();
    void parseDg1_ofStandardSpecimens_readsEveryField();
    void parseDg1_withAnyCharacterChanged_isRefused();
    void parseDg1_withLongDocumentNumber_joinsBothParts();
    void parseDg1_ofWrongShape_isRefused_data();
    void parseDg1_ofWrongShape_isRefused();
    void parseDg2_ofSpecimen_givesTheImage();
    void parseDg2_withFeaturePoints_skipsThem();
    void parseDg2_withBrokenBounds_isRefused_data();
    void parseDg2_withBrokenBounds_isRefused();
    void parseDg2_cutOffAnywhere_isRefused();
    void parseEfCom_ofSpecimen_listsItsGroups();
    void parseEfCom_withoutTagList_isRefused();
    void parseLdsSecurityObject_withImpossibleList_isRefused_data();
    void parseLdsSecurityObject_withImpossibleList_isRefused();
    void parseLdsSecurityObject_ofVersionOne_readsTheVersions();
};

void DataGroupsTest::parseDg1_ofCitizenCard_givesNineAndTwelveDigits()
{
    const auto mrz = parseDg1(dg1Of(citizenZone));

    QVERIFY2(mrz, mrz ? "" : mrz.error().detail.c_str());
    QCOMPARE(text(mrz->documentType.view()), "ID");
    QCOMPARE(text(mrz->issuingState.view()), "VNM");
    QCOMPARE(text(mrz->documentNumber.view()), "099000017");
    QCOMPARE(text(mrz->optionalData.view()), "001099000017");
    QCOMPARE(text(mrz->birthDate.view()), "990115");
    QCOMPARE(text(mrz->sex.view()), "M");
    QCOMPARE(text(mrz->expiryDate.view()), "390115");
    QCOMPARE(text(mrz->nationality.view()), "VNM");
    QCOMPARE(text(mrz->name.view()), "NGUYEN VAN AN");
}

void DataGroupsTest::parseDg1_ofStandardSpecimens_readsEveryField_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("number");
    QTest::newRow("TD1") << QByteArray(td1Specimen) << QByteArray("D23145890");
    QTest::newRow("TD2") << QByteArray(td2Specimen) << QByteArray("D23145890");
    QTest::newRow("TD3") << QByteArray(td3Specimen) << QByteArray("L898902C3");
}

void DataGroupsTest::parseDg1_ofStandardSpecimens_readsEveryField()
{
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, number);

    const auto mrz = parseDg1(dg1Of(zone));

    QVERIFY2(mrz, mrz ? "" : mrz.error().detail.c_str());
    QCOMPARE(text(mrz->documentNumber.view()), number);
    QCOMPARE(text(mrz->issuingState.view()), "UTO");
    QCOMPARE(text(mrz->birthDate.view()), "740812");
    QCOMPARE(text(mrz->expiryDate.view()), "120415");
    QCOMPARE(text(mrz->sex.view()), "F");
    QCOMPARE(text(mrz->name.view()), "ERIKSSON ANNA MARIA");
}

void DataGroupsTest::parseDg1_withAnyCharacterChanged_isRefused()
{
    // Positions under a check digit: both lines without type, state, sex, nationality and name.
    for (int at = 5; at < 59; ++at) {
        if (at == 37 || (at >= 45 && at < 48))
            continue;
        QByteArray zone = citizenZone;
        zone[at] = zone[at] == '1' ? '2' : '1';

        const auto mrz = parseDg1(dg1Of(zone));

        QVERIFY2(!mrz, qPrintable(QString("position %1").arg(at)));
        QVERIFY(mrz.error().code == FailureCode::DataGroupMalformed);
        QVERIFY2(!QByteArray::fromStdString(mrz.error().detail).contains("099000017"), "personal data in a failure");
    }
}

void DataGroupsTest::parseDg1_withLongDocumentNumber_joinsBothParts()
{
    // ICAO 9303-5, appendix B, the second specimen: the number D23145890734.
    const auto mrz = parseDg1(dg1Of("I<UTOD23145890<7349<<<<<<<<<<<"
                                    "3407127M9507122UTO<<<<<<<<<<<2"
                                    "STEVENSON<<PETER<JOHN<<<<<<<<<"));

    QVERIFY2(mrz, mrz ? "" : mrz.error().detail.c_str());
    QCOMPARE(text(mrz->documentNumber.view()), "D23145890734");
    QVERIFY(mrz->optionalData.empty());
}

void DataGroupsTest::parseDg1_ofWrongShape_isRefused_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("another group") << QByteArray("75035F1F00");
    QTest::newRow("no zone") << QByteArray("6100");
    QTest::newRow("short zone") << QByteArray("61065F1F03414243");
    QTest::newRow("more after it") << QByteArray("6100 00");
}

void DataGroupsTest::parseDg1_ofWrongShape_isRefused()
{
    QFETCH(QByteArray, hex);
    QVERIFY(!parseDg1(fromHex(hex)));
}

void DataGroupsTest::parseDg2_ofSpecimen_givesTheImage()
{
    CHINHCHU_NEED_VECTOR("bin/tsemrtd/EF_DG2.bin");
    const auto photos = parseDg2(readFile(sharedVector("bin/tsemrtd/EF_DG2.bin")));

    QVERIFY2(photos, photos ? "" : photos.error().detail.c_str());
    QCOMPARE(photos->size(), 1u);
    QVERIFY(photos->front().encoding == ChipPhoto::Encoding::Jpeg2000);
    // From the hex dump: the file is 3AEB bytes long and the image begins at offset 54.
    QCOMPARE(photos->front().image.size(), 0x3AEBu - 0x54u);
}

void DataGroupsTest::parseDg2_withFeaturePoints_skipsThem()
{
    const Bytes jpeg = fromHex("FFD8FFE000104A464946");

    const auto photos = parseDg2(dg2Of(jpeg, 5));

    QVERIFY(photos);
    QCOMPARE(toHex(photos->front().image), toHex(jpeg));
}

void DataGroupsTest::parseDg2_withBrokenBounds_isRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    const auto row = [](const char* name, const Bytes& dg2) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(dg2.data()), qsizetype(dg2.size()));
    };
    const Bytes jpeg = fromHex("FFD8FFE000104A464946");
    row("no image", dg2Of({}));
    row("neither JPEG nor JPEG 2000", dg2Of(fromHex("89504E470D0A1A0A")));
    row("face longer than the record", dg2Of(jpeg, 0, 1));
    row("face shorter than its header", dg2Of(jpeg, 0, -40));
    row("no template", encodeTlv(0x75, encodeTlv(0x7F61, fromHex("020100"))));
    row("empty data block", encodeTlv(0x75, encodeTlv(0x7F61, encodeTlv(0x7F60, encodeTlv(0x5F2E, {})))));
    row("template without data block", encodeTlv(0x75, encodeTlv(0x7F61, encodeTlv(0x7F60, fromHex("A100")))));
}

void DataGroupsTest::parseDg2_withBrokenBounds_isRefused()
{
    QFETCH(QByteArray, file);
    const auto photos = parseDg2(Bytes(file.begin(), file.end()));
    QVERIFY(!photos);
    QVERIFY(photos.error().code == FailureCode::DataGroupMalformed);
}

void DataGroupsTest::parseDg2_cutOffAnywhere_isRefused()
{
    const Bytes whole = dg2Of(fromHex("FFD8FFE000104A464946"), 2);
    for (std::size_t size = 0; size < whole.size(); ++size)
        QVERIFY(!parseDg2(ByteView(whole).first(size)));
}

void DataGroupsTest::parseEfCom_ofSpecimen_listsItsGroups()
{
    const auto com = parseEfCom(fromHex("60165F0104303130375F36063034303030305C046175636E"));

    QVERIFY(com);
    QCOMPARE(com->ldsVersion, std::string("0107"));
    QCOMPARE(com->unicodeVersion, std::string("040000"));
    QVERIFY((com->dataGroups == std::set<int>{1, 2, 3, 14}));
}

void DataGroupsTest::parseEfCom_withoutTagList_isRefused()
{
    QVERIFY(!parseEfCom(fromHex("60075F010430313037")));
}

void DataGroupsTest::parseLdsSecurityObject_withImpossibleList_isRefused_data()
{
    QTest::addColumn<QByteArray>("hex");
    const QByteArray head = "300B0609608648016503040201";
    QTest::newRow("twice") << "301E020100" + head + "300C 300402010104 00 30040201010400";
    QTest::newRow("group 17") << "3018020100" + head + "300630040201110400";
    QTest::newRow("no group") << "3012020100" + head + "3000";
    QTest::newRow("version 2") << "3018020102" + head + "3006300402010104 00";
    QTest::newRow("nothing") << QByteArray("3000");
}

void DataGroupsTest::parseLdsSecurityObject_withImpossibleList_isRefused()
{
    QFETCH(QByteArray, hex);
    const auto object = parseLdsSecurityObject(fromHex(hex));
    QVERIFY(!object);
    QVERIFY(object.error().code == FailureCode::SodHashListMalformed);
}

void DataGroupsTest::parseLdsSecurityObject_ofVersionOne_readsTheVersions()
{
    const auto object = parseLdsSecurityObject(fromHex("302A 020101 300B0609608648016503040201 3008 3006 020101 0401AA"
                                                       "300E 130430313038 1306303430303030"));
    QVERIFY2(object, object ? "" : object.error().detail.c_str());
    QCOMPARE(object->version, 1);
    QCOMPARE(object->ldsVersion, std::string("0108"));
    QCOMPARE(object->unicodeVersion, std::string("040000"));
    QCOMPARE(toHex(object->hashes.at(1)), "aa");
}

QTEST_GUILESS_MAIN(DataGroupsTest)
#include "tst_data_groups.moc"
