#pragma once

#include "resources/base/failure.h"

#include <QString>

#include <memory>

namespace chinhchu::app {

/// A lock between processes on a file beside the queue; the kernel gives it back when the process dies.
class TurnLock
{
public:
    /// Nothing while another process, or another lock in this one, holds it.
    static Result<std::unique_ptr<TurnLock>> tryTake(const QString& file);
    ~TurnLock();
    TurnLock(const TurnLock&) = delete;
    TurnLock& operator=(const TurnLock&) = delete;

private:
    explicit TurnLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor;
};

} // namespace chinhchu::app
