#pragma once

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace chinhchu::app {

/// A thread that does one thing after the other, in the order in which they were given, with an event loop in between: for
/// what belongs to the thread that made it (a connection to a database, to the network) and would keep a window waiting.
class TaskThread
{
public:
    explicit TaskThread(const QString& name);
    /// Does what was given before, then ends the thread.
    ~TaskThread();
    TaskThread(const TaskThread&) = delete;
    TaskThread& operator=(const TaskThread&) = delete;

    /// Callable from any thread.
    void post(std::function<void()> task);
    /// Returns when all that was given is done. Not from the thread itself.
    void wait();

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_inThread;
};

} // namespace chinhchu::app
