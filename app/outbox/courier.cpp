#include "app/outbox/outbox.h"
#include "app/outbox/written_answer.h"

#include <QPointer>
#include <QTimer>

#include <optional>
#include <utility>

namespace chinhchu::app {

namespace {

/// When so many in a row cannot be delivered, the carrier is down and the rest waits for the next round.
constexpr int EnoughFailures = 5;

/// As many as there are connections to one host (QNetworkAccessManager's own limit).
constexpr int AtATime = 6;

/// Answers are written down together, because each writing waits for the disk: so many, or those of so long a time.
constexpr std::size_t WrittenAtOnce = 64;
constexpr std::chrono::milliseconds WritePause{100};

/// The trail is told what became of so long a time together: its two waits for the disk are nothing beside that.
constexpr std::chrono::milliseconds TellPause{1000};

/// How often a process looks whether it is its turn.
constexpr std::chrono::milliseconds TurnPause{100};

/// How many of the carrier's decisions are asked for in one round.
constexpr int MostQuestions = 200;
/// And in a round that comes again every half a minute.
constexpr int FewQuestions = 12;

} // namespace

/// What the carrier said to one submission, or to one question.
struct Courier::Answered
{
    QString bindingId;
    Result<BindingReceipt> answer;
    bool question = false;
};

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
    bool writingPlanned = false;
    std::vector<Answered> answered; ///< not written down yet
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

    void hear(const Result<BindingReceipt>& answer)
    {
        --underWay;
        const bool heard = answer || answer.error().code == FailureCode::CarrierRefused;
        failuresInARow = heard ? 0 : failuresInARow + 1;
    }

    /// An answer that is written down, or could not be.
    void count(const Answered& written)
    {
        const Result<BindingReceipt>& answer = written.answer;
        if (written.question)
            outcome.refused += answer && answer->state == BindingReceipt::State::Refused;
        else if (answer || answer.error().code == FailureCode::CarrierRefused)
            ++(answer ? outcome.delivered : outcome.refused);
        else
            notDelivered.push_back(written.bindingId);
    }
};

Courier::Courier(Outbox& outbox, CarrierClient& carrier, QObject* parent)
    : QObject(parent)
    , m_outbox(outbox)
    , m_carrier(carrier)
{
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
    tell();
    round->ids = *std::move(ids);
    round->questions = *std::move(questions);
    fill(round);
}

void Courier::fill(const std::shared_ptr<Round>& round)
{
    // What is gone from the queue answers before step() returns, which must not start a second loop inside this one.
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
        askAbout(round->questions[round->nextQuestion++], round);
    else
        send(round->ids[round->next++], round);
}

void Courier::send(const QString& bindingId, const std::shared_ptr<Round>& round)
{
    const auto sealed = m_outbox.sealedEvidence(bindingId);
    if (!sealed) {
        const Answered meanwhile{bindingId, deliveredMeanwhile(m_outbox, bindingId, sealed.error())};
        if (!meanwhile.answer)
            round->storageFailure = meanwhile.answer.error();
        round->hear(meanwhile.answer);
        return round->count(meanwhile);
    }
    m_carrier.submitBinding(bindingId, *sealed,
                            [self = QPointer(this), bindingId, round](Result<BindingReceipt> answer) {
                                if (self)
                                    self->take(round, {bindingId, std::move(answer)});
                            });
}

/// What became of a binding that was delivered and not decided.
void Courier::askAbout(const QString& bindingId, const std::shared_ptr<Round>& round)
{
    m_carrier.retrieveBindingStatus(bindingId,
                                    [self = QPointer(this), bindingId, round](Result<BindingReceipt> answer) {
                                        if (self)
                                            self->take(round, {bindingId, std::move(answer), true});
                                    });
}

void Courier::take(const std::shared_ptr<Round>& round, Answered answered)
{
    round->hear(answered.answer);
    round->answered.push_back(std::move(answered));
    // The carrier has something to do before this thread waits for the disk.
    fill(round);
    if (round->answered.size() >= WrittenAtOnce)
        return writeDown(round);
    if (round->answered.empty() || round->writingPlanned)
        return;
    round->writingPlanned = true;
    QTimer::singleShot(WritePause, this, [this, round] {
        round->writingPlanned = false;
        writeDown(round);
    });
}

void Courier::writeDown(const std::shared_ptr<Round>& round)
{
    if (round->answered.empty())
        return;
    auto answered = std::exchange(round->answered, {});
    const auto written = m_outbox.together([&]() -> Result<void> {
        for (Answered& each : answered)
            if (auto kept = write(each); !kept)
                return kept;
        return {};
    });
    if (!written)
        round->storageFailure = written.error();
    for (Answered& each : answered) {
        if (!written)
            each.answer = tl::unexpected(written.error());
        round->count(each);
    }
    if (m_lastTold.hasExpired(TellPause.count()))
        tell();
}

/// That the trail cannot be written to loses nothing: the queue remembers what it is still to be told.
void Courier::tell()
{
    m_lastTold.start();
    if (m_trail)
        static_cast<void>(tellOutcomes(m_outbox, *m_trail));
}

Result<void> Courier::write(Answered& answered)
{
    if (answered.question) {
        const bool decided = answered.answer && answered.answer->state != BindingReceipt::State::Received;
        return decided ? m_outbox.markDecided(*answered.answer) : Result<void>();
    }
    answered.answer = writeAnswer(m_outbox, answered.bindingId, std::move(answered.answer));
    if (!answered.answer && answered.answer.error().code == FailureCode::StorageFailed)
        return tl::unexpected(answered.answer.error());
    return {};
}

void Courier::finish(const std::shared_ptr<Round>& round)
{
    writeDown(round);
    tell();
    m_outbox.giveTurnBack();
    if (round->storageFailure)
        return round->done(tl::unexpected(*round->storageFailure));
    // A session in another process may have delivered one of them itself meanwhile.
    for (const QString& bindingId : round->notDelivered) {
        const auto entry = m_outbox.entry(bindingId);
        ++(entry && entry->state == Outbox::State::Delivered ? round->outcome.delivered : round->outcome.waiting);
    }
    round->outcome.waiting += static_cast<int>(round->ids.size() - round->next);
    const auto undecided = m_outbox.countUndecided();
    if (!undecided)
        return round->done(tl::unexpected(undecided.error()));
    round->outcome.undecided = *undecided;
    round->done(round->outcome);
}

} // namespace chinhchu::app
