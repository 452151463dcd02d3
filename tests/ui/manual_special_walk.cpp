// The roads that only some people take.

#include "tests/ui/manual_walk.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/walk/manual/manual_chapters.h"

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

    return manualChapter(ManualRoad::Special, "special",
                   {manualSection(ManualRoad::CardMoved, {gone}), manualSection(ManualRoad::Issuer, {issuer}), child(),
                    manualSection(ManualRoad::Organisation, {organisation}),
                    manualSection(ManualRoad::FourthNumber, {failed(FailureCode::NumberLimitReached, "Problem.fourth")}),
                    manualSection(ManualRoad::NoChip, {at(State::PlaceCard, "PlaceCard.noChip"),
                                                     failed(FailureCode::CardWithoutChip, "Problem.noChip")}),
                    withoutNetwork(), cardPictures(),
                    manualSection(ManualRoad::Signatures,
                            {at(State::SignatureOffer, "SignatureOffer"), at(State::Signing, "Signing")})});
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
    std::vector<Page> pages{at(State::DocumentPictures, "DocumentPictures")};
    alter(m_session, [](Facts& facts) { facts.documentTurned = true; });
    pages.push_back(seen("DocumentPictures.back"));
    return manualSection(ManualRoad::CardPictures, std::move(pages));
}

} // namespace chinhchu::scripted
