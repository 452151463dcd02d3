#pragma once

#include <QSet>
#include <QString>

#include <mutex>

namespace chinhchu::sandbox {

/// The Idempotency-Keys this process is working on. Another sandbox may work on the same one: the database lets only
/// one win, and both then give the winner's answer, so nothing depends on this beyond the 409.
class RunningKey
{
public:
    explicit RunningKey(QString key)
        : m_key(std::move(key))
    {
        const std::lock_guard lock(mutex());
        m_mine = !keys().contains(m_key);
        if (m_mine)
            keys().insert(m_key);
    }
    ~RunningKey()
    {
        const std::lock_guard lock(mutex());
        if (m_mine)
            keys().remove(m_key);
    }
    RunningKey(const RunningKey&) = delete;
    RunningKey& operator=(const RunningKey&) = delete;

    [[nodiscard]] bool mine() const { return m_mine; }

private:
    static std::mutex& mutex()
    {
        static std::mutex one;
        return one;
    }
    static QSet<QString>& keys()
    {
        static QSet<QString> one;
        return one;
    }
    QString m_key;
    bool m_mine = false;
};

} // namespace chinhchu::sandbox
