#include "app/settings/task_thread.h"

namespace chinhchu::app {

TaskThread::TaskThread(const QString& name)
    : m_inThread(std::make_unique<QObject>())
{
    m_inThread->moveToThread(&m_thread);
    m_thread.setObjectName(name);
    m_thread.start();
}

TaskThread::~TaskThread()
{
    post([this] { m_thread.quit(); });
    m_thread.wait();
}

void TaskThread::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(m_inThread.get(), std::move(task), Qt::QueuedConnection);
}

void TaskThread::wait()
{
    QMetaObject::invokeMethod(m_inThread.get(), [] {}, Qt::BlockingQueuedConnection);
}

} // namespace chinhchu::app
