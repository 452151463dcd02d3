// The parent's keys must never be tried on the child's card that still lies on the reader: a card may lock.

#include "app/session/reader_emptying.h"

#include <QtTest>

using namespace chinhchu;
using namespace chinhchu::app;
using namespace std::chrono_literals;

namespace {

std::vector<nfc::ReaderInfo> reader(bool cardPresent)
{
    nfc::ReaderInfo info;
    info.name = "Reader 00";
    info.cardPresent = cardPresent;
    return {info};
}

} // namespace

class TestReaderEmptying : public QObject
{
    Q_OBJECT

private slots:
    void reader_thatIsEmptiedInTime_isAccepted()
    {
        int asked = 0;
        const auto list = [&]() -> Result<std::vector<nfc::ReaderInfo>> { return reader(++asked < 3); };
        QVERIFY(awaitEmptyReader(list, "Reader 00", 1h, {}, 1ms));
        QCOMPARE(asked, 3);
    }

    void card_thatStays_isNotTheOneThatIsWanted()
    {
        const auto list = []() -> Result<std::vector<nfc::ReaderInfo>> { return reader(true); };
        for (const char* name : {"Reader 00", ""}) {
            const auto emptied = awaitEmptyReader(list, name, 0ms, {}, 1ms);
            QVERIFY(!emptied);
            QCOMPARE(emptied.error().code, FailureCode::CardNotPresent);
        }
    }

    void card_onAnotherReader_doesNotMatter()
    {
        const auto list = []() -> Result<std::vector<nfc::ReaderInfo>> { return reader(true); };
        QVERIFY(awaitEmptyReader(list, "Reader 01", 1h, {}, 1ms));
    }

    void waiting_thatIsStopped_ends()
    {
        std::stop_source stop;
        const auto list = [&]() -> Result<std::vector<nfc::ReaderInfo>> {
            stop.request_stop();
            return reader(true);
        };
        const auto emptied = awaitEmptyReader(list, "", 1h, stop.get_token(), 1h);
        QVERIFY(!emptied);
        QCOMPARE(emptied.error().code, FailureCode::Cancelled);
    }

    void readers_thatCannotBeAsked_areAskedAgainWhenOpened()
    {
        const auto list = []() -> Result<std::vector<nfc::ReaderInfo>> { return fail(FailureCode::ReaderNotFound); };
        QVERIFY(awaitEmptyReader(list, "", 1h, {}, 1ms));
    }
};

QTEST_GUILESS_MAIN(TestReaderEmptying)
#include "tst_reader_emptying.moc"
