#include "app/outbox/housekeeping_thread.h"

#include "resources/base/thread_priority.h"

namespace chinhchu::app {

HousekeepingThread::HousekeepingThread(Make make)
    : m_thread(std::make_unique<TaskThread>(QStringLiteral("housekeeping")))
{
    m_thread->post([this, make = std::move(make)] {
        giveWayToTheWindow();
        if (Result<Housekeeping::Parts> parts = make())
            m_housekeeping = std::make_unique<Housekeeping>(*std::move(parts));
    });
}

HousekeepingThread::~HousekeepingThread()
{
    m_thread->post([this] { m_housekeeping.reset(); });
    m_thread.reset();
}

void HousekeepingThread::setIdle(bool idle)
{
    m_thread->post([this, idle] {
        if (m_housekeeping)
            m_housekeeping->setIdle(idle);
    });
}

} // namespace chinhchu::app
