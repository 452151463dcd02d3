#include "nfc/pcsc/hex_text.h"
#include "nfc/pcsc/trace.h"
#include "tests/nfc/simulated_chip.h"

#include <QFile>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::SimulatedChip;

namespace {

QByteArray contentOf(const QString& file)
{
    QFile stream(file);
    return stream.open(QIODevice::ReadOnly) ? stream.readAll() : QByteArray();
}

} // namespace

class TestTrace : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString file() const { return m_folder.filePath("trace.txt"); }

    /// Reads a card, its trace into file().
    Result<ChipIdentity> record(bool everything, int liftAt = 0)
    {
        SimulatedChip chip;
        if (liftAt > 0)
            chip.faults().plan().add("remove@" + std::to_string(liftAt) + ":500");
        auto request = chip.request();
        request.traceFile = file().toStdString();
        request.traceEverything = everything;
        request.challenge = [](ByteView) -> Result<Bytes> { return Bytes{8, 7, 6, 5, 4, 3, 2, 1}; };
        return readChip(chip.channel(), request);
    }

    Result<ChipIdentity> replay()
    {
        auto channel = ReplayChannel::open(file().toStdString());
        if (!channel)
            return tl::make_unexpected(channel.error());
        ReadRequest request;
        request.keys = {CanKey{"000017"}};
        request.random = (*channel)->random();
        return readChip(**channel, request);
    }

private slots:
    void record_masked_holdsNothingOfTheHolder()
    {
        const auto identity = record(false);
        QVERIFY(identity.has_value());
        const QByteArray trace = contentOf(file());
        QVERIFY(trace.startsWith("# chinhchu-trace 1 masked\n"));
        QVERIFY(trace.count("\n> ") == identity->timing.apdus);
        // Not one block of what went over the air: an eavesdropper's attack on the key needs it.
        for (const auto& line : trace.split('\n')) {
            if (line.startsWith("< "))
                QVERIFY2(line.split('\t').first().size() <= 16, line.constData());
        }
        QVERIFY(!trace.contains("099199000017") && !trace.contains("\n* "));
        QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void replay_ofCompleteTrace_readsTheSameAndSaysReplay_data()
    {
        QTest::addColumn<int>("liftAt");
        QTest::newRow("quiet") << 0;
        QTest::newRow("lifted") << 14;
    }
    void replay_ofCompleteTrace_readsTheSameAndSaysReplay()
    {
        QFETCH(int, liftAt);
        const auto recorded = record(true, liftAt);
        QVERIFY(recorded.has_value());
        const auto replayed = replay();
        QVERIFY2(replayed.has_value(), replayed ? "" : replayed.error().detail.c_str());
        QCOMPARE(replayed->source, std::string("replay"));
        QCOMPARE(replayed->files.size(), recorded->files.size());
        for (const auto& [name, content] : recorded->files)
            QVERIFY2(replayed->files.at(name).raw == content.raw, name.c_str());
        QVERIFY(replayed->authenticity.active == ChipProof::Passed);
    }

    void replay_ofMaskedTrace_isRefused()
    {
        QVERIFY(record(false).has_value());
        QCOMPARE(replay().error().code, FailureCode::FileUnreadable);
    }

    void replay_ofTraceThatWasCut_endsWithAnError()
    {
        QVERIFY(record(true).has_value());
        const QByteArray whole = contentOf(file());
        QFile cut(file());
        QVERIFY(cut.open(QIODevice::WriteOnly | QIODevice::Truncate));
        cut.write(whole.left(whole.size() / 2).chopped(40));
        cut.close();
        QVERIFY(!replay().has_value());
    }

    void bytesFromHex_withOtherText_isNothing()
    {
        QVERIFY(!bytesFromHex("0"));
        QVERIFY(!bytesFromHex("0G"));
        QCOMPARE(*bytesFromHex("00fFA0"), (Bytes{0x00, 0xFF, 0xA0}));
        QCOMPARE(hexText(Bytes{0x00, 0xFF, 0xA0}), std::string("00FFA0"));
    }
};

QTEST_APPLESS_MAIN(TestTrace)
#include "tst_trace.moc"
