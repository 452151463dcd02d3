#include "app/outbox/outbox.h"

#include <QPointer>
#include <QTimer>

#include <optional>

namespace chinhchu::app {

namespace {

/// When so many in a row cannot be delivered, the carrier is down and the rest waits for the next round.
constexpr int EnoughFailures = 5;

/// As many as there are connections to one host (QNetworkAccessManager's own limit).
constexpr int AtATime = 6;

/// How often a process looks whether it is its turn.
constexpr std::chrono::milliseconds TurnPause{100};

/// How many of the carrier's decisions are asked for in one round.
constexpr int MostQuestions = 200;
/// And in a round that comes again every half a minute.
constexpr int FewQuestions = 12;

} // namespace

/// One way through the queue; lives as long as its callbacks.
struct Courier::Round
{
    std::vector<QString> ids;
    std::vector<QString> questions; ///< delivered, not decided
    std::size_t next = 0;
    std::size_t nextQuestion = 0;
    int underWay = 0;
    int failuresInARow = 0;
    bool filling = false;
    bool stopped = false;
    Choice choice = Choice::All;
    Outcome outcome;
    std::vector<QString> notDelivered;
    std::optional<Failure> storageFailure;
    std::function<void(Result<Outcome>)> done;

    [[nodiscard]] bool hasMore() const { return next < ids.size() || nextQuestion < questions.size(); }
    [[nodiscard]] bool mayStartAnother() const
    {
        return hasMore() && !stopped && underWay < AtATime && failuresInARow < EnoughFailures && !storageFailure;
    }

