#include "tests/simulators/chip/tests/reading_desk.h"

#include <QtTest>

using namespace chinhchu;
using namespace chinhchu::chip;

namespace {

/// What a card does for nobody's sake: the way alone counts.
TimingModel theWayAlone(int kbitPerSecond)
{
    return TimingModel::parse(std::to_string(kbitPerSecond) +
                              ",command=0,agreement=0,signature=0,cipher=0,activation=0");
}

bool near(double value, double expected)
{
    return std::abs(value - expected) < 0.01;
}

Work readOf(std::uint32_t file, std::size_t offset, std::size_t bytes, std::size_t cipherBlock)
{
    Work work;
    work.step = Work::Step::Read;
    work.file = file;
    work.offset = offset;
    work.bytes = bytes;
    work.cipherBlock = cipherBlock;
    return work;
}

} // namespace

/// The modelled time; nothing here waits. The figures are worked out by hand from ISO/IEC 14443.
class Timing : public QObject
{
    Q_OBJECT

private slots:
    void elementaryTime_atEachRate_isTheStandards();
    void exchange_ofSingleBlocks_isTheSumOfItsFrames();
    void exchange_ofChains_countsEveryAcknowledgement();
    void work_ofTheChip_isCharged();
    void model_withNonsense_isRefused();
    void idealReader_withOneFile_needsOneCommandForIt();
    void idealReader_withShortApdus_needsAsManyAsThereIsRoomFor();
    void idealReader_withoutShortIdentifiers_selectsEveryFile();
    void idealReader_afterSecondTries_countsEachOnce();
    void everyCard_read_isNeverFasterThanTheIdealReader_data();
    void everyCard_read_isNeverFasterThanTheIdealReader();
    void read_atEachRate_takesWhatTheWayTakes();

private:
    TimingReport read(const QString& profile, const TimingModel& model, const std::string& faults = {});
    QTemporaryDir m_pki;
    std::map<QString, CardImage> m_cards;
};

