#pragma once

#include <QDateTime>
#include <QString>
#include <QThreadPool>

#include <chrono>
#include <mutex>
#include <optional>

namespace chinhchu::app {

/// What a kiosk without network can say about the time: when the carrier was last heard, by the carrier's own clock, and
/// how long ago that was by a clock that nobody can set.
struct CarrierTime
{
    QDateTime last;
    std::optional<std::chrono::milliseconds> since; ///< none when the machine was started again meanwhile
};

/// Keeps it in a file, for the program is started anew far more often than the machine. From any thread.
class CarrierTimeKeeper
{
public:
    explicit CarrierTimeKeeper(QString file);

    /// The carrier says it is @p time now. Does not wait for the disk: the destructor does.
    void heard(const QDateTime& time);
    /// Nothing when the carrier was never heard.
    [[nodiscard]] std::optional<CarrierTime> now() const;

private:
    struct Mark
    {
        QDateTime carrier;
        QString boot;             ///< which start of the machine, proc(5)
        std::chrono::milliseconds uptime{0};
    };
    void save(const Mark& mark) const;
    [[nodiscard]] std::optional<Mark> saved() const;

    const QString m_file;
    mutable std::mutex m_turn; ///< of the two below
    std::optional<Mark> m_mark;
    std::optional<std::chrono::milliseconds> m_savedAt;
    QThreadPool m_saving; ///< one after the other
};

} // namespace chinhchu::app
