#include "nfc/cccd/dg13.h"
#include "nfc/lds/ber_tlv.h"
#include "tests/nfc/shared_vectors.h"

using namespace chinhchu;
using namespace chinhchu::nfc;
using namespace chinhchu::nfc::cccd;
using namespace chinhchu::tests;

namespace {

constexpr std::uint32_t sequence = 0x30, set = 0x31, utf8 = 0x0C, printable = 0x13;

Bytes value(std::uint32_t tag, const char* content)
{
    return encodeTlv(tag, {reinterpret_cast<const std::uint8_t*>(content), qstrlen(content)});
}

Bytes joined(std::initializer_list<Bytes> parts)
{
    Bytes all;
    for (const Bytes& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Bytes field(std::uint8_t number, std::initializer_list<Bytes> values)
{
    return encodeTlv(sequence, joined({Bytes{0x02, 0x01, number}, joined(values)}));
}

Bytes dg13Of(std::initializer_list<Bytes> fields)
{
    // SEQUENCE { INTEGER 1, OID 1.0.10646.1.0.8, SET OF field }
    const Bytes head = fromHex("020101 0606 28D316010008");
    return encodeTlv(0x6D, encodeTlv(sequence, joined({head, encodeTlv(set, joined(fields))})));
}

} // namespace

class Dg13Test : public QObject
{
    Q_OBJECT

private slots:
    void parseDg13_ofFullCard_readsEveryFieldItMay();
    void parseDg13_ofParents_readsEveryShape_data();
    void parseDg13_ofParents_readsEveryShape();
    void parseDg13_withoutExpiry_saysSo_data();
    void parseDg13_withoutExpiry_saysSo();
    void parseDg13_withDates_readsBothForms();
    void parseDg13_withEmptyFields_isNoError();
    void parseDg13_withTextThatWouldShowAsAnother_keepsItRaw_data();
    void parseDg13_withTextThatWouldShowAsAnother_keepsItRaw();
    void parseDg13_withUnknownField_keepsItRaw();
    void parseDg13_withBrokenText_keepsItRaw();
    void parseDg13_withLongLengths_readsThem();
    void parseDg13_ofWrongShape_isRefused_data();
    void parseDg13_ofWrongShape_isRefused();
};

void Dg13Test::parseDg13_ofFullCard_readsEveryFieldItMay()
{
    const auto dg13 = parseDg13(dg13Of({
        field(1, {value(printable, "001099000017")}),
        field(2, {value(utf8, "Nguyễn Văn An")}),
        field(3, {value(printable, "15/01/1999")}),
        field(4, {value(utf8, "Nam")}),
        field(5, {value(utf8, "Việt Nam")}),
        field(6, {value(utf8, "dân tộc bí mật")}),
        field(7, {value(utf8, "tôn giáo bí mật")}),
        field(8, {value(utf8, "Hà Nội")}),
        field(9, {value(utf8, "1 Phố Huế, Hà Nội")}),
        field(10, {value(utf8, "Nốt ruồi")}),
        field(11, {value(printable, "20/05/2021")}),
        field(12, {value(utf8, "15/01/2039")}),
        field(13, {encodeTlv(sequence, value(utf8, "Nguyễn Văn Bố")), encodeTlv(sequence, value(utf8, "Trần Thị Mẹ"))}),
        field(14, {encodeTlv(sequence, value(utf8, "Lê Thị Vợ"))}),
        field(15, {value(printable, "012345678")}),
        field(16, {value(printable, "ABCDEFGHIJKLMNOP")}),
    }));

    QVERIFY2(dg13, dg13 ? "" : dg13.error().detail.c_str());
    QCOMPARE(text(dg13->number.view()), "001099000017");
    QCOMPARE(text(dg13->fullName.view()), "Nguyễn Văn An");
    QCOMPARE(text(dg13->birthDate.view()), "1999-01-15");
    QCOMPARE(text(dg13->sex.view()), "Nam");
    QCOMPARE(text(dg13->nationality.view()), "Việt Nam");
    QCOMPARE(text(dg13->origin.view()), "Hà Nội");
    QCOMPARE(text(dg13->residence.view()), "1 Phố Huế, Hà Nội");
    QCOMPARE(text(dg13->identifyingFeatures.view()), "Nốt ruồi");
    QCOMPARE(text(dg13->issueDate.view()), "2021-05-20");
    QCOMPARE(text(dg13->expiryDate.view()), "2039-01-15");
    QVERIFY(!dg13->noExpiry);
    QCOMPARE(text(dg13->father.view()), "Nguyễn Văn Bố");
    QCOMPARE(text(dg13->mother.view()), "Trần Thị Mẹ");
    QCOMPARE(text(dg13->spouse.view()), "Lê Thị Vợ");
    QCOMPARE(text(dg13->oldNumber.view()), "012345678");
    // Ethnicity and religion stay behind; the field of unknown meaning is kept as it came.
    QVERIFY(!dg13->unknown.contains(6) && !dg13->unknown.contains(7));
    QVERIFY(dg13->unknown.contains(16));
}

void Dg13Test::parseDg13_ofParents_readsEveryShape_data()
{
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<QByteArray>("father");
    QTest::addColumn<QByteArray>("mother");
    const auto row = [](const char* name, const Bytes& shape, const char* father, const char* mother) {
        QTest::newRow(name) << toHex(shape) << QByteArray(father) << QByteArray(mother);
    };
    const Bytes f = value(utf8, "F"), m = value(utf8, "M");
    row("two sequences", joined({encodeTlv(sequence, f), encodeTlv(sequence, m)}), "F", "M");
    row("one sequence", encodeTlv(sequence, joined({f, m})), "F", "M");
    row("father empty", joined({encodeTlv(sequence, {}), encodeTlv(sequence, m)}), "", "M");
    row("father an empty text", encodeTlv(sequence, joined({value(utf8, ""), m})), "", "M");
    row("father NULL", joined({Bytes{0x05, 0x00}, encodeTlv(sequence, m)}), "", "M");
    row("father alone", encodeTlv(sequence, f), "F", "");
    row("nobody", {}, "", "");
}

void Dg13Test::parseDg13_ofParents_readsEveryShape()
{
    QFETCH(QByteArray, shape);
    QFETCH(QByteArray, father);
    QFETCH(QByteArray, mother);
    const auto dg13 = parseDg13(dg13Of({field(13, {fromHex(shape)})}));
    QVERIFY(dg13);
    QCOMPARE(text(dg13->father.view()), father);
    QCOMPARE(text(dg13->mother.view()), mother);
}

void Dg13Test::parseDg13_withoutExpiry_saysSo_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("as printed") << QByteArray("Không thời hạn");
    QTest::newRow("capitals") << QByteArray("KHÔNG THỜI HẠN");
    QTest::newRow("decomposed") << QString("Không thời hạn").normalized(QString::NormalizationForm_D).toUtf8();
    QTest::newRow("without marks") << QByteArray("Khong thoi han");
}

void Dg13Test::parseDg13_withoutExpiry_saysSo()
{
    QFETCH(QByteArray, words);
    const auto dg13 = parseDg13(dg13Of({field(12, {value(utf8, words.constData())})}));
    QVERIFY(dg13);
    QVERIFY(dg13->noExpiry);
    QVERIFY(dg13->expiryDate.empty());
}

void Dg13Test::parseDg13_withDates_readsBothForms()
{
    const auto dg13 =
        parseDg13(dg13Of({field(3, {value(printable, "15011999")}), field(11, {value(printable, "31/02/2021")})}));
    QVERIFY(dg13);
    QCOMPARE(text(dg13->birthDate.view()), "1999-01-15");
    QVERIFY(dg13->issueDate.empty());
    QVERIFY2(dg13->unknown.contains(11), "a day that does not exist is kept as it came");
}

void Dg13Test::parseDg13_withEmptyFields_isNoError()
{
    const auto dg13 = parseDg13(dg13Of({field(1, {value(printable, "001099000017")}), field(10, {value(utf8, "")}),
                                        field(11, {}), field(14, {}), field(15, {value(printable, "")})}));
    QVERIFY(dg13);
    QVERIFY(dg13->spouse.empty() && dg13->oldNumber.empty() && dg13->issueDate.empty());
    QVERIFY(dg13->unknown.empty());
}

void Dg13Test::parseDg13_withTextThatWouldShowAsAnother_keepsItRaw_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char16_t each : {u'\u0007', u'\u007F', u'\u0085', u'\u009B', u'\u2028', u'\u2029', u'\u202A', u'\u202E',
                                u'\u2066', u'\u2069'})
        QTest::addRow("U+%04X", unsigned(each)) << ("Nguyễn" + QString(QChar(each)) + "Văn An").toUtf8();
}

