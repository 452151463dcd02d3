#include "tests/simulators/chip/tests/reading_desk.h"

#include <QtTest>

using namespace chinhchu;
using namespace chinhchu::chip;

/// The modelled time of a whole read; nothing here waits.
class Timing : public QObject
{
    Q_OBJECT

private slots:
    void transfer_ofMoreBytes_takesLonger();
    void read_atTheSlowestRate_takesAsLongAsPeopleReport();
    void read_faster_costsLess();

private:
    struct Measured
    {
        double totalMs, idealMs, virtualMs;
    };
    Measured read(int kbitPerSecond);
    QTemporaryDir m_pki;
};

Timing::Measured Timing::read(int kbitPerSecond)
{
    const std::string profile = CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/cccd-2021.toml";
    Card card(personalise(profile, {m_pki.path().toStdString(), ""}).value());
    FaultyCard faulty(card, {});
    TimingModel model;
    model.kbitPerSecond = kbitPerSecond;
    faulty.measure(model);
    InProcessChannel channel(faulty);
    nfc::ReadRequest request;
    request.keys = keysOf(card.image());
    const auto identity = nfc::readChip(channel, request);
    if (!identity)
        qFatal("%s", describe(identity.error()).constData());
    qInfo("%s", faulty.timing()->text().c_str());
    return {faulty.timing()->totalMs(), faulty.timing()->idealMs(), channel.virtualMs()};
}

void Timing::transfer_ofMoreBytes_takesLonger()
{
    const TimingModel model;

    QVERIFY(model.transferMs(1) > 0);
    QVERIFY(model.transferMs(2000) > model.transferMs(200));
    // 20 KB at 106 kbit/s, nine and a half bits each: not less than 1.8 s.
    QVERIFY(model.transferMs(20000) > 20000 * 9.5 / 106);
}

void Timing::read_atTheSlowestRate_takesAsLongAsPeopleReport()
{
    const Measured measured = read(106);

    QVERIFY2(measured.totalMs > 2000 && measured.totalMs < 10000, qPrintable(QString::number(measured.totalMs)));
    QVERIFY(measured.idealMs <= measured.totalMs);
    QVERIFY(measured.idealMs > measured.totalMs / 4);
    QVERIFY(measured.virtualMs <= measured.totalMs);
}

void Timing::read_faster_costsLess()
{
    QVERIFY(read(848).totalMs < read(106).totalMs);
}

QTEST_APPLESS_MAIN(Timing)
#include "tst_timing.moc"
