#include "ui/view_models/held_numbers.h"

#include "app/session/age.h"
#include "app/session/lock_deadlines.h"
#include "ui/view_models/display_text.h"

#include <algorithm>

namespace chinhchu::ui {

namespace {

/// The words of the official letters for the two kinds of lock.
QString lockText(const app::Subscription& subscription, QDate next)
{
    const QString until = next.isValid() ? next.toString(QStringLiteral("dd/MM/yyyy")) : QString();
    switch (subscription.lock) {
    case app::LockState::OneWay:
        return until.isEmpty() ? HeldNumbers::tr("Locked one way: you cannot call out")
                               : HeldNumbers::tr("Locked one way; both ways from %1").arg(until);
    case app::LockState::TwoWay:
        return until.isEmpty() ? HeldNumbers::tr("Locked both ways: no calls in or out")
                               : HeldNumbers::tr("Locked both ways; ends on %1").arg(until);
    case app::LockState::None:
        break;
    }
    return until.isEmpty() ? HeldNumbers::tr("Working") : HeldNumbers::tr("Working; locked one way from %1").arg(until);
}

/// An organisation's number is confirmed by the person who was given the SIM; it does not become theirs.
QString stateText(const app::Subscription& subscription, QDate next)
{
    const QString stage = lockText(subscription, next);
    const QString lock =
        subscription.deviceChangedAt.isValid() ? HeldNumbers::tr("The phone was changed. %1").arg(stage) : stage;
    return subscription.organisation ? HeldNumbers::tr("An organisation's SIM; yours if it was given to you. %1").arg(lock)
                                     : lock;
}

/// Nobody disowns what is not under their name: such a number is theirs, or it is left out.
bool isFresh(const app::SessionFacts& facts, const app::SessionFacts::HeldNumber& held)
{
    return facts.numbersComplete && !facts.numbersClaimedOnly && held.entered && !held.known;
}

} // namespace

HeldNumbers::HeldNumbers(const app::Session& session, QObject* parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
}

int HeldNumbers::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant HeldNumbers::data(const QModelIndex& index, int role) const
{
    const auto& numbers = m_session.facts().numbers;
    const auto row = static_cast<std::size_t>(index.row());
    if (!index.isValid() || row >= numbers.size())
        return {};
    const auto& held = numbers[row];
    switch (role) {
    case NumberRole:
        return phoneForDisplay(held.subscription.msisdn);
    case MaskedRole:
        return maskedPhone(held.subscription.msisdn);
    case LockRole:
        if (isFresh(m_session.facts(), held))
            return tr("New: not under your name yet");
        return stateText(held.subscription,
                         app::nextStage(held.subscription, m_session.parts().policy.stages,
                                        !m_session.facts().numbersClaimedOnly, app::todayInVietnam()));
    case UrgentRole:
        return held.subscription.lock != app::LockState::None || held.subscription.deviceChangedAt.isValid();
    case EnteredRole:
        return held.entered;
    case AnswerRole:
        return static_cast<Answer>(held.answer);
    case FreshRole:
        return isFresh(m_session.facts(), held);
    default:
        return {};
    }
}

QHash<int, QByteArray> HeldNumbers::roleNames() const
{
    return {{NumberRole, "phone"},  {MaskedRole, "masked"},   {LockRole, "lock"},
            {UrgentRole, "urgent"}, {EnteredRole, "entered"}, {AnswerRole, "answer"}, {FreshRole, "fresh"}};
}

bool HeldNumbers::complete() const
{
    return m_session.facts().numbersComplete;
}

bool HeldNumbers::anyOpen() const
{
    using Answer = app::SessionFacts::HeldNumber::Answer;
    return std::ranges::any_of(m_session.facts().numbers, [](const auto& each) { return each.answer == Answer::Open; });
}

bool HeldNumbers::anyInBinding() const
{
    return std::ranges::any_of(m_session.facts().numbers, [](const auto& each) { return each.isInBinding(); });
}

QString HeldNumbers::notice() const
{
    return m_session.facts().numbersClaimedOnly
               ? tr("The carrier cannot be asked right now. Only the numbers you gave are shown.")
               : QString();
}

QString HeldNumbers::msisdn(int row) const
{
    const auto& numbers = m_session.facts().numbers;
    return row >= 0 && static_cast<std::size_t>(row) < numbers.size()
               ? numbers[static_cast<std::size_t>(row)].subscription.msisdn
               : QString();
}

void HeldNumbers::refresh()
{
    const int rows = static_cast<int>(m_session.facts().numbers.size());
    const int kept = std::min(rows, m_rows);
    // Row by row: Qt 6.4's Repeater warns of the rows that a reset takes from it.
    if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    } else if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
    if (kept > 0)
        emit dataChanged(index(0), index(kept - 1));
    emit changed();
}

} // namespace chinhchu::ui
