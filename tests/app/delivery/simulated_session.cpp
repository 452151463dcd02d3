#include "tests/app/delivery/simulated_session.h"

#include "tests/app/delivery/sample_evidence.h"
#include "tests/simulators/chip/card/active_authentication.h"
#include "tests/simulators/chip/personalisation/data_groups.h"
#include "tests/simulators/chip/personalisation/mrz.h"

namespace chinhchu::testing {

namespace {

chip::CardImage makeCard(const QString& profile, const QString& pki)
{
    const QString file = QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/%1.toml").arg(profile);
    auto card = chip::personalise(file.toStdString(), {pki.toStdString(), ""});
    if (!card)
        qFatal("%s", card.error().c_str());
    return *std::move(card);
}

} // namespace

SimulatedSession::SimulatedSession(const QString& profile, const QString& pki, const app::Enrolment& enrolment)
    : evidence(sampleEvidence())
    , m_card(makeCard(profile, pki))
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    evidence.consent.givenAt = now.addSecs(-120);
    for (app::PersonProof::Frame& frame : evidence.frames)
        frame.capturedAt = now.addSecs(-30);
    nfc::ChipIdentity& chip = evidence.chip;
    chip.files.clear();
    for (const char* name : {"EF.SOD", "DG1", "DG2", "DG13", "DG14", "DG15"}) {
        const auto found = m_card.files.find(chip::fileIdentifier(name));
        if (found != m_card.files.end())
            chip.files[name].raw = found->second;
    }
    const auto& person = m_card.profile.identity;
    const QDate issued(person.issue.year, person.issue.month, person.issue.day);
    const QDate birth(person.birth.year, person.birth.month, person.birth.day);
    chip.identity.number = std::string_view(person.number);
    chip.identity.fullName = std::string_view(person.name);
    chip.identity.issueDate = std::string_view(issued.toString(Qt::ISODate).toStdString());
    chip.identity.birthDate = std::string_view(birth.toString(Qt::ISODate).toStdString());
    const Bytes challenge = app::activeAuthenticationChallenge(evidence.freshness->nonce, enrolment.deviceId,
                                                               evidence.sessionId, chip.files["EF.SOD"].raw);
    chip.activeAuthentication = nfc::ActiveAuthenticationTranscript{challenge, answer(challenge)};
}

Bytes SimulatedSession::answer(ByteView challenge) const
{
    return chip::signChallenge(m_card.activeKey, m_card.profile.activeAuthentication, challenge, chip::systemRandom);
}

} // namespace chinhchu::testing
