#include "tests/nfc/read_report.h"
#include "tests/nfc/simulated_chip.h"
#include "tests/nfc/wrapped_channel.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::SimulatedChip;

namespace {

/// The clock of the simulated channel, on which nothing is waited for.
MonotonicClock clockOf(const chip::InProcessChannel& channel)
{
    return [&channel] {
        return std::chrono::steady_clock::time_point(
            std::chrono::microseconds(static_cast<std::int64_t>(channel.virtualMs() * 1000)));
    };
}

ReadRequest limitedRequest(SimulatedChip& chip)
{
    auto request = chip.request();
    request.clock = clockOf(chip.channel());
    return request;
}

} // namespace

/// A hostile card asks for more time with every command: a read has an end all the same.
class TestTimeLimits : public QObject
{
    Q_OBJECT

private slots:
    // A card that answers everything just in time held the reader for 155 s.
    void read_withCardThatDelaysEveryAnswer_isTooSlow()
    {
        SimulatedChip chip;
        for (int index = 1; index <= 40; ++index)
            chip.faults().plan().add("delay@" + std::to_string(index) + ":9000");

        const auto identity = readChip(chip.channel(), limitedRequest(chip));

        QVERIFY(!identity.has_value());
        QCOMPARE(identity.error().code, FailureCode::CardTooSlow);
        QCOMPARE(exitStatus(identity.error().code), 3);
        QVERIFY2(chip.channel().virtualMs() <= 60'000, qPrintable(QString::number(chip.channel().virtualMs())));
    }

    void read_withCommandLongerThanAllowed_doesNotWaitForIt()
    {
        SimulatedChip chip;
        chip.faults().plan().add("delay@5:5000");
        auto request = limitedRequest(chip);
        request.limits.oneCommand = std::chrono::milliseconds(2000);

        const auto identity = readChip(chip.channel(), request);

        QVERIFY(!identity.has_value());
        QCOMPARE(identity.error().code, FailureCode::CardNotAnswering);
        QVERIFY(chip.channel().virtualMs() < 5000);
    }

    void read_withOneSlowCommandInTime_isVerified()
    {
        SimulatedChip chip;
        chip.faults().plan().add("delay@12:5000");
        VERIFY_VERIFIED(readChip(chip.channel(), limitedRequest(chip)));
    }

    void read_withCardGoneForGood_endsWhenItsTimeIsOver()
    {
        SimulatedChip chip;
        chip.faults().plan().add("remove@15:0");

        const auto identity = readChip(chip.channel(), limitedRequest(chip));

        QVERIFY(!identity.has_value());
        QCOMPARE(identity.error().code, FailureCode::CardRemoved);
        QVERIFY2(chip.channel().virtualMs() >= 20'000 && chip.channel().virtualMs() < 21'000,
                 qPrintable(QString::number(chip.channel().virtualMs())));
    }

    void read_withCardLiftedForNineteenSeconds_goesOn()
    {
        SimulatedChip chip;
        chip.faults().plan().add("remove@15:19000");
        VERIFY_VERIFIED(readChip(chip.channel(), limitedRequest(chip)));
    }

    // The time in which the card is away counts: whoever lifts it again and again does not hold the kiosk.
    void read_withCardLiftedAgainAndAgain_isTooSlow()
    {
        SimulatedChip chip;
        for (int index = 3; index <= 200; index += 3)
            chip.faults().plan().add("remove@" + std::to_string(index) + ":15000");

        const auto identity = readChip(chip.channel(), limitedRequest(chip));

        QVERIFY(!identity.has_value());
        QCOMPARE(identity.error().code, FailureCode::CardTooSlow);
        QVERIFY(chip.channel().virtualMs() <= 61'000);
    }

    // A few bytes at a time, each of them in time.
    void read_withCardThatGivesFewBytesAtATime_ends()
    {
        SimulatedChip chip([](chip::Profile& profile) { profile.limits.maxRead = 8; });
        int commands = 0;
        test::WrappedChannel slow(chip.channel(), [&](int, ByteView, Result<Bytes> answer) {
            ++commands;
            return answer;
        });
        auto request = chip.request();
        request.clock = [&] {
            return std::chrono::steady_clock::time_point(std::chrono::milliseconds(100 * commands));
        };

        const auto identity = readChip(slow, request);

        QVERIFY(!identity.has_value());
        QCOMPARE(identity.error().code, FailureCode::CardTooSlow);
        QVERIFY2(commands <= 600, qPrintable(QString::number(commands)));
    }
};

QTEST_APPLESS_MAIN(TestTimeLimits)
#include "tst_time_limits.moc"
