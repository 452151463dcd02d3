// The code on the card, found by a camera of pictures on Identify: what opens the chip, what does not, and when nobody is
// filmed.

#include "app/session/code_finder.h"
#include "app/session/session.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace chinhchu;
using namespace chinhchu::app;
using State = Session::State;
using Seen = CardCode::State;

namespace {

const std::string pictures = CHINHCHU_SOURCE_DIR "/tests/app/session/pictures/";

/// Counts how many of it are open.
class CountedCamera : public biometrics::CameraSource
{
public:
    CountedCamera(std::unique_ptr<CameraSource> camera, std::shared_ptr<std::atomic<int>> open)
        : m_camera(std::move(camera))
        , m_open(std::move(open))
    {
        m_open->fetch_add(1);
    }
    ~CountedCamera() override { m_open->fetch_sub(1); }

    Result<biometrics::Frame> next(std::chrono::milliseconds patience) override { return m_camera->next(patience); }
    const biometrics::CameraInfo& info() const override { return m_camera->info(); }

private:
    std::unique_ptr<CameraSource> m_camera;
    std::shared_ptr<std::atomic<int>> m_open;
};

struct Watched
{
    explicit Watched(const std::string& picture, Enrolment::Kind kind = Enrolment::Kind::Demo)
        : session(parts(picture, kind, open))
    {
        QObject::connect(&session, &Session::cardCode, &session, [this](const CardCode& code) {
            states.push_back(code.state);
            keys = code.keys;
        });
        QObject::connect(&session, &Session::frame, &session, [this] { ++frames; });
        session.begin();
        session.giveConsent("agreed", "en");
        session.enterNumbers({"0912345678"});
    }

    static SessionParts parts(const std::string& picture, Enrolment::Kind kind, std::shared_ptr<std::atomic<int>> open)
    {
        SessionParts parts;
        parts.enrolment.kind = kind;
        parts.openCard = [](auto, std::stop_token) { return fail(FailureCode::ReaderNotFound); };
        parts.loadFaces = [] { return fail(FailureCode::ModelMissing); };
        parts.openCamera = [picture, open]() -> Result<std::unique_ptr<biometrics::CameraSource>> {
            auto camera = biometrics::openCamera(pictures + picture);
            if (!camera)
                return tl::unexpected(camera.error());
            return std::make_unique<CountedCamera>(std::move(*camera), open);
        };
        return parts;
    }

    std::shared_ptr<std::atomic<int>> open = std::make_shared<std::atomic<int>>(0);
    Session session;
    std::vector<Seen> states;
    nfc::AccessKeys keys;
    int frames = 0;
};

/// A picture of one brightness.
biometrics::Image grey(int width, int height)
{
    return {width, height, Bytes(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3, 128)};
}

} // namespace

class TestCardCode : public QObject
{
    Q_OBJECT

private slots:
    void picture_ofACard_givesItsText()
    {
        auto camera = biometrics::openCamera(pictures + "card-with-code.jpg");
        const auto frame = (*camera)->next(std::chrono::seconds(1));

        const auto text = findCode(frame->image);

        QVERIFY(text);
        QCOMPARE(QString::fromUtf8(text->view().data(), qsizetype(text->size())),
                 QStringLiteral("099199000017|099000017|Nguyễn Thị Ấn|15011999|Nữ|Số 1 Đường Không Có Thật, Phường Thử "
                                "Nghiệm, Quận Ví Dụ, Tỉnh Minh Họa|01062021"));
    }

    void picture_withoutACode_givesNothing()
    {
        QVERIFY(!findCode(grey(1280, 720)));
        QVERIFY(!findCode({}));
    }

    /// A camera that lies about its size must not be believed.
    void picture_shorterThanItsSize_isNotLookedAt()
    {
        biometrics::Image image = grey(640, 480);
        image.pixels.resize(1000);
        QVERIFY(!findCode(image));
    }

    void camera_onIdentify_readsTheCodeIntoKeys()
    {
        Watched watched("card-with-code.jpg");

        watched.session.lookForCode();

        QTRY_VERIFY(!watched.states.empty() && watched.states.back() == Seen::Read);
        QCOMPARE(watched.states, (std::vector{Seen::Looking, Seen::Read}));
        QVERIFY(watched.frames > 0);
        QCOMPARE(watched.session.state(), State::Identify);
        // PACE with the end of the number first, then the machine-readable zone for BAC.
        QVERIFY(!watched.keys.empty());
        QVERIFY(std::get<nfc::CanKey>(watched.keys.front()).can == SecretText("000017"));
        const auto& zone = std::get<nfc::MrzKey>(watched.keys.at(1));
        QVERIFY(zone.birthDate == SecretText("990115"));
        // Issued at 22, more than two years before the change at 25.
        QVERIFY(zone.expiryDate == SecretText("240115"));
    }

    void camera_withAForeignCode_saysSoOnceAndGoesOnLooking()
    {
        Watched watched("foreign-code.jpg");

        watched.session.lookForCode();

        QTRY_COMPARE(watched.states, (std::vector{Seen::Looking, Seen::Foreign}));
        const int before = watched.frames;
        QTRY_VERIFY(watched.frames > before + 20);
        QCOMPARE(watched.states.size(), 2U);
    }

    void camera_ofFiles_onARealEnrolment_isNotUsed()
    {
        Watched watched("card-with-code.jpg", Enrolment::Kind::Production);

        watched.session.lookForCode();

        QTRY_COMPARE(watched.states, std::vector{Seen::NoCamera});
        QCOMPARE(watched.frames, 0);
    }

    void camera_thatIsMissing_leavesTheDigits()
    {
        Watched watched("nothing.jpg");

        watched.session.lookForCode();

        QTRY_COMPARE(watched.states, std::vector{Seen::NoCamera});
        watched.session.identify({nfc::CanKey{"000017"}});
        QVERIFY(watched.session.state() != State::Identify);
    }

    void camera_beforeAnybodyAsks_isClosed()
    {
        Watched watched("card-with-code.jpg");
        QCoreApplication::processEvents();
        QCOMPARE(watched.open->load(), 0);
    }

    void back_fromIdentify_closesTheCamera()
    {
        Watched watched("foreign-code.jpg");
        watched.session.lookForCode();
        QTRY_VERIFY(watched.frames > 0);

        watched.session.back();

        QTRY_COMPARE(watched.open->load(), 0);
        const int before = watched.frames;
        QCoreApplication::processEvents();
        QCOMPARE(watched.frames, before);
    }

    void lookForCode_elsewhereThanOnIdentify_isIgnored()
    {
        Watched watched("card-with-code.jpg");
        watched.session.back();

        watched.session.lookForCode();

        QCoreApplication::processEvents();
        QCOMPARE(watched.open->load(), 0);
        QVERIFY(watched.states.empty());
    }
};

QTEST_GUILESS_MAIN(TestCardCode)
#include "tst_card_code.moc"
