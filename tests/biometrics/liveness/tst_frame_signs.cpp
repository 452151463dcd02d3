#include "biometrics/liveness/frame_signs.h"

#include <QTest>

#include <random>

using namespace chinhchu::biometrics;
using namespace std::chrono_literals;

namespace {

Image grain(unsigned seed)
{
    std::mt19937 random(seed);
    Image image{64, 48, {}};
    for (int i = 0; i < 64 * 48 * 3; ++i)
        image.pixels.push_back(static_cast<unsigned char>(100 + random() % 8));
    return image;
}

FrameSigns signsOf(const std::vector<unsigned>& seeds, std::chrono::milliseconds period = 33ms)
{
    FrameSigns signs;
    std::chrono::steady_clock::time_point now{};
    int number = 0;
    for (const unsigned seed : seeds)
        signs.see({grain(seed), now += period, number++});
    return signs;
}

} // namespace

class tst_FrameSigns : public QObject
{
    Q_OBJECT

private slots:
    void aCamera_hasNoTwoLikeFrames()
    {
        const FrameSigns signs = signsOf({1, 2, 3, 4, 5, 6});
        QCOMPARE(signs.longestFreeze(), 0);
        QCOMPARE(signs.repeated(), 0);
        QCOMPARE(signs.longestGap(), 33ms);
        QCOMPARE(signs.backwards(), 0);
    }

    void aStandingPicture_isCountedAtItsLongest() { QCOMPARE(signsOf({1, 2, 2, 2, 3, 4, 4}).longestFreeze(), 2); }

    void aLoop_repeatsFrames()
    {
        const FrameSigns signs = signsOf({1, 2, 3, 1, 2, 3});
        QCOMPARE(signs.repeated(), 3);
        QCOMPARE(signs.longestFreeze(), 0);
    }

    void timeThatStandsStill_isNoted() { QCOMPARE(signsOf({1, 2, 3}, 0ms).backwards(), 2); }

    void alternatingBrightness_flickers()
    {
        FrameSigns steady, screen;
        std::chrono::steady_clock::time_point now{};
        for (int i = 0; i < 20; ++i) {
            Image bright = grain(static_cast<unsigned>(i));
            steady.see({bright, now += 33ms, i});
            if (i % 2)
                for (unsigned char& value : bright.pixels)
                    value = static_cast<unsigned char>(value * 9 / 10);
            screen.see({std::move(bright), now, i});
        }
        QVERIFY(screen.flicker() > 5 * steady.flicker());
    }
};

QTEST_GUILESS_MAIN(tst_FrameSigns)
#include "tst_frame_signs.moc"
