#include "app/session/transitions.h"

#include <algorithm>
#include <array>

namespace chinhchu::app {

namespace {

using S = Session::State;
using E = SessionEvent;

constexpr auto allTransitions = std::to_array<Transition>({
    // The happy path.
    {S::Greeting, E::Begin, S::Consent},
    {S::Consent, E::ConsentGiven, S::NumberEntry},
    {S::NumberEntry, E::NumbersEntered, S::DocumentPictures},
    {S::DocumentPictures, E::DocumentPictured, S::Identify},
    {S::Identify, E::Identified, S::PlaceCard},
    {S::PlaceCard, E::CardFound, S::ReadChip},
    {S::ReadChip, E::ChipRead, S::Verdict},
    {S::Verdict, E::VerdictAccepted, S::CaptureFace},
    {S::CaptureFace, E::FaceCaptured, S::Match},
    {S::Match, E::MatchAccepted, S::ChooseNumbers},
    // A child's parent comes the same way with a card and a face of their own (guardian_turn.h).
    {S::Match, E::ChildMatched, S::GuardianConsent},
    {S::GuardianConsent, E::GuardianAgreed, S::Identify},
    {S::ChooseNumbers, E::NumbersConfirmed, S::Possession},
    {S::Possession, E::NumbersProven, S::SignatureOffer},
    {S::SignatureOffer, E::SignatureAnswered, S::Signing},
    {S::Signing, E::Signed, S::Review},
    {S::Review, E::Submitted, S::Deliver},
    {S::Deliver, E::Settled, S::Receipt},
    {S::Receipt, E::Finish, S::Greeting},

    // What the carrier's policy does not ask for is left out (optional_states.h).
    {S::DocumentPictures, E::NotAsked, S::Identify},
    {S::Possession, E::NotAsked, S::SignatureOffer},
    {S::SignatureOffer, E::NotAsked, S::Signing},
    {S::Signing, E::NotAsked, S::Review},

    // What can go wrong.
    {S::Greeting, E::Failed, S::Problem},
    {S::DocumentPictures, E::Failed, S::Problem},
    {S::Identify, E::Failed, S::Problem},
    {S::PlaceCard, E::Failed, S::Problem},
    {S::ReadChip, E::Failed, S::Problem},
    {S::Verdict, E::Failed, S::Problem},
    {S::CaptureFace, E::Failed, S::Problem},
    {S::Match, E::Failed, S::Problem},
    {S::ChooseNumbers, E::Failed, S::Problem},
    {S::Possession, E::Failed, S::Problem},
    {S::Deliver, E::Failed, S::Problem},

    // Another try, where the kind of failure makes one sensible (retry_rules.h).
    {S::Problem, E::RetryPictures, S::DocumentPictures},
    {S::Problem, E::RetryKeys, S::Identify},
    {S::Problem, E::RetryCard, S::PlaceCard},
    {S::Problem, E::RetryFace, S::CaptureFace},
    {S::Problem, E::ChangeAnswers, S::ChooseNumbers},
    {S::Problem, E::RetryDelivery, S::Deliver},

    // One step back, as long as nothing was read that the step would make untrue.
    {S::NumberEntry, E::Back, S::Consent},
    {S::DocumentPictures, E::Back, S::NumberEntry},
    {S::Identify, E::Back, S::NumberEntry},
    {S::Identify, E::BackToPictures, S::DocumentPictures},
    {S::Identify, E::BackToGuardian, S::GuardianConsent},
    {S::PlaceCard, E::Back, S::Identify},
    {S::Possession, E::Back, S::ChooseNumbers},
    {S::SignatureOffer, E::Back, S::ChooseNumbers},
    {S::Signing, E::Back, S::ChooseNumbers},
    {S::Review, E::Back, S::ChooseNumbers},

    // Nobody there any more. While the card or the face is awaited those states have their own patience and fail.
    {S::Consent, E::TimedOut, S::Greeting},
    {S::NumberEntry, E::TimedOut, S::Greeting},
    {S::Identify, E::TimedOut, S::Greeting},
    {S::Verdict, E::TimedOut, S::Greeting},
    {S::Match, E::TimedOut, S::Greeting},
    {S::GuardianConsent, E::TimedOut, S::Greeting},
    {S::ChooseNumbers, E::TimedOut, S::Greeting},
    {S::Possession, E::TimedOut, S::Greeting},
    {S::SignatureOffer, E::TimedOut, S::Greeting},
    {S::Signing, E::TimedOut, S::Greeting},
    {S::Review, E::TimedOut, S::Greeting},
    {S::Receipt, E::TimedOut, S::Greeting},
    {S::Problem, E::TimedOut, S::Greeting},

    // Leaving, from anywhere; what is in the outbox stays there.
    {S::Consent, E::Cancel, S::Greeting},
    {S::NumberEntry, E::Cancel, S::Greeting},
    {S::DocumentPictures, E::Cancel, S::Greeting},
    {S::Identify, E::Cancel, S::Greeting},
    {S::PlaceCard, E::Cancel, S::Greeting},
    {S::ReadChip, E::Cancel, S::Greeting},
    {S::Verdict, E::Cancel, S::Greeting},
    {S::CaptureFace, E::Cancel, S::Greeting},
    {S::Match, E::Cancel, S::Greeting},
    {S::GuardianConsent, E::Cancel, S::Greeting},
    {S::ChooseNumbers, E::Cancel, S::Greeting},
    {S::Possession, E::Cancel, S::Greeting},
    {S::SignatureOffer, E::Cancel, S::Greeting},
    {S::Signing, E::Cancel, S::Greeting},
    {S::Review, E::Cancel, S::Greeting},
    {S::Deliver, E::Cancel, S::Greeting},
    {S::Receipt, E::Cancel, S::Greeting},
    {S::Problem, E::Cancel, S::Greeting},
});

} // namespace

std::string_view toString(SessionEvent event)
{
    constexpr std::string_view names[] = {"begin",
                                          "consent given",
                                          "numbers entered",
                                          "card pictured",
                                          "identified",
                                          "card found",
                                          "chip read",
                                          "verdict accepted",
                                          "face captured",
                                          "match accepted",
                                          "child matched",
                                          "parent agreed",
                                          "numbers confirmed",
                                          "proven",
                                          "signature answered",
                                          "signed",
                                          "submitted",
                                          "settled",
                                          "not asked",
                                          "failed",
                                          "back",
                                          "back to parent",
                                          "back to pictures",
                                          "retry: pictures",
                                          "retry: keys",
                                          "retry: card",
                                          "retry: face",
                                          "change answers",
                                          "retry: delivery",
                                          "timed out",
                                          "cancel",
                                          "finish"};
    static_assert(std::size(names) == static_cast<std::size_t>(E::Finish) + 1);
    return names[static_cast<std::size_t>(event)];
}

std::string_view toString(Session::State state)
{
    constexpr std::string_view names[] = {
        "Greeting",        "Consent",       "NumberEntry", "DocumentPictures", "Identify",
        "PlaceCard",       "ReadChip",      "Verdict",     "CaptureFace",      "Match",
        "GuardianConsent", "ChooseNumbers", "Possession",  "SignatureOffer",   "Signing",
        "Review",          "Deliver",       "Receipt",     "Problem"};
    static_assert(std::size(names) == static_cast<std::size_t>(S::Problem) + 1);
    return names[static_cast<std::size_t>(state)];
}

std::span<const Transition> transitions()
{
    return allTransitions;
}

std::optional<Session::State> nextState(Session::State from, SessionEvent event)
{
    const auto found = std::ranges::find_if(
        allTransitions, [&](const Transition& each) { return each.from == from && each.event == event; });
    if (found == allTransitions.end()) {
        return std::nullopt;
    }
    return found->to;
}

std::string transitionDiagram()
{
    std::string text = "stateDiagram-v2\n    [*] --> Greeting\n";
    for (const Transition& each : allTransitions) {
        // The many equal arrows home would hide the others; the text beside the diagram tells about them.
        if (each.event == E::Cancel || each.event == E::TimedOut) {
            continue;
        }
        text.append("    ").append(toString(each.from)).append(" --> ").append(toString(each.to));
        text.append(": ").append(toString(each.event)).append("\n");
    }
    return text;
}

} // namespace chinhchu::app
