// The citizen's own signature: what counts as one, and what of it reaches the carrier.

#include "tests/app/session/kit/quick_counter.h"

#include "app/session/signature_rules.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using counter::QuickCounter;
using State = Session::State;
using Signature = Evidence::Signature;

namespace {

/// The smallest PNG: one white pixel, as another program (Python's zlib and struct) wrote it.
Bytes onePixel()
{
    const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200000001000000010800000000"
                                               "3a7e9b550000000a49444154789c63f80f0001010100"
                                               "b138f6140000000049454e44ae426082");
    return {png.begin(), png.end()};
}

Signature drawn()
{
    Signature signature;
    signature.strokes = {{{1000, 5000, 0}, {4000, 2000, 120}, {6000, 7000, 260}},
                         {{6500, 3000, 700}, {7000, 6000, 820}}};
    signature.picture = onePixel();
    return signature;
}

} // namespace

class TestSigning : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_counter = std::make_unique<QuickCounter>(QJsonObject{{"citizenSignature", true}}); }

    void signature_thatWasDrawn_satisfiesTheCarrier()
    {
        Session session(m_counter->parts());
        QCOMPARE(QuickCounter::walk(session, State::Signing), State::Signing);

        session.sign(drawn());

        QCOMPARE(session.state(), State::Review);
        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);
        QCOMPARE(session.exitStatus(), 0);
    }

    void signature_ofSomebodyWhoCannotDraw_isRecordedAsThat()
    {
        Session session(m_counter->parts());
        QuickCounter::walk(session, State::Signing);

        session.signByName();

        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);
        QCOMPARE(session.exitStatus(), 0);
    }

    void signature_withoutNetwork_waitsSealedStrokeByStroke()
    {
        Session session(m_counter->parts(m_counter->nobody()));
        QuickCounter::walk(session, State::Signing);
        session.sign(drawn());
        QuickCounter::walk(session, State::Receipt);

        const auto kept = m_counter->queued().signature;

        QVERIFY(kept && kept->isDrawn());
        QCOMPARE(kept->strokes.size(), std::size_t(2));
        QCOMPARE(kept->strokes[0][2].x, 6000);
        QCOMPARE(kept->strokes[1][1].ms, 820);
        QVERIFY(kept->picture == onePixel());
        QVERIFY(kept->signedAt.isValid());
    }

    void carrierThatWantsOne_leavesABindingWithoutToAPerson()
    {
        SessionParts parts = m_counter->parts();
        parts.policy.citizenSignature = false;
        parts.policy.decisionPatience = {};
        Session session(std::move(parts));

        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);

        QCOMPARE(session.facts().receipt->reasons, QStringList{"SIGNATURE_MISSING"});
    }

    void nobodyAsks_withoutThePolicy()
    {
        QuickCounter other;
        Session session(other.parts());
        QSet<State> seen;
        connect(&session, &Session::stateChanged, this, [&seen](State state) { seen.insert(state); });
        QCOMPARE(QuickCounter::walk(session, State::Review), State::Review);
        QVERIFY(!seen.contains(State::Signing) && !seen.contains(State::SignatureOffer));
    }

    void drawing_thatIsNone_isIgnored_data()
    {
        QTest::addColumn<Signature>("drawing");
        const auto row = [](const char* name, const std::function<void(Signature&)>& change) {
            Signature drawing = drawn();
            change(drawing);
            QTest::newRow(name) << drawing;
        };
        row("nothing", [](Signature& s) { s.strokes.clear(); });
        row("a tap", [](Signature& s) { s.strokes = {{{5000, 5000, 0}, {5010, 5000, 10}}}; });
        row("outside", [](Signature& s) { s.strokes[0][0].x = Signature::Scale + 1; });
        row("negative", [](Signature& s) { s.strokes[0][0].y = -1; });
        row("back in time", [](Signature& s) { s.strokes[1][0].ms = 100; });
        row("too long", [](Signature& s) { s.strokes[1][1].ms = Signature::LongestMs + 1; });
        row("no picture", [](Signature& s) { s.picture.clear(); });
        row("another picture", [](Signature& s) { s.picture = {0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0}; });
        row("huge picture", [](Signature& s) { s.picture.resize(Signature::LargestPicture + 1); });
        row("many strokes", [](Signature& s) { s.strokes.resize(Signature::MostStrokes + 1, s.strokes[1]); });
        row("many points", [](Signature& s) { s.strokes[1].resize(Signature::MostPoints + 1, s.strokes[1][1]); });
    }

    void drawing_thatIsNone_isIgnored()
    {
        QFETCH(Signature, drawing);
        QVERIFY(isUsableSignature(drawn()));
        QVERIFY(!isUsableSignature(drawing));
    }

private:
    std::unique_ptr<QuickCounter> m_counter;
};

QTEST_GUILESS_MAIN(TestSigning)
#include "tst_signing.moc"
