#include "nfc/chip_reader.h"
#include "tests/nfc/read_report.h"
#include "tests/nfc/simulated_chip.h"
#include "tests/nfc/wrapped_channel.h"

#include <QTest>

#include <algorithm>
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

/// What happens on the way back to one answer: nothing the simulated card does, but a reader may.
enum class Distortion
{
    Short,       ///< half of the answer
    StatusOnly,  ///< its status word without its data
    SixteenMore, ///< sixteen bytes between data and status word
    Oversized    ///< more than an extended APDU can carry
};

Bytes distorted(Distortion distortion, Bytes answer)
{
    const Bytes status(answer.end() - 2, answer.end());
    answer.resize(answer.size() - 2);
    switch (distortion) {
    case Distortion::Short:
        answer.resize(answer.size() / 2);
        break;
    case Distortion::StatusOnly:
        answer.clear();
        break;
    case Distortion::SixteenMore:
        answer.resize(answer.size() + 16, 0x5A);
        break;
    case Distortion::Oversized:
        answer.resize(70'000, 0x5A);
        break;
    }
    answer.insert(answer.end(), status.begin(), status.end());
    return answer;
}

/// What a read may say when its exchange was disturbed: each kind of ending has a code of its own, and none of them
/// blames the card or its holder for what the reader did.
bool isHonestFailure(FailureCode code)
{
    using enum FailureCode;
    constexpr FailureCode honest[] = {CardRemoved,           CardNotAnswering,    CardAnswerMalformed, CardRefused,
                                      SecureMessagingBroken, SecureChannelClosed, AccessKeyWrong,      CardTooSlow,
                                      AccessNotPossible,     CardNotSupported,    DifferentCard};
    return std::ranges::find(honest, code) != std::end(honest);
}

/// Whatever the read says, it says it of right data: what it calls verified is what the chip holds.
void expectHonest(const Result<ChipIdentity>& identity)
{
    if (!identity) {
        QVERIFY2(isHonestFailure(identity.error().code), test::describe(identity).constData());
        return;
    }
    if (exitStatus(identity->authenticity) != 0)
        return;
    for (const char* file : {"EF.SOD", "DG1", "DG2", "DG13", "DG14", "DG15"}) {
        QVERIFY2(identity->files.contains(file), file);
        QVERIFY2(identity->files.at(file).raw == undisturbed().files.at(file).raw, file);
    }
    QVERIFY(identity->identity.number == undisturbed().identity.number);
}

/// The simulated time, so that waiting costs none.
ReadRequest requestOf(SimulatedChip& chip)
{
    auto request = chip.request();
    request.clock = [&channel = chip.channel()] {
        return std::chrono::steady_clock::time_point(
            std::chrono::microseconds(static_cast<std::int64_t>(channel.virtualMs() * 1000)));
    };
    return request;
}

void countEnding(std::map<std::string, int>& endings, const Result<ChipIdentity>& identity)
{
    if (!identity)
        ++endings[std::string(codeName(identity.error().code))];
    else
        ++endings[exitStatus(identity->authenticity) == 0 ? "verified" : "not verified"];
}

void tell(const std::map<std::string, int>& endings)
{
    QString text;
    for (const auto& [name, count] : endings)
        text += QString("%1 x %2  ").arg(count).arg(QString::fromStdString(name));
    qInfo("%s", qPrintable(text));
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
        for (const int status : {0x6282, 0x6300, 0x63C2, 0x6700, 0x6985, 0x6987, 0x6988, 0x6A80, 0x6A82, 0x6A86, 0x6A88,
                                 0x6B00, 0x6C10, 0x6D00, 0x6E00, 0x9000})
            QTest::addRow("%04X alone", unsigned(status)) << int(Kind::Status) << status;
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
            const auto identity = readChip(chip.channel(), requestOf(chip));
            countEnding(endings, identity);
            expectHonest(identity);
            QVERIFY2(chip.channel().virtualMs() <= 61'000, qPrintable(QString("command %1: no end").arg(index)));
        }
        tell(endings);
    }

    void read_withAnyDistortedAnswer_neverEndsWrong_data()
    {
        QTest::addColumn<int>("distortion");
        QTest::newRow("short") << int(Distortion::Short);
        QTest::newRow("status word only") << int(Distortion::StatusOnly);
        QTest::newRow("16 bytes more") << int(Distortion::SixteenMore);
        QTest::newRow("70,000 bytes") << int(Distortion::Oversized);
    }
    void read_withAnyDistortedAnswer_neverEndsWrong()
    {
        QFETCH(int, distortion);
        std::map<std::string, int> endings;
        for (int disturbed = 1; disturbed <= undisturbed().timing.apdus; ++disturbed) {
            SimulatedChip chip(image());
            test::WrappedChannel channel(chip.channel(), [&](int index, ByteView, Result<Bytes> answer) {
                if (index == disturbed && answer)
                    answer = distorted(static_cast<Distortion>(distortion), *answer);
                return answer;
            });
            const auto identity = readChip(channel, requestOf(chip));
            countEnding(endings, identity);
            expectHonest(identity);
        }
        tell(endings);
    }
};

QTEST_APPLESS_MAIN(TestInterruptedRead)
#include "tst_interrupted_read.moc"
