#include "ui/view_models/problem_view.h"

#include "app/session/failure_text.h"

namespace chinhchu::ui {

namespace {

app::FailureText textOf(const app::Session& session)
{
    const auto& problem = session.facts().problem;
    return problem ? app::failureText(problem->code) : app::FailureText{};
}

QString byExitStatus(int status)
{
    switch (status) {
    case 2:
        return QStringLiteral("tool");
    case 3:
        return QStringLiteral("card");
    case 4:
        return QStringLiteral("keypad");
    case 5:
    case 6:
        return QStringLiteral("shield-doubt");
    case 7:
        return QStringLiteral("face");
    case 8:
        return QStringLiteral("network");
    default:
        return QStringLiteral("building");
    }
}

} // namespace

QString pictureOf(FailureCode code)
{
    switch (code) {
    case FailureCode::ReaderServiceUnavailable:
    case FailureCode::ReaderNotFound:
    case FailureCode::CardInUse:
        return QStringLiteral("reader");
    case FailureCode::CameraUnavailable:
    case FailureCode::CameraInterrupted:
        return QStringLiteral("camera");
    case FailureCode::GuardianNeeded:
    case FailureCode::GuardianNotAccepted:
        return QStringLiteral("family");
    case FailureCode::PasswordWrong:
        return QStringLiteral("phone");
    case FailureCode::DeviceKeyUnavailable:
        return QStringLiteral("lock");
    case FailureCode::DocumentExpired:
    case FailureCode::ClockWrong:
        return QStringLiteral("clock");
    default:
        return byExitStatus(chinhchu::exitStatus(code));
    }
}

ProblemView::ProblemView(const app::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
}

QString ProblemView::code() const
{
    const auto& problem = m_session.facts().problem;
    if (!problem)
        return {};
    const std::string_view name = codeName(problem->code);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QString ProblemView::picture() const
{
    const auto& problem = m_session.facts().problem;
    return problem ? pictureOf(problem->code) : QString();
}

QString ProblemView::happened() const
{
    return textOf(m_session).happened;
}

QString ProblemView::todo() const
{
    return aboutAnswers() ? tr("Leave one number out, or go to a shop that the carrier runs itself.")
                          : textOf(m_session).todo;
}

QString ProblemView::help() const
{
    return textOf(m_session).help;
}

bool ProblemView::aboutAnswers() const
{
    const auto& problem = m_session.facts().problem;
    return problem && problem->code == FailureCode::NumberLimitReached && m_session.canRetry();
}

bool ProblemView::handOver() const
{
    return m_session.facts().handOver;
}

} // namespace chinhchu::ui