TimingReport Timing::read(const QString& profile, const TimingModel& model, const std::string& faults)
{
    const QString file = QString(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/%1.toml").arg(profile);
    // One card for all its reads: another signature would be another number of bytes.
    if (!m_cards.contains(profile))
        m_cards.emplace(profile, personalise(file.toStdString(), {m_pki.path().toStdString(), ""}).value());
    Card card(m_cards.at(profile));
    FaultPlan plan;
    plan.add(faults);
    FaultyCard faulty(card, plan);
    faulty.measure(model);
    InProcessChannel channel(faulty);
    nfc::ReadRequest request;
    request.keys = keysOf(card.image());
    const auto identity = nfc::readChip(channel, request);
    if (!identity)
        qFatal("%s", describe(identity.error()).constData());
    qInfo("%s", faulty.timing()->text().c_str());
    return *faulty.timing();
}

void Timing::elementaryTime_atEachRate_isTheStandards()
{
    // 128/fc, 64/fc, 32/fc and 16/fc of 13.56 MHz.
    QVERIFY(near(theWayAlone(106).elementaryTimeUs(), 9.4395));
    QVERIFY(near(theWayAlone(212).elementaryTimeUs(), 4.7198));
    QVERIFY(near(theWayAlone(424).elementaryTimeUs(), 2.3599));
    QVERIFY(near(theWayAlone(848).elementaryTimeUs(), 1.1799));
}

void Timing::exchange_ofSingleBlocks_isTheSumOfItsFrames()
{
    // SELECT of the application: 12 bytes there, 2 back. PCB and CRC around each: 15 and 5 bytes of 10 etu, twice 22
    // etu for start and end of frame: 244 etu of 9.4395 us = 2303.2 us. TR0 + TR1 = 144/fs = 169.91 us, TR2 = 10 etu +
    // 32/fs = 132.15 us. Together 2.605 ms.
    QVERIFY2(near(theWayAlone(106).exchangeMs(12, 2), 2.605),
             QByteArray::number(theWayAlone(106).exchangeMs(12, 2), 'f', 4));
    // 244 etu of 1.1799 us = 287.9 us, and the same 302.06 us of turning round: 0.590 ms.
    QVERIFY(near(theWayAlone(848).exchangeMs(12, 2), 0.590));
}

void Timing::exchange_ofChains_countsEveryAcknowledgement()
{
    // 253 bytes fill a block of 256; one more needs R(ACK) and a second block: 52 etu there, 22 + 30 + 10 back.
    const TimingModel model = theWayAlone(106);
    QVERIFY(near(model.exchangeMs(5, 254) - model.exchangeMs(5, 253), (52 + 22 + 30 + 10) * 0.0094395 + 0.30206));
    QVERIFY(near(model.exchangeMs(254, 2), model.exchangeMs(2, 254)));

    // 18,000 bytes and a status word with a command of 7 bytes. 18,002 = 71 * 253 + 39: 72 blocks back, 71 R(ACK)
    // there. Back: 18,002 + 72 * 3 = 18,218 bytes. There: 10 + 71 * 3 = 223 bytes. 18,441 bytes * 10 + 144 frames * 22
    // = 187,578 etu = 1770.64 ms; 72 * 302.06 us = 21.75 ms.
    QVERIFY2(near(model.exchangeMs(7, 18002), 1792.39), QByteArray::number(model.exchangeMs(7, 18002), 'f', 4));
    // An eighth of the bits' time, all of the turning round: 221.33 + 21.75.
    QVERIFY2(near(theWayAlone(848).exchangeMs(7, 18002), 243.08),
             QByteArray::number(theWayAlone(848).exchangeMs(7, 18002), 'f', 4));
}

void Timing::work_ofTheChip_isCharged()
{
    const TimingModel model = TimingModel::parse("424,command=3,agreement=50,signature=200,cipher=2");
    Work work;
    work.agreements = 2;
    work.signatures = 1;
    work.cipherBytes = 500;

    QCOMPARE(model.kbitPerSecond, 424);
    QVERIFY(near(model.workMs(work), 3 + 100 + 200 + 1));
    QVERIFY(near(model.commandMs(12, 2, work), 304 + model.exchangeMs(12, 2)));
}

void Timing::model_withNonsense_isRefused()
{
    for (const char* wrong : {"", "107", "106,speed=1", "106,command", "106,command=-1", "106,command=x"})
        QVERIFY_EXCEPTION_THROWN(TimingModel::parse(wrong), LabError);
}

void Timing::idealReader_withOneFile_needsOneCommandForIt()
{
    const TimingModel model = theWayAlone(106);
    TimingReport report(model, {});

    // A reader that looks at the length first and then takes 1,000 bytes in pieces, the second one twice.
    report.add(Bytes(19), Bytes(42), readOf(0x10101, 0, 4, 16));
    for (const std::size_t offset : {0, 400, 400, 800})
        report.add(Bytes(23), Bytes(440), readOf(0x10101, offset, std::min<std::size_t>(400, 1000 - offset), 16));

    QCOMPARE(report.commands(), 5);
    QCOMPARE(report.fileBytes(), std::size_t(1000));
    QCOMPARE(report.idealCommands(), 1);
    // 0C B0 P1 P2 000011 9702xxxx 8E08... 0000: 23 bytes. 1,000 bytes padded to 1,008 and one indicator: 8782 03F1 ...,
    // 1,013 bytes; DO 99, DO 8E and the status word: 1,029.
    QVERIFY(near(report.idealMs(), model.exchangeMs(23, 1029)));
}

void Timing::idealReader_withShortApdus_needsAsManyAsThereIsRoomFor()
{
    Profile::Limits limits;
    limits.extendedLength = false;
    const TimingModel model = theWayAlone(106);
    TimingReport report(model, limits);

    report.add(Bytes(19), Bytes(256), readOf(0x10101, 0, 300, 16));
    report.add(Bytes(5), Bytes(258), readOf(0x0011C, 0, 300, 0));

    // AES: 223 bytes and 77; 224 and 80 after padding. 8781 E1 01 + 224 and 14 + 2 are 244, 8751 01 + 80 are 99. In
    // plain 256 bytes and 44, with status words.
    QCOMPARE(report.idealCommands(), 4);
    QVERIFY(near(report.idealMs(), model.exchangeMs(19, 244) + model.exchangeMs(19, 99) + model.exchangeMs(5, 258) +
                                       model.exchangeMs(5, 46)));
}

void Timing::idealReader_withoutShortIdentifiers_selectsEveryFile()
{
    Profile::Limits limits;
    limits.shortFileIds = false;
    const TimingModel model = theWayAlone(106);
    TimingReport report(model, limits);

    report.add(Bytes(19), Bytes(42), readOf(0x10101, 0, 20, 8));

    // 0CA4020C 15 870901<8 bytes> 8E08<8 bytes> 00: 27 bytes, answered by DO 99, DO 8E and status: 16 (ICAO 9303-11,
    // D.4). 20 bytes under 3DES: 8719 01 + 24 and 16 are 43.
    QCOMPARE(report.idealCommands(), 2);
    QVERIFY(near(report.idealMs(), model.exchangeMs(27, 16) + model.exchangeMs(19, 43)));
}

void Timing::idealReader_afterSecondTries_countsEachOnce()
{
    const TimingModel model;
    const TimingReport calm = read("cccd-2021", model);
    const TimingReport shaken = read("cccd-2021", model, "remove@18:500");

    QVERIFY(shaken.commands() > calm.commands());
    QCOMPARE(shaken.idealCommands(), calm.idealCommands());
    QCOMPARE(shaken.fileBytes(), calm.fileBytes());
    // A signature of Active Authentication for a chip that has to prove that it is the same one counts as that.
    QVERIFY2(std::abs(shaken.idealMs() - calm.idealMs()) < 10, QByteArray::number(shaken.idealMs() - calm.idealMs()));
}

void Timing::everyCard_read_isNeverFasterThanTheIdealReader_data()
{
    QTest::addColumn<QString>("profile");
    for (const char* profile : {"cccd-2021", "cccd-stubborn", "passport-pace-only"})
        QTest::newRow(profile) << profile;
}

void Timing::everyCard_read_isNeverFasterThanTheIdealReader()
{
    QFETCH(QString, profile);

    const TimingReport report = read(profile, {});

    QVERIFY2(report.idealMs() <= report.totalMs(), report.text().c_str());
    QVERIFY2(report.idealCommands() <= report.commands(), report.text().c_str());
    QVERIFY2(report.idealMs() > report.totalMs() / 2, report.text().c_str());
}

void Timing::read_atEachRate_takesWhatTheWayTakes()
{
    const TimingReport slow = read("cccd-2021", theWayAlone(106));
    const TimingReport fast = read("cccd-2021", theWayAlone(848));

    // No reader can be faster than the bits of the files: ten each byte.
    QVERIFY(slow.idealMs() > static_cast<double>(slow.fileBytes()) * 10 * 0.0094395);
    QVERIFY(fast.idealMs() > static_cast<double>(fast.fileBytes()) * 10 * 0.0011799);
    QVERIFY(fast.totalMs() < slow.totalMs() / 5);
    QVERIFY(fast.totalMs() > slow.totalMs() / 8);
}

QTEST_APPLESS_MAIN(Timing)
#include "tst_timing.moc"