    void count(const QString& bindingId, const Result<BindingReceipt>& answer)
    {
        --underWay;
        if (answer || answer.error().code == FailureCode::CarrierRefused) {
            ++(answer ? outcome.delivered : outcome.refused);
            outcome.undecided += answer && answer->state == BindingReceipt::State::Received;
            failuresInARow = 0;
            return;
        }
        notDelivered.push_back(bindingId);
        ++failuresInARow;
        if (answer.error().code == FailureCode::StorageFailed)
            storageFailure = answer.error();
    }
};

Courier::Courier(Outbox& outbox, CarrierClient& carrier, QObject* parent)
    : QObject(parent)
    , m_outbox(outbox)
    , m_carrier(carrier)
{
}

void Courier::deliver(const QString& bindingId, std::function<void(Result<BindingReceipt>)> done)
{
    const auto sealed = m_outbox.sealedEvidence(bindingId);
    if (!sealed)
        return done(deliveredMeanwhile(bindingId, sealed.error()));
    m_carrier.submitBinding(bindingId, *sealed,
                            [self = QPointer(this), bindingId, done = std::move(done)](Result<BindingReceipt> answer) {
                                if (self)
                                    done(self->record(bindingId, std::move(answer)));
                            });
}

/// The evidence is gone: somebody else has delivered it since the queue was read, or something is wrong.
Result<BindingReceipt> Courier::deliveredMeanwhile(const QString& bindingId, const Failure& missing)
{
    const auto entry = m_outbox.entry(bindingId);
    if (!entry || entry->state != Outbox::State::Delivered)
        return tl::unexpected(missing);
    return BindingReceipt{bindingId, entry->receiptNumber, entry->verdict, {}, {}};
}

Result<BindingReceipt> Courier::record(const QString& bindingId, Result<BindingReceipt> answer)
{
    Result<void> recorded;
    if (answer && answer->state == BindingReceipt::State::Refused) {
        const QString reasons = answer->reasons.join(u',');
        recorded = m_outbox.markRefused(bindingId, reasons);
        answer = fail(FailureCode::CarrierRefused, reasons.toStdString());
    } else if (answer) {
        recorded = m_outbox.markDelivered(*answer);
    } else if (answer.error().code == FailureCode::CarrierRefused) {
        recorded = m_outbox.markRefused(bindingId, QString::fromStdString(answer.error().detail));
    } else {
        recorded = m_outbox.markFailed(bindingId, answer.error());
    }
    // Delivered but not written down: it is sent once more, and the carrier answers with the same receipt.
    if (!recorded)
        return tl::unexpected(recorded.error());
    return answer;
}

void Courier::deliverAll(std::function<void(Result<Outcome>)> done)
{
    begin(Choice::All, std::move(done));
}

void Courier::deliverDue(std::function<void(Result<Outcome>)> done)
{
    begin(Choice::Due, std::move(done));
}

void Courier::begin(Choice choice, std::function<void(Result<Outcome>)> done)
{
    auto round = std::make_shared<Round>();
    round->choice = choice;
    round->done = std::move(done);
    m_round = round;
    start(round);
}

void Courier::stop()
{
    if (const auto round = m_round.lock())
        round->stopped = true;
}

void Courier::start(const std::shared_ptr<Round>& round)
{
    const auto turn = m_outbox.takeTurn();
    if (!turn)
        return round->done(tl::unexpected(turn.error()));
    if (!*turn && round->choice == Choice::Due)
        return round->done(Outcome());
    if (!*turn) {
        QTimer::singleShot(TurnPause, this, [this, round] { start(round); });
        return;
    }
    auto ids = m_outbox.due(round->choice == Choice::Due ? QDateTime::currentDateTimeUtc() : QDateTime());
    auto questions = m_outbox.undecided(round->choice == Choice::Due ? FewQuestions : MostQuestions);
    if (!ids || !questions) {
        m_outbox.giveTurnBack();
        return round->done(tl::unexpected(ids ? questions.error() : ids.error()));
    }
    round->ids = *std::move(ids);
    round->questions = *std::move(questions);
    fill(round);
}

void Courier::fill(const std::shared_ptr<Round>& round)
{
    // deliver() may answer before it returns; its callback must then not start a second loop inside this one.
    if (round->filling)
        return;
    round->filling = true;
    while (round->mayStartAnother())
        step(round);
    round->filling = false;
    if (round->underWay == 0)
        finish(round);
}

void Courier::step(const std::shared_ptr<Round>& round)
{
    ++round->underWay;
    if (round->next == round->ids.size())
        return askAbout(round->questions[round->nextQuestion++], round);
    const QString bindingId = round->ids[round->next++];
    deliver(bindingId, [this, round, bindingId](const Result<BindingReceipt>& answer) {
        round->count(bindingId, answer);
        fill(round);
    });
}

/// What became of a binding that was delivered and not decided.
void Courier::askAbout(const QString& bindingId, const std::shared_ptr<Round>& round)
{
    m_carrier.retrieveBindingStatus(bindingId, [self = QPointer(this), round](const Result<BindingReceipt>& answer) {
        if (!self)
            return;
        --round->underWay;
        const bool decided = answer && answer->state != BindingReceipt::State::Received;
        round->outcome.undecided += !decided;
        round->failuresInARow = answer ? 0 : round->failuresInARow + 1;
        if (decided) {
            round->outcome.refused += answer->state == BindingReceipt::State::Refused;
            if (const auto kept = self->m_outbox.markDecided(*answer); !kept)
                round->storageFailure = kept.error();
        }
        self->fill(round);
    });
}

void Courier::finish(const std::shared_ptr<Round>& round)
{
    m_outbox.giveTurnBack();
    if (round->storageFailure)
        return round->done(tl::unexpected(*round->storageFailure));
    // A session in another process may have delivered one of them itself meanwhile.
    for (const QString& bindingId : round->notDelivered) {
        const auto entry = m_outbox.entry(bindingId);
        ++(entry && entry->state == Outbox::State::Delivered ? round->outcome.delivered : round->outcome.waiting);
    }
    round->outcome.waiting += static_cast<int>(round->ids.size() - round->next);
    round->outcome.undecided += static_cast<int>(round->questions.size() - round->nextQuestion);
    round->done(round->outcome);
}

} // namespace chinhchu::app
