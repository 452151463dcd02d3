#include "nfc/lds/ber_tlv.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::nfc;

namespace {

Bytes bytes(const char* hex)
{
    const QByteArray raw = QByteArray::fromHex(hex);
    return Bytes(raw.begin(), raw.end());
}

} // namespace

class BerTlvTest : public QObject
{
    Q_OBJECT

private slots:
    void next_withOneByteLength_givesTagValueAndWhole();
    void next_withTwoByteTagAndLongLength_readsBoth();
    void next_withBrokenData_namesTheFault_data();
    void next_withBrokenData_namesTheFault();
    void next_withAnotherTagExpected_staysWhereItWas();
    void readTlv_withBytesAfterTheEnd_isRefused();
    void findTlv_amongSiblings_skipsTheOthers();
    void announcedSize_fromTheFirstBytes_isTheWholeFile();
    void encodeTlv_ofGrowingValues_usesTheShortestLength_data();
    void encodeTlv_ofGrowingValues_usesTheShortestLength();
};

void BerTlvTest::next_withOneByteLength_givesTagValueAndWhole()
{
    const Bytes data = bytes("04 02 AA BB 05 00");
    TlvReader reader(data);

    const auto first = reader.next();
    const auto second = reader.next();

    QVERIFY(first && second);
    QCOMPARE(first->tag, 0x04u);
    QCOMPARE(first->value.size(), 2u);
    QCOMPARE(first->whole.size(), 4u);
    QCOMPARE(second->tag, 0x05u);
    QVERIFY(second->value.empty());
    QVERIFY(reader.atEnd());
}

void BerTlvTest::next_withTwoByteTagAndLongLength_readsBoth()
{
    Bytes data = bytes("5F1F 82 0080");
    data.resize(data.size() + 0x80, 0x11);

    const auto tlv = readTlv(data, 0x5F1F);

    QVERIFY(tlv);
    QCOMPARE(tlv->value.size(), 0x80u);
}

void BerTlvTest::next_withBrokenData_namesTheFault_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("the data ends");
    QTest::newRow("tag only") << QByteArray("04") << QByteArray("before a length");
    QTest::newRow("half a tag") << QByteArray("5F") << QByteArray("inside a tag");
    QTest::newRow("endless tag") << QByteArray("5F8181818101") << QByteArray("longer than 4");
    QTest::newRow("indefinite") << QByteArray("30800000") << QByteArray("indefinite");
    QTest::newRow("five length bytes") << QByteArray("30850000000001") << QByteArray("more than 4");
    QTest::newRow("half a length") << QByteArray("308201") << QByteArray("inside a length");
    QTest::newRow("value cut off") << QByteArray("0403AABB") << QByteArray("announces 3");
    QTest::newRow("length of 4 GB") << QByteArray("0484FFFFFFFF00") << QByteArray("announces 4294967295");
}

void BerTlvTest::next_withBrokenData_namesTheFault()
{
    QFETCH(QByteArray, hex);
    QFETCH(QByteArray, fault);
    const Bytes data = bytes(hex.constData());

    const auto tlv = TlvReader(data).next();

    QVERIFY(!tlv);
    QVERIFY(tlv.error().code == FailureCode::DataGroupMalformed);
    QVERIFY2(QByteArray::fromStdString(tlv.error().detail).contains(fault), tlv.error().detail.c_str());
}

void BerTlvTest::next_withAnotherTagExpected_staysWhereItWas()
{
    const Bytes data = bytes("020101");
    TlvReader reader(data);

    QVERIFY(!reader.next(0x04));

    QVERIFY(reader.next(0x02));
}

void BerTlvTest::readTlv_withBytesAfterTheEnd_isRefused()
{
    QVERIFY(!readTlv(bytes("0201019000"), 0x02));
}

void BerTlvTest::findTlv_amongSiblings_skipsTheOthers()
{
    const Bytes data = bytes("0201018101FF820100");

    QVERIFY(findTlv(data, 0x82));
    QVERIFY(!findTlv(data, 0x83));
}

void BerTlvTest::announcedSize_fromTheFirstBytes_isTheWholeFile()
{
    QCOMPARE(*announcedSize(bytes("615D5F1F")), 0x5Fu);
    QCOMPARE(*announcedSize(bytes("75824000")), 0x4004u);
    QVERIFY(!announcedSize(bytes("7582")));
}

void BerTlvTest::encodeTlv_ofGrowingValues_usesTheShortestLength_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("0") << 0 << QByteArray("7f4900");
    QTest::newRow("127") << 127 << QByteArray("7f497f");
    QTest::newRow("128") << 128 << QByteArray("7f498180");
    QTest::newRow("256") << 256 << QByteArray("7f49820100");
    QTest::newRow("65536") << 65536 << QByteArray("7f4983010000");
}

void BerTlvTest::encodeTlv_ofGrowingValues_usesTheShortestLength()
{
    QFETCH(int, size);
    QFETCH(QByteArray, header);

    const Bytes encoded = encodeTlv(0x7F49, Bytes(static_cast<std::size_t>(size)));

    const QByteArray start(reinterpret_cast<const char*>(encoded.data()), header.size() / 2);
    QCOMPARE(start.toHex(), header);
    QCOMPARE(encoded.size(), static_cast<std::size_t>(size + header.size() / 2));
}

QTEST_GUILESS_MAIN(BerTlvTest)
#include "tst_ber_tlv.moc"
