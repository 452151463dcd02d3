#pragma once

#include <QByteArray>
#include <QString>

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

class QProcess;

namespace chinhchu::sandbox {

/// More faces wait already than this sandbox takes on. The router answers 503; the verifier comes back to the binding.
struct FacesBusy : std::runtime_error
{
    FacesBusy()
        : std::runtime_error("too many faces wait")
    {
    }
};

/// Compares faces with the product's own engine, which is another program (faces/comparer_main.cpp): it takes a second of
/// a processor, so it runs one at a time, gives way to those who answer where nobody waits for it, and a picture that kills
/// it costs one comparison.
class FaceComparer
{
public:
    /// Whether a kiosk waits for the comparison: then it has the priority of an answer, else the lowest.
    enum class Waiting
    {
        Nobody,
        Kiosk
    };

    /// Starts @p program with the folder of the models at once, so that they are loaded when the first binding comes.
    FaceComparer(const QString& program, const QString& models, Waiting waiting);
    ~FaceComparer();
    FaceComparer(const FaceComparer&) = delete;
    FaceComparer& operator=(const FaceComparer&) = delete;

    struct Comparison
    {
        QString recipe;
        QString modelSha256;
        double distance = 0;
        QString unreadable; ///< "photograph" or "frame": no single face in it; then there is no distance
    };

    /// Blocks until it is done. Nothing where the program could not do it; throws FacesBusy.
    std::optional<Comparison> compare(const QByteArray& photograph, const std::vector<QByteArray>& frames);

private:
    struct Job
    {
        QByteArray line;
        std::promise<std::optional<Comparison>> done;
    };
    void work(const std::stop_token& stop);
    void start(QProcess& process) const;
    std::optional<Job> nextJob(const std::stop_token& stop);
    std::optional<Comparison> answer(QProcess& process, const QByteArray& line, const std::stop_token& stop) const;

    QString m_program;
    QString m_models;
    Waiting m_waiting;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Job> m_jobs;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace chinhchu::sandbox
