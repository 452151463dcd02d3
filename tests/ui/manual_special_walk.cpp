// The roads that only some people take.

#include "tests/ui/manual_walk.h"
#include "tests/ui/scripted/drawn_card.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/walk/hand.h"
#include "ui/walk/manual/manual_chapters.h"

#include <cmath>

namespace chinhchu::scripted {

using ui::ManualRoad;
using Page = ui::Manual::Page;
using Section = ui::Manual::Section;
using Chapter = ui::Manual::Chapter;
using Facts = app::SessionFacts;

Chapter ManualWalk::specialRoads()
{
    show(m_session, State::ReadChip);
    emit m_session.readProgress({nfc::ReadProgress::Phase::WaitingForCard, "DG2", 12800, 21500});
    const Page gone = seen("ReadChip.gone");

    show(m_session, State::Verdict);
    alter(m_session, [](Facts& facts) { facts.chip->authenticity.passive = nfc::PassiveResult::IssuerUnknown; });
    const Page issuer = seen("Verdict.issuer");

    show(m_session, State::ChooseNumbers);
    alter(m_session, [](Facts& facts) { facts.numbers[1].subscription.organisation = true; });
    const Page organisation = seen("ChooseNumbers.organisation");

    return manualChapter(
        ManualRoad::Special, "special",
        {manualSection(ManualRoad::CardMoved, {gone}), manualSection(ManualRoad::Issuer, {issuer}), child(),
         manualSection(ManualRoad::Organisation, {organisation}),
         manualSection(ManualRoad::FourthNumber, {failed(FailureCode::NumberLimitReached, "Problem.fourth")}),
         manualSection(ManualRoad::NoChip, {at(State::PlaceCard, "PlaceCard.noChip"),
                                            failed(FailureCode::CardWithoutChip, "Problem.noChip")}),
         withoutNetwork(), cardPictures(),
         manualSection(ManualRoad::Signatures, {at(State::SignatureOffer, "SignatureOffer"), signing()})});
}

Page ManualWalk::signing()
{
    show(m_session, State::Signing);
    (void)picture(); // the field has its place
    ui::Hand hand(*m_window.window(), ui::WalkPlan::Input::Touch);
    // Nobody's signature: two waves and a line below them.
    QPolygonF waves;
    constexpr int points = 90;
    for (int i = 0; i <= points; ++i) {
        const double along = double(i) / points;
        waves << QPointF(0.2 + 0.45 * along, 0.5 - 0.22 * (1 - 0.6 * along) * std::sin(along * 22));
    }
    hand.draw(QStringLiteral("pad"), waves);
    hand.draw(QStringLiteral("pad"), {{0.66, 0.56}, {0.45, 0.66}, {0.25, 0.7}, {0.55, 0.68}, {0.78, 0.6}});
    return seen("Signing");
}

Section ManualWalk::child()
{
    std::vector<Page> pages{at(State::GuardianConsent, "GuardianConsent")};
    m_kiosk.agreeAsGuardian();
    pages.push_back(at(State::Identify, "Identify.parent"));
    pages.push_back(at(State::PlaceCard, "PlaceCard.parent"));
    pages.push_back(at(State::CaptureFace, "CaptureFace.parent"));
    show(m_session, State::Greeting);
    return manualSection(ManualRoad::Child, std::move(pages));
}

Section ManualWalk::withoutNetwork()
{
    show(m_session, State::ChooseNumbers);
    alter(m_session, [](Facts& facts) {
        facts.numbersClaimedOnly = true;
        facts.numbers.resize(1);
    });
    std::vector<Page> pages{seen("ChooseNumbers.offline")};

    show(m_session, State::Receipt);
    alter(m_session, [](Facts& facts) { facts.receipt.reset(); });
    pages.push_back(seen("Receipt.kept"));

    show(m_session, State::Receipt);
    alter(m_session, [](Facts& facts) { facts.receipt->state = app::BindingReceipt::State::Received; });
    pages.push_back(seen("Receipt.received"));
    return manualSection(ManualRoad::NoNetwork, std::move(pages));
}

Section ManualWalk::cardPictures()
{
    const auto hold = [this](bool back, const char* hint) {
        auto frame = std::make_shared<biometrics::Frame>();
        frame->image = drawnCard(1280, 720, back);
        emit m_session.frame(frame);
        emit m_session.faceHint(QString::fromLatin1(hint), back ? 0.8 : 0.3);
    };
    show(m_session, State::DocumentPictures);
    hold(false, "DOCUMENT_NO_GLARE");
    std::vector<Page> pages{seen("DocumentPictures")};
    alter(m_session, [](Facts& facts) { facts.documentTurned = true; });
    hold(true, "HOLD_STILL");
    pages.push_back(seen("DocumentPictures.back"));
    return manualSection(ManualRoad::CardPictures, std::move(pages));
}

} // namespace chinhchu::scripted
