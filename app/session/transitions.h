#pragma once

#include "app/session/session.h"

#include <optional>
#include <span>
#include <string_view>

namespace chinhchu::app {

/// What can happen to a session. Inputs of the person first, then what the machine finds out, then the ways back.
enum class SessionEvent
{
    Begin,
    ConsentGiven,
    NumbersEntered,
    DocumentPictured,
    Identified,
    CardFound,
    ChipRead,
    VerdictAccepted,
    FaceCaptured,
    MatchAccepted,
    ChildMatched,
    GuardianAgreed,
    NumbersConfirmed,
    NumbersProven,
    SignatureAnswered,
    Signed,
    Submitted,
    Settled,
    NotAsked, ///< policy does not want this state, or it has nothing to do
    Failed,
    Back,
    BackToGuardian,
    BackToPictures,
    RetryPictures,
    RetryKeys,
    RetryCard,
    RetryFace,
    ChangeAnswers,
    RetryDelivery,
    TimedOut,
    Cancel,
    Finish
};

std::string_view toString(SessionEvent event);
std::string_view toString(Session::State state);

/// One arrow of the state machine.
struct Transition
{
    Session::State from;
    SessionEvent event;
    Session::State to;
};

/// The one table: everything the session can do. What is not listed is ignored.
std::span<const Transition> transitions();

/// Where @p event leads from @p from; nothing when the table has no such arrow.
std::optional<Session::State> nextState(Session::State from, SessionEvent event);

/// The table as a Mermaid state diagram, for the documentation.
std::string transitionDiagram();

} // namespace chinhchu::app