/// A name that turns the direction of the text shows as another one.
void Dg13Test::parseDg13_withTextThatWouldShowAsAnother_keepsItRaw()
{
    QFETCH(QByteArray, name);
    const auto dg13 = parseDg13(dg13Of({field(2, {value(utf8, name.constData())})}));
    QVERIFY(dg13);
    QVERIFY(dg13->fullName.empty());
    QVERIFY(dg13->unknown.contains(2));
}

void Dg13Test::parseDg13_withUnknownField_keepsItRaw()
{
    const auto dg13 = parseDg13(dg13Of({field(23, {fromHex("04020102")})}));
    QVERIFY(dg13);
    QCOMPARE(toHex(dg13->unknown.at(23)), "04020102");
}

void Dg13Test::parseDg13_withBrokenText_keepsItRaw()
{
    const auto dg13 = parseDg13(dg13Of({field(2, {fromHex("0C03C1BF41")}), field(1, {value(printable, "12x")})}));
    QVERIFY(dg13);
    QVERIFY(dg13->fullName.empty() && dg13->number.empty());
    QVERIFY(dg13->unknown.contains(2) && dg13->unknown.contains(1));
}

void Dg13Test::parseDg13_withLongLengths_readsThem()
{
    const QByteArray address(200, 'a');
    const QByteArray features(300, 'b');
    const auto dg13 = parseDg13(
        dg13Of({field(9, {value(utf8, address.constData())}), field(10, {value(utf8, features.constData())})}));
    QVERIFY(dg13);
    QCOMPARE(text(dg13->residence.view()), address);
    QCOMPARE(text(dg13->identifyingFeatures.view()), features);
}

void Dg13Test::parseDg13_ofWrongShape_isRefused_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("another group") << QByteArray("6B023000");
    QTest::newRow("no sequence") << QByteArray("6D03020101");
    QTest::newRow("no set") << QByteArray("6D053003020101");
    QTest::newRow("field without number") << QByteArray("6D0830063104 30020C00");
    QTest::newRow("text cut off") << QByteArray("6D0C300A3108300602010 20C05");
    QTest::newRow("nested too deep") << toHex(dg13Of({field(
        13, {encodeTlv(sequence,
                       encodeTlv(sequence,
                                 encodeTlv(sequence, encodeTlv(sequence, encodeTlv(sequence, value(utf8, "x"))))))})}));
}

void Dg13Test::parseDg13_ofWrongShape_isRefused()
{
    QFETCH(QByteArray, hex);
    const auto dg13 = parseDg13(fromHex(hex));
    QVERIFY(!dg13);
    QVERIFY(dg13.error().code == FailureCode::DataGroupMalformed);
}

QTEST_GUILESS_MAIN(Dg13Test)
#include "tst_dg13.moc"
