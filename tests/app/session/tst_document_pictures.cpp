// Pictures of the card, with a painted one before the camera: taken when they can be read, refused with what to do when
// not, and carried by the evidence.

#include "tests/app/session/kit/quick_counter.h"
#include "tests/simulators/camera/papers/painted_card.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using counter::QuickCounter;
using stage::CardPose;
using State = Session::State;

Q_DECLARE_METATYPE(stage::CardPose)

namespace {

/// What a camera of the device sees of the card, which it then takes for its own.
decltype(SessionParts::openCamera) cameraOn(const CardPose& pose)
{
    return [pose]() -> Result<std::unique_ptr<biometrics::CameraSource>> { return stage::cardBeforeCamera(pose); };
}

/// A hand that never turns the card.
class StubbornCamera : public biometrics::CameraSource
{
public:
    Result<biometrics::Frame> next(std::chrono::milliseconds patience) override { return m_camera->next(patience); }
    [[nodiscard]] const biometrics::CameraInfo& info() const override { return m_camera->info(); }

private:
    std::unique_ptr<biometrics::CameraSource> m_camera = stage::cardBeforeCamera();
};

} // namespace

class TestDocumentPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_counter = std::make_unique<QuickCounter>(QJsonObject{{"documentPictures", true}}); }

    void card_heldWell_reachesTheCarrier()
    {
        SessionParts parts = m_counter->parts();
        parts.openDocumentCamera = cameraOn({});
        Session session(std::move(parts));

        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);

        QCOMPARE(session.exitStatus(), 0);
        static const QRegularExpression counted(QStringLiteral("^card pictures of (.*): 2$"));
        QCOMPARE(m_counter->carrier().consoleLine(counted), session.facts().bindingId);
    }

    void evidence_holdsBothSidesAsMeasured()
    {
        SessionParts parts = m_counter->parts(m_counter->nobody());
        parts.openDocumentCamera = cameraOn({.width = 700});
        Session session(std::move(parts));
        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);

        const auto pictures = m_counter->queued().documentPictures;

        QCOMPARE(pictures.size(), std::size_t(2));
        for (const auto& each : pictures) {
            const QByteArray jpeg(reinterpret_cast<const char*>(each.jpeg.data()), qsizetype(each.jpeg.size()));
            QCOMPARE(each.sha256, QCryptographicHash::hash(jpeg, QCryptographicHash::Sha256).toHex());
            QVERIFY(jpeg.startsWith("\xFF\xD8\xFF"));
            // The card and a margin, of 700 pixels and not the table's 1280.
            QVERIFY(each.width > 700 && each.width < 800 && each.height > 440 && each.height < 530);
            QVERIFY(std::abs(each.legibility.width - 700) < 20);
            QVERIFY(each.legibility.blur > 0 && each.legibility.blur < 0.5);
            QVERIFY(each.capturedAt.isValid());
        }
        QVERIFY(pictures[0].jpeg != pictures[1].jpeg);
    }

    void card_thatCannotBeRead_isRefusedWithWhatToDo_data()
    {
        QTest::addColumn<CardPose>("pose");
        QTest::addColumn<QString>("hint");
        QTest::newRow("blurred") << CardPose{.blur = 4} << "DOCUMENT_HOLD_STILL";
        QTest::newRow("glare") << CardPose{.lamp = 0.15} << "DOCUMENT_NO_GLARE";
        QTest::newRow("too small") << CardPose{.width = 480} << "DOCUMENT_COME_CLOSER";
        QTest::newRow("missing") << CardPose{.shift = {4000, 0}} << "DOCUMENT_SHOW_CARD";
    }

    void card_thatCannotBeRead_isRefusedWithWhatToDo()
    {
        QFETCH(CardPose, pose);
        QFETCH(QString, hint);
        SessionParts parts = m_counter->parts();
        parts.openDocumentCamera = cameraOn(pose);
        parts.policy.documentPatience = {};
        QCOMPARE(parts.policy.tries, 3); // the demonstration's policy
        Session session(std::move(parts));
        QSignalSpy hints(&session, &Session::faceHint);

        QCOMPARE(QuickCounter::walk(session, State::Identify), State::Problem);

        QCOMPARE(session.facts().problem->code, FailureCode::DocumentPicturePoor);
        QCOMPARE(QString::fromStdString(session.facts().problem->detail), hint);
        QCOMPARE(session.exitStatus(), 3);
        QVERIFY(!hints.isEmpty() && hints.last().first() == hint);

        // Asked again twice; after the third try somebody takes over, and the trail says why.
        for (int again = 0; again < 2; ++again) {
            QVERIFY(session.canRetry() && !session.facts().handOver);
            session.retry();
            QTRY_COMPARE(session.state(), State::Problem);
        }
        QVERIFY(!session.canRetry() && session.facts().handOver);
        session.awaitDisk();
        QCOMPARE(m_counter->audit().last(), "handed-over " + session.facts().bindingId + " DOCUMENT_PICTURE_POOR");
    }

    void card_thatIsNeverTurned_isNoBack()
    {
        SessionParts parts = m_counter->parts();
        parts.openDocumentCamera = []() -> Result<std::unique_ptr<biometrics::CameraSource>> {
            return std::make_unique<StubbornCamera>();
        };
        parts.policy.documentPatience = std::chrono::milliseconds(400);
        Session session(std::move(parts));

        QCOMPARE(QuickCounter::walk(session, State::Identify), State::Problem);

        QVERIFY(session.facts().documentTurned);
        QCOMPARE(session.facts().problem->code, FailureCode::DocumentPicturePoor);
        QCOMPARE(session.facts().problem->detail, std::string("DOCUMENT_TURN_OVER"));
    }

    void back_fromTheCardsNumber_takesThePicturesAnew()
    {
        SessionParts parts = m_counter->parts();
        parts.openDocumentCamera = cameraOn({});
        Session session(std::move(parts));
        QCOMPARE(QuickCounter::walk(session, State::Identify), State::Identify);

        session.back();

        QCOMPARE(session.state(), State::DocumentPictures);
        QVERIFY(!session.facts().documentTurned);
        session.back();
        QCOMPARE(session.state(), State::NumberEntry);
    }

    /// A camera of software, on a device for real work.
    void paintedCard_underARealEnrolment_isRefused()
    {
        SessionParts parts = m_counter->parts();
        parts.openDocumentCamera = cameraOn({});
        parts.enrolment.kind = Enrolment::Kind::Production;
        Session session(std::move(parts));

        QCOMPARE(QuickCounter::walk(session, State::Identify), State::Problem);

        QCOMPARE(session.facts().problem->code, FailureCode::DemoOnly);
    }

    void carrierThatWantsThem_leavesABindingWithoutToAPerson()
    {
        SessionParts parts = m_counter->parts();
        parts.policy.documentPictures = false;
        parts.policy.decisionPatience = {};
        Session session(std::move(parts));

        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);

        QCOMPARE(session.facts().receipt->reasons, QStringList{"DOCUMENT_PICTURES_MISSING"});
    }

    void nobodyAsks_withoutThePolicy()
    {
        QuickCounter other;
        Session session(other.parts());
        QSet<State> seen;
        connect(&session, &Session::stateChanged, this, [&seen](State state) { seen.insert(state); });
        QCOMPARE(QuickCounter::walk(session, State::PlaceCard), State::PlaceCard);
        QVERIFY(seen.contains(State::Identify) && !seen.contains(State::DocumentPictures));
    }

private:
    std::unique_ptr<QuickCounter> m_counter;
};

QTEST_GUILESS_MAIN(TestDocumentPictures)
#include "tst_document_pictures.moc"
