#include "nfc/lds/ber_tlv.h"
#include "tests/nfc/read_report.h"
#include "tests/nfc/simulated_chip.h"
#include "tests/nfc/wrapped_channel.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::SimulatedChip;
using chinhchu::test::stepOf;

namespace {

/// Every test reads a copy of this one chip.
const chip::CardImage& image()
{
    static const chip::CardImage made = SimulatedChip().card().image();
    return made;
}

/// The number of the command with which an undisturbed read begins a file.
int commandThatReads(const std::string& wanted)
{
    SimulatedChip chip(image());
    int count = 0;
    int found = 0;
    test::WrappedChannel watched(chip.channel(), [&](int index, ByteView, Result<Bytes> answer) {
        count = index;
        return answer;
    });
    auto request = chip.request();
    request.progress = [&](const ReadProgress& progress) {
        if (found == 0 && progress.file == wanted)
            found = count;
    };
    (void)readChip(watched, request);
    return found;
}

} // namespace

/// One strange answer on a shaking hand must not turn a good card into one that hides something.
class TestTransientAnswers : public QObject
{
    Q_OBJECT

private slots:
    // 6F00 or 6982 once made a data group "missing", and the card a fake.
    void read_withOneStrangeStatus_readsTheDataGroupOnceMore_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("status");
        for (const char* file : {"EF.SOD", "DG14", "DG15", "DG13", "DG2"}) {
            for (const char* status : {"6F00", "6982", "6A82", "6985"})
                QTest::addRow("%s %s", file, status) << file << status;
        }
    }
    void read_withOneStrangeStatus_readsTheDataGroupOnceMore()
    {
        QFETCH(QString, file);
        QFETCH(QString, status);
        SimulatedChip chip(image());
        chip.faults().plan().add("status@" + std::to_string(commandThatReads(file.toStdString())) + ":" +
                                 status.toStdString());
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_VERIFIED(identity);
        QVERIFY(identity->files.contains(file.toStdString()));
        QVERIFY(!identity->missing.contains(file.toStdString()));
    }

    void read_withDataGroupRefusedForGood_recordsItsStatusWord()
    {
        SimulatedChip chip([](chip::Profile& profile) { profile.attack.withheld = {"DG13"}; });
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_READ(identity);
        QCOMPARE(identity->missing.at("DG13"), std::string("6A82"));
        QVERIFY(test::hasReason(*identity, FailureCode::DataGroupMissing, "DG13"));
        const auto* step = stepOf(*identity, "second-read", "DG13");
        QVERIFY(step != nullptr && step->detail == "first answer: 6A82");
    }

    /// A byte of DG2 goes wrong while the card is being lifted: no checksum of the channel notices, because both ends
    /// lose the channel; the data group's hash does.
    void read_withWrongByteBeforeALift_readsTheDataGroupAgain()
    {
        SimulatedChip chip(image());
        const int start = commandThatReads("DG2");
        chip.faults().plan().add("remove@" + std::to_string(start + 2) + ":500");
        auto& content = const_cast<chip::CardImage&>(chip.card().image()).files.at(0x0102);
        test::WrappedChannel shaky(chip.channel(), [&](int index, ByteView, Result<Bytes> answer) {
            if (index == start - 1)
                content[600] ^= 1; // what the chip reads from a memory without power enough
            if (index == start + 2)
                content[600] ^= 1;
            return answer;
        });
        const auto identity = readChip(shaky, chip.request());
        VERIFY_VERIFIED(identity);
        const auto* step = stepOf(*identity, "second-read", "DG2");
        QVERIFY(step != nullptr && step->detail == "its hash was wrong after the card was lifted");
    }

    void read_withWrongByteAndNoLift_isNotReadAgain()
    {
        SimulatedChip chip([](chip::Profile& profile) { profile.attack.flip = {"DG2:600"}; });
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_READ(identity);
        QVERIFY(test::hasReason(*identity, FailureCode::DataGroupHashMismatch, "DG2"));
        QVERIFY(stepOf(*identity, "second-read", "DG2") == nullptr);
    }
};

QTEST_APPLESS_MAIN(TestTransientAnswers)
#include "tst_transient_answers.moc"
