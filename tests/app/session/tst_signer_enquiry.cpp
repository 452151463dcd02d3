// A kiosk that knows no issuer meets a genuine card: it asks the carrier (the real sandbox) about the signer.

#include "app/session/session.h"
#include "kit/sandbox_process.h"
#include "tests/simulators/demo/simulated_card.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using State = Session::State;

class TestSignerEnquiry : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(m_carrier.trustFolder() + "/citizen-card"));
        m_carrier.enrol("enrolment");
        m_stranger.enrol("enrolment");
        QCOMPARE(QProcess::execute(CCCD_SIMULATOR, {"--profile", m_profile, "--pki", m_issuer.path(), "--write-csca",
                                                    m_carrier.trustFolder() + "/citizen-card"}),
                 0);
    }

    void unknownIssuer_thatTheCarrierKnows_goesOn()
    {
        Session session(parts(m_carrier, m_carrier.url()));

        const State end = readCard(session);

        QCOMPARE(end, State::CaptureFace);
        QVERIFY(session.facts().signerCheck == nfc::OnlineCheck::Confirmed);
        QVERIFY(!session.facts().provisional);
    }

    void unknownIssuer_thatTheCarrierDoesNotKnowEither_endsHere()
    {
        Session session(parts(m_stranger, m_stranger.url()));

        const State end = readCard(session);

        QCOMPARE(end, State::Problem);
        QCOMPARE(session.facts().problem->code, FailureCode::IssuerUnknown);
        QVERIFY(session.facts().signerCheck == nfc::OnlineCheck::Denied);
        QCOMPARE(session.exitStatus(), 6);
    }

    void unknownIssuer_withoutNetwork_goesOnProvisionally()
    {
        Session session(parts(m_carrier, QUrl("https://127.0.0.1:1")));

        const State end = readCard(session);

        QCOMPARE(end, State::CaptureFace);
        QVERIFY(session.facts().provisional);
    }

    void unknownIssuer_withoutNetworkUnderAStrictPolicy_endsHere()
    {
        SessionParts strict = parts(m_carrier, QUrl("https://127.0.0.1:1"));
        strict.policy.verdict.provisionalWhenUnreachable = false;
        Session session(std::move(strict));

        const State end = readCard(session);

        QCOMPARE(end, State::Problem);
        QCOMPARE(session.exitStatus(), 6);
    }

    void knownIssuer_asksNobody()
    {
        SessionParts knowing = parts(m_carrier, m_carrier.url());
        auto trust = nfc::TrustStore::load(m_carrier.trustFolder().toStdString());
        QVERIFY(trust.has_value());
        knowing.trust = std::move(*trust);
        Session session(std::move(knowing));

        const State end = readCard(session);

        QCOMPARE(end, State::CaptureFace);
        QVERIFY(session.facts().signerCheck == nfc::OnlineCheck::NotAsked);
    }

private:
    SessionParts parts(kit::SandboxProcess& carrier, const QUrl& url)
    {
        SessionParts made;
        made.openCard = [this](std::chrono::milliseconds, std::stop_token) {
            return demo::openSimulatedCard(m_profile.toStdString(), m_issuer.path().toStdString());
        };
        made.openCamera = []() -> Result<std::unique_ptr<biometrics::CameraSource>> {
            return fail(FailureCode::CameraUnavailable);
        };
        made.loadFaces = []() -> Result<std::shared_ptr<biometrics::FaceEngine>> {
            return fail(FailureCode::ModelMissing);
        };
        made.enrolment = Enrolment::load(Home(carrier.folder())).value();
        made.carrier = std::make_shared<CarrierClient>(made.enrolment, url);
        return made;
    }

    /// As far as the card leads: past the verdict the face is next, which nobody shows here.
    static State readCard(Session& session)
    {
        QObject::connect(&session, &Session::stateChanged, &session, [&session](State state) {
            if (state == State::Verdict)
                QMetaObject::invokeMethod(&session, &Session::acceptVerdict, Qt::QueuedConnection);
        });
        QSignalSpy states(&session, &Session::stateChanged);
        session.begin();
        session.giveConsent("agreed", "en");
        session.enterNumbers({"0912345678"});
        session.identify({nfc::CanKey{"000017"}});
        State reached = State::Greeting;
        [[maybe_unused]] const bool settled = QTest::qWaitFor(
            [&] {
                for (const auto& change : states) {
                    reached = change.first().value<State>();
                    if (reached == State::CaptureFace || reached == State::Problem)
                        return true;
                }
                return false;
            },
            30000);
        return reached;
    }

    const QString m_profile = QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/cccd-2021.toml");
    QTemporaryDir m_issuer;
    kit::SandboxProcess m_carrier;
    kit::SandboxProcess m_stranger;
};

QTEST_GUILESS_MAIN(TestSignerEnquiry)
#include "tst_signer_enquiry.moc"
