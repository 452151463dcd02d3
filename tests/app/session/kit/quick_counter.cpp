#include "tests/app/session/kit/quick_counter.h"

#include "app/evidence/opened_evidence.h"
#include "tests/simulators/demo/simulated_card.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <random>

namespace counter {

using namespace chinhchu;
using namespace chinhchu::app;
using State = Session::State;

namespace {

const QString profile = QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/cccd-2021.toml");

/// Grain of middle brightness: sharp, evenly lit, and nobody.
biometrics::Image grain()
{
    biometrics::Image image;
    image.width = 640;
    image.height = 480;
    image.pixels.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 3);
    std::mt19937 random(17);
    for (auto& each : image.pixels)
        each = static_cast<std::uint8_t>(random() % 256);
    return image;
}

class GrainCamera : public biometrics::CameraSource
{
public:
    GrainCamera() { m_info.kind = biometrics::CameraInfo::Kind::Pictures; }
    Result<biometrics::Frame> next(std::chrono::milliseconds) override
    {
        return biometrics::Frame{m_picture, std::chrono::steady_clock::now(), m_number++};
    }
    [[nodiscard]] const biometrics::CameraInfo& info() const override { return m_info; }

private:
    biometrics::Image m_picture = grain();
    biometrics::CameraInfo m_info;
    int m_number = 0;
};

class AlikeEmbedding : public biometrics::EmbeddingInParts
{
public:
    [[nodiscard]] std::size_t partsLeft() const override { return 0; }
    void doPart() override {}
    [[nodiscard]] biometrics::FaceTemplate result() const override { return {{1.0F}}; }
};

/// Looks straight ahead out of every picture.
class AgreeableEngine : public biometrics::FaceEngine
{
public:
    std::vector<biometrics::Face> detect(const biometrics::Image&) override { return {face()}; }
    Result<biometrics::Face> singleFace(const biometrics::Image&) override { return face(); }
    std::unique_ptr<biometrics::EmbeddingInParts> beginEmbedding(const biometrics::Image&,
                                                                 const biometrics::Face&) override
    {
        return std::make_unique<AlikeEmbedding>();
    }
    biometrics::MatchResult match(const biometrics::FaceTemplate&,
                                  const std::vector<biometrics::FaceTemplate>&) override
    {
        return {0.1, 0.4, true, 0, "made-up", m_sha256};
    }
    [[nodiscard]] const std::string& modelSha256() const override { return m_sha256; }

private:
    static biometrics::Face face()
    {
        return {220, 120, 200, 240, 1, {{380, 220}, {350, 220}, {260, 220}, {290, 220}, {320, 280}}};
    }
    std::string m_sha256 = std::string(64, '0');
};

/// The demo policy with more in its `session`.
QJsonObject policyWith(const QJsonObject& more)
{
    QFile file(QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/simulators/carrier/demo-policy.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no demo policy");
    QJsonObject policy = QJsonDocument::fromJson(file.readAll()).object();
    QJsonObject session = policy["session"].toObject();
    for (auto each = more.begin(); each != more.end(); ++each)
        session[each.key()] = each.value();
    policy["session"] = session;
    // The engine of these tests compares in a way of its own.
    QJsonObject face = policy["face"].toObject();
    QJsonArray recipes = face["recipes"].toArray();
    recipes.append(QJsonObject{{"recipe", "made-up"}, {"loosestThreshold", 0.4}});
    face["recipes"] = recipes;
    policy["face"] = face;
    return policy;
}

} // namespace

QuickCounter::QuickCounter(const QJsonObject& policy)
{
    const QByteArray json = QJsonDocument(policyWith(policy)).toJson();
    m_policy = CarrierPolicy::read(json).value();
    QFile file(m_folder.filePath("policy.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qFatal("cannot write the policy");
    file.close();
    m_carrier = std::make_unique<kit::SandboxProcess>(QStringList{"--policy", file.fileName()});
    m_carrier->enrol("enrolment");
    const QString issuers = m_carrier->trustFolder() + "/citizen-card";
    QDir().mkpath(issuers);
    if (QProcess::execute(CCCD_SIMULATOR, {"--profile", profile, "--pki", m_folder.filePath("issuer"), "--write-csca",
                                           issuers}) != 0)
        qFatal("no issuer");
    m_outbox = Outbox::open(m_folder.filePath("outbox.sqlite")).value();
    m_audit = AuditTrail::open(m_folder.filePath("audit.jsonl")).value();
}

SessionParts QuickCounter::parts(const QUrl& carrier)
{
    SessionParts made;
    made.openCard = cardOf(QStringLiteral("cccd-2021"));
    made.openCamera = []() -> Result<std::unique_ptr<biometrics::CameraSource>> {
        return std::make_unique<GrainCamera>();
    };
    made.loadFaces = []() -> Result<std::shared_ptr<biometrics::FaceEngine>> {
        return std::make_shared<AgreeableEngine>();
    };
    made.trust = nfc::TrustStore::load(m_carrier->trustFolder().toStdString()).value();
    made.enrolment = Enrolment::load(Home(m_carrier->folder())).value();
    made.carrier = std::make_shared<CarrierClient>(made.enrolment, carrier.isEmpty() ? m_carrier->url() : carrier);
    made.outbox = m_outbox;
    made.openOutbox = [file = m_folder.filePath("outbox.sqlite")]() -> Result<std::shared_ptr<Outbox>> {
        return Outbox::open(file);
    };
    made.audit = m_audit;
    made.policy = sessionPolicy(m_policy, false);
    made.policy.faceFrames = 1;
    return made;
}

namespace {

const QRegularExpression& passwordLine()
{
    static const QRegularExpression shown(QStringLiteral("^one-time password .*: (\\d{6})$"));
    return shown;
}

} // namespace

QString QuickCounter::password()
{
    return m_carrier->consoleLine(passwordLine());
}

QString QuickCounter::newestPassword()
{
    return m_carrier->newestConsoleLine(passwordLine());
}

QStringList QuickCounter::audit() const
{
    QFile file(m_folder.filePath("audit.jsonl"));
    QStringList lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        lines.append(line["action"].toString() + ' ' + line["subject"].toString());
    }
    return lines;
}

Evidence QuickCounter::queued() const
{
    const auto ids = m_outbox->due({});
    if (!ids || ids->empty())
        qFatal("nothing waits");
    return sealedFor(ids->back()).value();
}

std::optional<Evidence> QuickCounter::sealedFor(const QString& bindingId) const
{
    const auto sealed = m_outbox->sealedEvidence(bindingId);
    if (!sealed || sealed->isEmpty())
        return std::nullopt;
    QFile key(m_carrier->folder() + "/pki/seal.key");
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key");
    auto opened = openEvidence(
        {reinterpret_cast<const std::uint8_t*>(sealed->constData()), static_cast<std::size_t>(sealed->size())},
        {key.readAll(), {}});
    if (!opened)
        qFatal("%s", opened.error().detail.c_str());
    return std::move(opened->claims);
}

decltype(SessionParts::openCard) QuickCounter::cardOf(const QString& shipped, const QString& linesOnTop) const
{
    QString file = QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/%1.toml").arg(shipped);
    if (!linesOnTop.isEmpty()) {
        QFile made(m_folder.filePath(shipped + QString::number(qHash(linesOnTop), 16) + ".toml"));
        const QByteArray lines = "base = \"" + file.toUtf8() + "\"\n" + linesOnTop.toUtf8();
        if (!made.open(QIODevice::WriteOnly) || made.write(lines) != lines.size())
            qFatal("cannot write the profile");
        file = made.fileName();
    }
    return [file = file.toStdString(), issuer = m_folder.filePath("issuer").toStdString()](std::chrono::milliseconds,
                                                                                           std::stop_token) {
        return demo::openSimulatedCard(file, issuer);
    };
}

namespace {

/// One input of the happy path, when the session waits for one.
void goOn(Session& session, const QStringList& msisdns)
{
    switch (session.state()) {
    case State::Greeting:
        return session.begin();
    case State::Consent:
        return session.giveConsent("agreed", "en");
    case State::NumberEntry:
        return session.enterNumbers(msisdns);
    case State::Identify:
        return session.identify({nfc::CanKey{"000017"}});
    case State::Verdict:
        return session.acceptVerdict();
    case State::Match:
        return session.acceptMatch();
    case State::ChooseNumbers:
        if (session.facts().numbersComplete) {
            QStringList others;
            for (const auto& each : session.facts().numbers)
                if (each.answer == SessionFacts::HeldNumber::Answer::Open)
                    others.append(each.subscription.msisdn);
            for (const QString& each : others)
                session.leaveNumber(each);
            session.confirmNumbers();
        }
        return;
    case State::Review:
        return session.submit();
    default:
        return;
    }
}

} // namespace

State QuickCounter::walk(Session& session, State wanted, const QStringList& msisdns)
{
    static_cast<void>(QTest::qWaitFor(
        [&] {
            if (session.state() == wanted || session.state() == State::Problem)
                return true;
            goOn(session, msisdns);
            return session.state() == wanted;
        },
        30000));
    session.awaitDisk();
    return session.state();
}

} // namespace counter
