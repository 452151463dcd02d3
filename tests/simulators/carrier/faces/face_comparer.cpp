#include "faces/face_comparer.h"

#include <QDeadlineTimer>
#include <QDebug>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <sys/resource.h>

namespace chinhchu::sandbox {

namespace {

/// Half of the threads that answer requests: the others stay free for kiosks that want something else.
constexpr std::size_t mostWaiting = 8;

/// Of a comparison of one person, with what loading the models takes before the first one.
constexpr std::chrono::seconds patience{20};
constexpr std::chrono::milliseconds slice{200};

QByteArray request(const QByteArray& photograph, const std::vector<QByteArray>& frames)
{
    QJsonArray list;
    for (const QByteArray& frame : frames)
        list.append(QString::fromLatin1(frame.toBase64()));
    const QJsonObject line{{"photograph", QString::fromLatin1(photograph.toBase64())}, {"frames", list}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<FaceComparer::Comparison> comparisonIn(const QByteArray& line)
{
    const QJsonObject answer = QJsonDocument::fromJson(line).object();
    FaceComparer::Comparison comparison;
    comparison.unreadable = answer.value("unreadable").toString();
    comparison.recipe = answer.value("recipe").toString();
    comparison.modelSha256 = answer.value("modelSha256").toString();
    comparison.distance = answer.value("distance").toDouble();
    if (comparison.unreadable.isEmpty() && !answer.value("distance").isDouble())
        return {};
    return comparison;
}

} // namespace

FaceComparer::FaceComparer(const QString& program, const QString& models, Waiting waiting)
    : m_program(program)
    , m_models(models)
    , m_waiting(waiting)
    , m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

FaceComparer::~FaceComparer()
{
    m_thread.request_stop();
    m_thread.join();
}

std::optional<FaceComparer::Comparison> FaceComparer::compare(const QByteArray& photograph,
                                                              const std::vector<QByteArray>& frames)
{
    std::future<std::optional<Comparison>> done;
    {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.size() >= mostWaiting)
            throw FacesBusy();
        m_jobs.push_back({request(photograph, frames), {}});
        done = m_jobs.back().done.get_future();
    }
    m_changed.notify_one();
    return done.get();
}

std::optional<FaceComparer::Job> FaceComparer::nextJob(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return !m_jobs.empty(); }))
        return {};
    std::optional<Job> job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

void FaceComparer::work(const std::stop_token& stop)
{
    QProcess process;
    start(process);
    while (auto job = nextJob(stop))
        job->done.set_value(answer(process, job->line, stop));
    const std::lock_guard lock(m_mutex);
    for (Job& left : m_jobs)
        left.done.set_value(std::nullopt);
    m_jobs.clear();
    process.kill();
    process.waitForFinished();
}

void FaceComparer::start(QProcess& process) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("OPENBLAS_NUM_THREADS", "1"); // more would take the processors from those that answer
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    constexpr int lowest = 19;
    if (m_waiting == Waiting::Nobody)
        process.setChildProcessModifier([] { (void)setpriority(PRIO_PROCESS, 0, lowest); });
    process.start(m_program, {m_models});
}

/// One line there, one line back. A program that ended or took too long is ended, and the next job starts it anew.
std::optional<FaceComparer::Comparison> FaceComparer::answer(QProcess& process, const QByteArray& line,
                                                             const std::stop_token& stop) const
{
    const QDeadlineTimer deadline(patience);
    if (process.state() == QProcess::NotRunning || process.waitForFinished(0)) // this thread has no loop that would notice
        start(process);
    process.write(line);
    while (!process.canReadLine() && process.state() != QProcess::NotRunning && !deadline.hasExpired() &&
           !stop.stop_requested())
        process.waitForReadyRead(int(slice.count()));
    if (process.canReadLine())
        return comparisonIn(process.readLine());
    qWarning().noquote() << "   faces could not be compared:" << m_program << process.errorString();
    process.kill();
    process.waitForFinished();
    return {};
}

} // namespace chinhchu::sandbox
