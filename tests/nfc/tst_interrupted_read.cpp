#include "nfc/chip_reader.h"
#include "tests/nfc/simulated_chip.h"

#include <QTest>

#include <map>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::SimulatedChip;

namespace {

/// Every test reads a copy of this one chip.
const chip::CardImage& image()
{
    static const chip::CardImage made = SimulatedChip().card().image();
    return made;
}

/// One undisturbed read tells how many commands there are and what the files hold.
const ChipIdentity& undisturbed()
{
    static const ChipIdentity identity = [] {
        SimulatedChip chip(image());
        return std::move(*readChip(chip.channel(), chip.request()));
    }();
    return identity;
}

void expectSameFiles(const ChipIdentity& identity)
{
    for (const auto& [name, file] : undisturbed().files) {
        QVERIFY2(identity.files.contains(name), name.c_str());
        QVERIFY2(identity.files.at(name).raw == file.raw, name.c_str());
    }
}

chip::Fault fault(chip::Fault::Kind kind, int at, int value = 0)
{
    chip::Fault made;
    made.kind = kind;
    made.at = at;
    made.value = value;
    return made;
}

} // namespace

/// Something happens at every single command of a read, one at a time: the read ends right, or with an error that has a
/// code. Never a hang, never a wrong result.
class TestInterruptedRead : public QObject
{
    Q_OBJECT

private slots:
    // Symptom 9: "connection lost, whole read starts again".
    void read_withCardLiftedAtAnyCommand_endsRight_data()
    {
        QTest::addColumn<int>("index");
        for (int index = 1; index <= undisturbed().timing.apdus; ++index)
            QTest::addRow("command %d", index) << index;
    }
    void read_withCardLiftedAtAnyCommand_endsRight()
    {
        QFETCH(int, index);
        SimulatedChip chip(image());
        chip.faults().plan().add(fault(chip::Fault::Kind::Remove, index, 3000));

        const auto identity = readChip(chip.channel(), chip.request());

        QVERIFY2(identity.has_value(), identity ? "" : identity.error().detail.c_str());
        QVERIFY(identity->authenticity.passive == PassiveResult::Verified);
        QVERIFY(identity->authenticity.active == ChipProof::Passed);
        QVERIFY(identity->authenticity.reasons.empty());
        expectSameFiles(*identity);
        // No byte but those of EF.SOD, and of a header that was on its way, is taken twice.
        const auto again = identity->timing.bytes - undisturbed().timing.bytes;
        const auto sod = static_cast<std::int64_t>(undisturbed().files.at("EF.SOD").raw.size());
        QVERIFY2(again <= sod, qPrintable(QString::number(again)));
    }

    void read_withCardGoneForGood_saysSo()
    {
        SimulatedChip chip(image());
        chip.faults().plan().add(fault(chip::Fault::Kind::Remove, 15, 0));
        auto request = chip.request();
        std::stop_source stop;
        request.stop = stop.get_token();
        request.progress = [&](const ReadProgress& progress) {
            if (progress.phase == ReadProgress::Phase::WaitingForCard)
                stop.request_stop();
        };
        QCOMPARE(readChip(chip.channel(), request).error().code, FailureCode::Cancelled);
    }

    void read_withAnyFaultAtAnyCommand_neverEndsWrong_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("value");
        using Kind = chip::Fault::Kind;
        QTest::newRow("reset") << int(Kind::Reset) << 0;
        QTest::newRow("0 bytes") << int(Kind::Empty) << 0;
        QTest::newRow("6F00") << int(Kind::Status) << 0x6F00;
        QTest::newRow("6982") << int(Kind::Status) << 0x6982;
        QTest::newRow("6988") << int(Kind::Status) << 0x6988;
        QTest::newRow("6700") << int(Kind::Status) << 0x6700;
        QTest::newRow("9000 alone") << int(Kind::Status) << 0x9000;
        QTest::newRow("garbage") << int(Kind::Garbage) << 0;
        QTest::newRow("wrong checksum") << int(Kind::WrongMac) << 0;
        QTest::newRow("answer before") << int(Kind::Duplicate) << 0;
        QTest::newRow("silence") << int(Kind::Silence) << 0;
    }
    void read_withAnyFaultAtAnyCommand_neverEndsWrong()
    {
        QFETCH(int, kind);
        QFETCH(int, value);
        std::map<std::string, int> endings;
        for (int index = 1; index <= undisturbed().timing.apdus; ++index) {
            SimulatedChip chip(image());
            chip.faults().plan().add(fault(static_cast<chip::Fault::Kind>(kind), index, value));
            const auto identity = readChip(chip.channel(), chip.request());
            if (!identity) {
                ++endings[std::string(codeName(identity.error().code))];
                QVERIFY2(exitStatus(identity.error().code) == 3 || exitStatus(identity.error().code) == 4,
                         identity.error().detail.c_str());
                continue;
            }
            ++endings["read"];
            // Whatever the read then says, it says it of right data: everything was authenticated, or the verdict is
            // not "verified".
            const bool complete =
                identity->files.contains("DG1") && identity->files.contains("DG2") && identity->files.contains("DG13");
            if (exitStatus(identity->authenticity) == 0 && complete)
                expectSameFiles(*identity);
            if (exitStatus(identity->authenticity) == 0)
                QVERIFY2(complete, qPrintable(QString("command %1").arg(index)));
        }
        QString text;
        for (const auto& [name, count] : endings)
            text += QString("%1 x %2  ").arg(count).arg(QString::fromStdString(name));
        qInfo("%s", qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(TestInterruptedRead)
#include "tst_interrupted_read.moc"
